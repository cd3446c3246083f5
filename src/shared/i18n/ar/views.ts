import type { Catalogue } from '../translator.ts'

export const views: Catalogue = {
  Blue: 'أزرق',
  Colour: 'اللون',
  'Conversations appear here by themselves as soon as they fit the search.':
    'تظهر المحادثات هنا تلقائيًا حالما تطابق البحث.',
  'Deleted the view {name}': 'حُذف العرض {name}',
  'Deleted the view “{name}”': 'حُذف العرض “{name}”',
  'Edit the saved view': 'تحرير العرض المحفوظ',
  'Edit the search': 'تحرير البحث',
  Green: 'أخضر',
  Grey: 'رمادي',
  'No conversation fits': 'لا محادثة مطابقة',
  Orange: 'برتقالي',
  Pink: 'وردي',
  Red: 'أحمر',
  'Save the search as a view': 'احفظ البحث كعرض',
  'Save view': 'حفظ العرض',
  'Search again: {text}': 'ابحث من جديد: {text}',
  'Search without it': 'ابحث بدونه',
  Shortcut: 'الاختصار',
  Teal: 'فيروزي',
  'The next free one': 'التالي المتاح',
  'This search cannot be made': 'لا يمكن إجراء هذا البحث',
  'This view needs mending': 'يحتاج هذا العرض إلى إصلاح',
  Violet: 'بنفسجي',
  'Without it, the search is: {search}': 'بدونه يصبح البحث: {search}',
  Yellow: 'أصفر',
  '{slot}, which has no key': '{slot}، بلا مفتاح'
}
