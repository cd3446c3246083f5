import type { Catalogue } from '../translator.ts'

export const search: Catalogue = {
  ', left arrow hides them': '، السهم الأيسر يخفيها',
  ', right arrow shows them': '، السهم الأيمن يظهرها',
  'Forget recent searches': 'انسَ عمليات البحث الأخيرة',
  'Internal note:': 'ملاحظة داخلية:',
  'Nothing found for “{text}”': 'لا نتائج عن “{text}”',
  'Open as a list of conversations': 'افتح كقائمة محادثات',
  'Open as list': 'افتح كقائمة',
  'Recent searches': 'عمليات البحث الأخيرة',
  Results: 'النتائج',
  'Search customers and messages': 'ابحث في العملاء والرسائل',
  'Show older hits': 'اعرض نتائج أقدم',
  'The newest {most, number} messages, in {conversations, plural, one {# conversation} other {# conversations}}. Another word narrows it down.':
    'أحدث {most, number} رسالة، في {conversations, plural, zero {لا محادثات} one {محادثة واحدة} two {محادثتين} few {# محادثات} many {# محادثة} other {# محادثة}}. كلمة أخرى تضيّق البحث.',
  'The saved view “{given}” cannot be searched in: something in it is wrong, or it leads back here.':
    'لا يمكن البحث في العرض المحفوظ “{given}”: شيء فيه خطأ، أو أنه يعود إلى هنا.',
  'The search did not work': 'لم ينجح البحث',
  'There is a “)” without its “(”.': 'يوجد “)” بلا “(”.',
  'There is no operator “{given}:”. Did you mean “{replacement}”?':
    'لا يوجد معامل “{given}:”. هل تقصد “{replacement}”؟',
  'There is no operator “{given}:”. Put the words in quotes to look for them.':
    'لا يوجد معامل “{given}:”. ضع الكلمات بين علامتي اقتباس للبحث عنها.',
  'There is no {operator, select, from {person} to {person} tag {tag} in {queue, saved view or account} assigned {person in the team} category {category} other {such thing}} “{given}”.':
    'لا يوجد {operator, select, from {شخص} to {شخص} tag {وسم} in {قائمة أو عرض محفوظ أو حساب} assigned {شخص في الفريق} category {فئة} other {شيء}} باسم “{given}”.',
  'There is no {operator, select, from {person} to {person} tag {tag} in {queue, saved view or account} assigned {person in the team} category {category} other {such thing}} “{given}”. Did you mean “{replacement}”?':
    'لا يوجد {operator, select, from {شخص} to {شخص} tag {وسم} in {قائمة أو عرض محفوظ أو حساب} assigned {شخص في الفريق} category {فئة} other {شيء}} باسم “{given}”. هل قصدت “{replacement}”؟',
  'These parentheses are nested too deep. Say it with fewer.': 'هذه الأقواس متداخلة جدًا. استخدم أقل.',
  'This search': 'هذا البحث',
  'Try fewer letters, or leave the quotes away.': 'جرّب حروفًا أقل، أو احذف علامات الاقتباس.',
  'Use <b>{term}</b>': 'استخدم <b>{term}</b>',
  'You:': 'أنت:',
  'a promo code, whole': 'رمز ترويجي كامل',
  'a queue, a saved view or an account': 'قائمة أو عرض محفوظ أو حساب',
  'a tag of the team, or none': 'وسم من وسوم الفريق، أو none',
  'both words, in any place; accents and capitals do not matter':
    'الكلمتان، في أي موضع؛ لا فرق للحركات والحروف الكبيرة',
  'complaint, billing, technical, praise …': 'complaint وbilling وtechnical وpraise… (الفئة)',
  'either of two, as a list you can work through': 'أحد اثنين، كقائمة يمكنك العمل عليها',
  'me, nobody, or a name': 'me أو nobody أو اسم (المسؤول)',
  'operators, and a word that must not be there': 'معاملات، وكلمة يجب ألا تكون موجودة',
  'photo, video, link, note, draft …': 'photo وvideo وlink وnote وdraft… (المحتوى)',
  'refund order': 'استرداد طلب',
  'sent before a day: 2026-03-01, yesterday, 7d': 'أُرسلت قبل يوم: 2026-03-01 أو yesterday أو 7d',
  'sent since a day: yesterday, "last week"': 'أُرسلت منذ يوم: yesterday أو "last week"',
  'these words exactly': 'هذه الكلمات كما هي تمامًا',
  'unread, open, snoozed, resolved, waiting …': 'unread وopen وsnoozed وresolved وwaiting… (الحالة)',
  'urgent, high, normal or low': 'urgent أو high أو normal أو low (الأولوية)',
  'who wrote it: a name, a handle, me or them': 'من كتبها: اسم أو اسم مستخدم أو me أو them',
  'whom it was written to': 'إلى من كُتبت',
  '{count, plural, one {# hit} other {# hits}}':
    '{count, plural, zero {لا نتائج} one {نتيجة واحدة} two {نتيجتان} few {# نتائج} many {# نتيجة} other {# نتيجة}}',
  '{hits, plural, one {# message} other {# messages}} in {conversations, plural, one {# conversation} other {# conversations}}':
    '{hits, plural, zero {لا رسائل} one {رسالة واحدة} two {رسالتان} few {# رسائل} many {# رسالة} other {# رسالة}} في {conversations, plural, zero {لا محادثات} one {محادثة واحدة} two {محادثتين} few {# محادثات} many {# محادثة} other {# محادثة}}',
  '{operator, select, in {The saved view} tag {The tag} assigned {The person} category {The category} other {What was named}} “{given}” was removed.':
    'أُزيل {operator, select, in {العرض المحفوظ} tag {الوسم} assigned {الشخص} category {التصنيف} other {ما ذُكر}} “{given}”.',
  '“{given}” is no date. Write 2026-03-01, yesterday, 7d or "last week".':
    '“{given}” ليس تاريخًا. اكتب 2026-03-01 أو yesterday أو 7d أو "last week".',
  '“{operator}:” does not take “{given}”. Did you mean “{replacement}”?':
    '“{operator}:” لا يقبل “{given}”. هل تقصد “{replacement}”؟',
  '“{operator}:” does not take “{given}”. It takes {choices}.': '“{operator}:” لا يقبل “{given}”. يقبل {choices}.',
  '“{operator}:” needs a value.': 'يحتاج “{operator}:” إلى قيمة.',
  '“{operator}:” needs a value: {choices}.': 'يحتاج “{operator}:” إلى قيمة: {choices}.'
}
