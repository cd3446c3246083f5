import type { Catalogue } from '../translator.ts'

export const feedback: Catalogue = {
  'A product': 'المنتج',
  'A theme': 'الموضوع',
  'Brought the theme {name} back': 'أُعيد الموضوع {name}',
  'Choose a theme, or type the name of a new one.': 'اختر موضوعًا، أو اكتب اسم موضوع جديد.',
  'Feedback changed': 'عُدّلت الملاحظة',
  'Feedback removed': 'أُزيلت الملاحظة',
  'Feedback tagged': 'وُسمت الملاحظة',
  'Merged the theme {name} into {other}': 'دُمج الموضوع {name} في {other}',
  'Renamed the theme {name} to {other}': 'غُيّر اسم الموضوع {name} إلى {other}',
  'Retired the theme {name}': 'سُحب الموضوع {name}',
  'There is a theme “{name}” already. Merge the two, or choose another name.':
    'يوجد موضوع “{name}” من قبل. ادمج الاثنين، أو اختر اسمًا آخر.',
  'There may be {most} themes at most.': 'يجوز أن تكون هناك {most} موضوعات على الأكثر.',
  'These words are not in the message any more. Select them again.': 'لم تعد هذه الكلمات في الرسالة. حددها من جديد.',
  'This feedback is not here any more.': 'لم تعد هذه الملاحظة هنا.',
  'This is the same theme. Choose another one to merge it with.': 'هذا هو الموضوع نفسه. اختر آخر لتدمجه معه.',
  'This theme is not here any more.': 'لم يعد هذا الموضوع هنا.',
  'Words stand in a message.': 'الكلمات تكون في رسالة.'
}
