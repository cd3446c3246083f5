import type { Catalogue } from '../translator.ts'

export const ui: Catalogue = {
  Closed: 'مغلق',
  Copied: 'نُسخ',
  'Copy: {label}': 'نسخ: {label}',
  Friday: 'الجمعة',
  'Hours of each day': 'ساعات كل يوم',
  Monday: 'الاثنين',
  'Monday’s hours until Friday': 'ساعات الاثنين حتى الجمعة',
  'No time zone is called that.': 'لا توجد منطقة زمنية بهذا الاسم.',
  Saturday: 'السبت',
  'Several times a day: 9:00–12:30, 13:30–18:00. Empty is closed.':
    'عدة أوقات في اليوم: 9:00–12:30, 13:30–18:00. الفارغ مغلق.',
  Sunday: 'الأحد',
  Thursday: 'الخميس',
  'Time zone': 'المنطقة الزمنية',
  Tuesday: 'الثلاثاء',
  Wednesday: 'الأربعاء',
  Yesterday: 'أمس',
  now: 'الآن',
  'today at {time}': 'اليوم في {time}',
  'tomorrow at {time}': 'غدًا في {time}',
  'under a minute': 'أقل من دقيقة',
  '{days, number} d {hours, number} h': '{days, number} ي {hours, number} س',
  '{day} at {time}': '{day} في {time}',
  '{hours, number} h {minutes, number} min': '{hours, number} س {minutes, number} د'
}
