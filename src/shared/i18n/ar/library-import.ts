import type { Catalogue } from '../translator.ts'

export const libraryImport: Catalogue = {
  'A link that leads to no web page was taken out: {detail}': 'أُزيل رابط لا يؤدي إلى صفحة ويب: {detail}',
  'A note for the team was left out: {detail}': 'تُركت ملاحظة للفريق: {detail}',
  'A picture in the text was left out: {detail}': 'تُركت صورة داخل النص: {detail}',
  'A reply in the library has the shortcut /{detail} already.': 'في المكتبة رد له الاختصار /{detail} بالفعل.',
  'A tag was too long and was cut: {detail}': 'كان وسم أطول مما يجوز فقُصّ: {detail}',
  'An action that asks another server was left out: {detail}': 'تُرك إجراء يتصل بخادم آخر: {detail}',
  'An action was left out, because nothing here does the same: {detail}':
    'تُرك إجراء لأن لا شيء هنا يفعل مثله: {detail}',
  'An attachment did not come along: {detail}. Attach it again.': 'لم يأتِ مرفق مع الرد: {detail}. أرفقه من جديد.',
  'Another reply of this import has the shortcut /{detail}, too.': 'لرد آخر في هذا الاستيراد الاختصار /{detail} نفسه.',
  'Bold and other formatting is gone: X shows plain text.': 'زال الخط العريض وسائر التنسيق: يعرض X نصًا بسيطًا.',
  'Imported a canned reply from {system}': 'استُورد رد جاهز من {system}',
  'Imported {count} canned replies from {system}':
    '{count, plural, zero {لم يُستورد أي رد جاهز} one {استُورد رد جاهز واحد} two {استُورد ردان جاهزان} few {استُوردت # ردود جاهزة} many {استُورد # ردًا جاهزًا} other {استُورد # رد جاهز}} من {system}',
  'It had {detail} actions; the first were kept.': 'كان له {detail} من الإجراءات؛ احتُفظ بأولها.',
  'It had {detail} tags; the first were kept.': 'كان له {detail} من الوسوم؛ احتُفظ بأولها.',
  'It has no text to send.': 'ليس فيه نص يُرسل.',
  'It has the code {detail} written into it. Codes run out.': 'كُتب فيه الرمز {detail}. الرموز تنتهي صلاحيتها.',
  'It has the date “{detail}” written into it. Dates pass.': 'كُتب فيه التاريخ «{detail}». التواريخ تمضي.',
  'It has {detail} characters, more than X takes.': 'فيه {detail} حرفًا، وهو أكثر مما يقبله X.',
  'It is a note for the team, and would not be sent.': 'إنه ملاحظة للفريق ولا يُرسل.',
  'It is damaged. {detail}': 'إنه تالف. {detail}',
  'It is there twice; the first was taken.': 'إنه موجود مرتين؛ أُخذ الأول.',
  'It is too long to keep.': 'إنه أطول من أن يُحفظ.',
  'It was for several teams, and a reply is for one: {detail}. The first was kept.':
    'كان لعدة فرق، والرد لفريق واحد: {detail}. احتُفظ بالأول.',
  'It was meant for {detail} only.': 'كان مخصصًا لـ {detail} فقط.',
  'It was switched off there, and comes in as retired.': 'كان موقوفًا هناك، ويأتي متقاعدًا.',
  'Its placeholders have a mistake, in line {detail}.': 'في حقوله خطأ، في السطر {detail}.',
  'Line breaks beside links were lost there. Look at its lines.': 'ضاعت هناك فواصل الأسطر بجوار الروابط. راجع أسطره.',
  'Nobody can tell what this file holds. Name its format, or choose another file.':
    'لا يمكن معرفة ما في هذا الملف. سمِّ صيغته، أو اختر ملفًا آخر.',
  'Parts that could run or be fetched were taken out: {detail}.': 'أُزيلت أجزاء يمكن أن تُشغّل أو تُجلب: {detail}.',
  'The file is damaged. Export it again.': 'الملف تالف. صدّره من جديد.',
  'The folder was too deep or its name too long: {detail}': 'كان المجلد أعمق أو كان اسمه أطول مما يجوز: {detail}',
  'The folder {folder} is not empty. Choose another one.': 'المجلد {folder} ليس فارغًا. اختر مجلدًا آخر.',
  'The shortcut “{detail}” was made one word in small letters.': 'جُعل الاختصار «{detail}» كلمة واحدة بأحرف صغيرة.',
  'The subject “{detail}” was left out: direct messages have none.':
    'تُرك الموضوع «{detail}»: لا موضوع للرسائل المباشرة.',
  'The text is nested too deep, and its inside was left out.': 'النص متداخل أعمق مما يجوز، وتُرك ما في داخله.',
  'The title was too long and was cut: {detail}': 'كان العنوان أطول مما يجوز فقُصّ: {detail}',
  'There are more replies than the library can hold.': 'الردود أكثر مما تسعه المكتبة.',
  'There are more than {count} files to read. Import fewer at a time.':
    '{count, plural, zero {لا ملفات للقراءة} one {أكثر من ملف واحد للقراءة} two {أكثر من ملفين للقراءة} few {أكثر من # ملفات للقراءة} many {أكثر من # ملفًا للقراءة} other {أكثر من # ملف للقراءة}}. استورد أقل في كل مرة.',
  'There are more than {size} MB to read. Import fewer files at a time.':
    'أكثر من {size} ميغابايت للقراءة. استورد ملفات أقل في كل مرة.',
  'There is nothing in this file.': 'لا شيء في هذا الملف.',
  'This is no reply: {detail}': 'ليس هذا ردًا: {detail}',
  'This line cannot be read: its quotes do not fit. {detail}':
    'لا يمكن قراءة هذا السطر: علامات الاقتباس فيه لا تتطابق. {detail}',
  'This line was written in another encoding. Look at its letters.': 'كُتب هذا السطر بترميز آخر. راجع حروفه.',
  'This link looks dead or is not secure: {detail}': 'يبدو هذا الرابط معطلًا أو غير آمن: {detail}',
  'Who may use it could not be kept: {detail}': 'تعذّر الاحتفاظ بمن يحق له استخدامه: {detail}',
  '{detail} cannot be read and stayed as it is. Write it anew.': 'لا يمكن قراءة {detail} وبقي كما هو. اكتبه من جديد.',
  '{detail} is not known here. The agent is asked for it instead.':
    '{detail} غير معروف هنا. يُسأل الموظف عنه بدلًا من ذلك.',
  '{detail} stayed as it is: there is no such filter here. Write it anew.':
    'بقي {detail} كما هو: لا مرشّح كهذا هنا. اكتبه من جديد.',
  '{detail} stayed as it is: this condition cannot be asked here. Write it anew.':
    'بقي {detail} كما هو: لا يمكن طرح هذا الشرط هنا. اكتبه من جديد.',
  '{detail} would be sent as it stands. Write it anew.': 'سيُرسل {detail} كما هو. اكتبه من جديد.',
  '{path} cannot be read. Check its permissions.': 'لا يمكن قراءة {path}. تحقق من أذوناته.',
  '“{detail}” is no date that can be used and was left out.': '«{detail}» ليس تاريخًا يمكن استخدامه، وتُرك.',
  '“{detail}” is no language and was left out.': '«{detail}» ليست لغة، وتُركت.'
}
