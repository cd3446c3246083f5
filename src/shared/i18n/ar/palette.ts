import type { Catalogue } from '../translator.ts'

export const palette: Catalogue = {
  Actions: 'الإجراءات',
  'Actions, customers, settings': 'الإجراءات والعملاء والإعدادات',
  'Nothing here is called “{text}”.': 'لا شيء هنا باسم “{text}”.',
  'Recently used': 'المستخدمة مؤخرًا',
  'What do you want to do, or whom to answer?': 'ماذا تريد أن تفعل، أو على من تريد الرد؟',
  'What fits': 'ما يناسب',
  'actions only': 'الإجراءات فقط',
  'customers only': 'العملاء فقط',
  '{count, plural, one {# result} other {# results}}':
    '{count, plural, zero {لا نتائج} one {نتيجة واحدة} two {نتيجتان} few {# نتائج} many {# نتيجة} other {# نتيجة}}'
}
