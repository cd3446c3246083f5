import type { Catalogue } from '../translator.ts'

export const attributes: Catalogue = {
  'Add an attribute': 'أضف سمة',
  'Added {name}': 'أُضيف {name}',
  Before: 'قبل',
  'Change {name}': 'غيّر {name}',
  'Changed {name}': 'غُيّر {name}',
  'Changed {name} of {person}': 'غُيّر {name} لدى {person}',
  Choice: 'اختيار',
  'Choices, one per line': 'الاختيارات، واحد في كل سطر',
  'Choose one of: {choices}.': 'اختر واحدًا من: {choices}.',
  'Choose yes or no.': 'اختر نعم أو لا.',
  'Delete {name}': 'احذف {name}',
  'Deleted {name}': 'حُذف {name}',
  Link: 'رابط',
  'Moved an attribute': 'نُقلت سمة',
  No: 'لا',
  Number: 'رقم',
  'Open||verb': 'افتح',
  Text: 'نص',
  'There is no such day.': 'لا يوجد يوم كهذا.',
  'Use at most {most} characters.': 'استخدم {most} حرفًا على الأكثر.',
  'What you note about customers, in the customer panel: plan, order, language …':
    'ما تدوّنه عن العملاء في لوحة العميل: الباقة، الطلب، اللغة…',
  'What {name} was before': 'ما كان عليه {name} من قبل',
  'Write a date as year-month-day, like 2026-11-05.': 'اكتب التاريخ سنة-شهر-يوم، مثل 2026-11-05.',
  'Write a number, like 12 or 3.5.': 'اكتب رقمًا، مثل 12 أو 3.5.',
  'Write a web address, like https://example.com/order/12.': 'اكتب عنوان ويب، مثل https://example.com/order/12.',
  Yes: 'نعم',
  'Yes or no': 'نعم أو لا',
  '{name}: {value}. Change': '{name}: {value}. تغيير'
}
