import type { Catalogue } from '../translator.ts'

export const library: Catalogue = {
  'A canned reply': 'الرد الجاهز',
  'A canned reply may have {most} tags at most.': 'قد يكون للرد الجاهز {most} وسمًا على الأكثر.',
  'A canned reply may have {most} tags at most. Take some away first.':
    'قد يكون للرد الجاهز {most} وسمًا على الأكثر. أزل بعضها أولًا.',
  'A conversation can be snoozed for a year at most.': 'يمكن تأجيل المحادثة سنة على الأكثر.',
  'A folder': 'المجلد',
  'A fragment is only ever part of a reply. Give the key to a reply.':
    'المقطع لا يكون إلا جزءًا من رد. أعط المفتاح لرد.',
  'A shortcut is one word, without blanks and slashes.': 'الاختصار كلمة واحدة بلا فراغات ولا خطوط مائلة.',
  'A shortcut may have at most {most} characters.': 'قد يكون للاختصار {most} حرفًا على الأكثر.',
  'A team': 'الفريق',
  'Approved {count} canned replies':
    '{count, plural, zero {لم يُعتمد أي رد جاهز} one {اعتُمد رد جاهز واحد} two {اعتُمد ردان جاهزان} few {اعتُمدت # ردود جاهزة} many {اعتُمد # ردًا جاهزًا} other {اعتُمد # رد جاهز}}',
  'Approved {name}': 'اعتُمد {name}',
  'Brought {count} canned replies back into use':
    '{count, plural, zero {لم يعد أي رد جاهز إلى الاستخدام} one {عاد رد جاهز واحد إلى الاستخدام} two {عاد ردان جاهزان إلى الاستخدام} few {عادت # ردود جاهزة إلى الاستخدام} many {عاد # ردًا جاهزًا إلى الاستخدام} other {عاد # رد جاهز إلى الاستخدام}}',
  'Brought {name} back into use': 'عاد {name} إلى الاستخدام',
  'Changed the owner of {count} canned replies':
    '{count, plural, zero {لم يُغيّر مالك أي رد جاهز} one {غُيّر مالك رد جاهز واحد} two {غُيّر مالك ردين جاهزين} few {غُيّر مالك # ردود جاهزة} many {غُيّر مالك # ردًا جاهزًا} other {غُيّر مالك # رد جاهز}}',
  'Changed the owner of {name}': 'غُيّر مالك {name}',
  'Changed the tags of {count} canned replies':
    '{count, plural, zero {لم تُغيّر وسوم أي رد جاهز} one {غُيّرت وسوم رد جاهز واحد} two {غُيّرت وسوم ردين جاهزين} few {غُيّرت وسوم # ردود جاهزة} many {غُيّرت وسوم # ردًا جاهزًا} other {غُيّرت وسوم # رد جاهز}}',
  'Changed the tags of {name}': 'غُيّرت وسوم {name}',
  'Changed who may use {count} canned replies':
    '{count, plural, zero {لم يُغيّر من يستخدم أي رد جاهز} one {غُيّر من يستخدم ردًا جاهزًا واحدًا} two {غُيّر من يستخدم ردين جاهزين} few {غُيّر من يستخدم # ردود جاهزة} many {غُيّر من يستخدم # ردًا جاهزًا} other {غُيّر من يستخدم # رد جاهز}}',
  'Changed who may use {name}': 'غُيّر من يستخدم {name}',
  'Changed with a reply': 'غُيّرت مع رد',
  'Deleted {count} canned replies':
    '{count, plural, zero {لم يُحذف أي رد جاهز} one {حُذف رد جاهز واحد} two {حُذف ردان جاهزان} few {حُذفت # ردود جاهزة} many {حُذف # ردًا جاهزًا} other {حُذف # رد جاهز}}',
  'Discarded the draft of {name}': 'أُهملت مسودة {name}',
  'Each language can be there once only.': 'لا يمكن أن ترد كل لغة إلا مرة واحدة.',
  'Folders may lie {most} deep at most.': 'قد تتداخل المجلدات {most} مستويات على الأكثر.',
  'Gave {name} the quick key {key}': 'أُعطي {name} المفتاح السريع {key}',
  'It would expire before it may be used. Choose a later end.': 'سينتهي قبل أن يُسمح باستخدامه. اختر نهاية أبعد.',
  'Moved {count} canned replies':
    '{count, plural, zero {لم يُنقل أي رد جاهز} one {نُقل رد جاهز واحد} two {نُقل ردان جاهزان} few {نُقلت # ردود جاهزة} many {نُقل # ردًا جاهزًا} other {نُقل # رد جاهز}}',
  'Moved {name}': 'نُقل {name}',
  'Nothing of this canned reply was approved yet. Delete it instead.':
    'لم يُعتمد شيء من هذا الرد الجاهز بعد. احذفه بدلًا من ذلك.',
  'Replies contain a fragment by its shortcut. Give “{title}” one.':
    'تضم الردود المقطع باختصاره. أعطِ “{title}” اختصارًا.',
  'Retired {count} canned replies':
    '{count, plural, zero {لم يُسحب أي رد جاهز} one {سُحب رد جاهز واحد} two {سُحب ردان جاهزان} few {سُحبت # ردود جاهزة} many {سُحب # ردًا جاهزًا} other {سُحب # رد جاهز}}',
  'Retired {name}': 'سُحب {name}',
  'Rolled {name} back to an earlier version': 'أُعيد {name} إلى إصدار سابق',
  'Say which team may use it.': 'حدد الفريق الذي يُسمح له باستخدامه.',
  'Somebody saved another version of this canned reply meanwhile. Look at it, then save yours again.':
    'حفظ شخص آخر إصدارًا مختلفًا من هذا الرد الجاهز في هذه الأثناء. ألقِ نظرة عليه ثم احفظ إصدارك من جديد.',
  'The file {file} of this canned reply is not here any more. Attach it again in the library.':
    'لم يعد الملف {file} الخاص بهذا الرد الجاهز هنا. أرفقه من جديد في المكتبة.',
  'The shortcut /{shortcut} belongs to “{other}” already. Give “{title}” another one.':
    'الاختصار /{shortcut} مستخدم في “{other}”. أعطِ “{title}” اختصارًا آخر.',
  'This canned reply is not here any more.': 'لم يعد هذا الرد الجاهز موجودًا.',
  'This canned reply is not in review any more.': 'لم يعد هذا الرد الجاهز قيد المراجعة.',
  'This is no language, like “en” or “pt-BR”.': 'هذه ليست لغة مثل “en” أو “pt-BR”.',
  'Took its quick key from {name}': 'أُخذ المفتاح السريع من {name}',
  'With {file}': 'مع {file}',
  '{present} stays, and {file} was not added: one attachment per message':
    'يبقى {present}، ولم يُضف {file}: مرفق واحد لكل رسالة',
  '“{title}” could not be sent any more (line {line}, {detail}), because it contains what you change. Change “{title}” first.':
    'لن يمكن إرسال “{title}” بعد ذلك (السطر {line}، {detail})، لأنه يضم ما تغيّره. غيّر “{title}” أولًا.',
  '“{title}” says nothing. Write its text.': '“{title}” لا يقول شيئًا. اكتب نصه.',
  '“{title}”, line {line}: it contains itself ({detail}). Break the circle.':
    '“{title}”، السطر {line}: يضم نفسه ({detail}). اكسر الحلقة.',
  '“{title}”, line {line}: no approved fragment has the shortcut “{detail}”. Approve it first.':
    '“{title}”، السطر {line}: لا مقطع معتمدًا بالاختصار “{detail}”. اعتمده أولًا.',
  '“{title}”, line {line}: there is a second place for the cursor. Take one out.':
    '“{title}”، السطر {line}: هناك موضع ثانٍ للمؤشر. أزل أحدهما.',
  '“{title}”, line {line}: there is no “{detail}”. Take it out.': '“{title}”، السطر {line}: لا يوجد “{detail}”. أزله.',
  '“{title}”, line {line}: there is no “{detail}”. Write “{instead}”.':
    '“{title}”، السطر {line}: لا يوجد “{detail}”. اكتب “{instead}”.',
  '“{title}”, line {line}: “{detail}” cannot be read. Look for a missing brace or quote.':
    '“{title}”، السطر {line}: لا يمكن قراءة “{detail}”. ابحث عن قوس أو علامة اقتباس ناقصة.',
  '“{title}”, line {line}: “{detail}” does not take this. Change what stands behind it.':
    '“{title}”، السطر {line}: لا يقبل “{detail}” هذا. غيّر ما يليه.',
  '“{title}”, line {line}: “{detail}” has no beginning or no end. Put it there.':
    '“{title}”، السطر {line}: ينقص “{detail}” بداية أو نهاية. أضفها.',
  'All replies together: suggested for {shown, plural, one {# message} other {# messages}}, and {taken, plural, one {# was} other {# were}} sent out of a suggestion.':
    'كل الردود معًا: اقتُرحت لـ{shown, plural, zero {# رسالة} one {رسالة واحدة} two {رسالتين} few {# رسائل} many {# رسالة} other {# رسالة}}، و{taken, plural, zero {لم يُرسل أيٌّ منها} one {أُرسل واحد} two {أُرسل اثنان} few {أُرسل #} many {أُرسل #} other {أُرسل #}} من اقتراح.',
  'All versions': 'كل الإصدارات',
  'An earlier version': 'إصدار أقدم',
  'Answered: within three days; who still may answer is not counted yet. Came back: within a week of being resolved. Content: 4 or 5 of 5, or 8 and more of 10, in the surveys before which it was the last reply used. Times are the middle of all.':
    'أجاب: خلال ثلاثة أيام؛ ومن لا يزال بإمكانه الإجابة لا يُحسب بعد. عاد: خلال أسبوع من الحل. راضٍ: 4 أو 5 من 5، أو 8 فأكثر من 10، في الاستبيانات التي كان هذا آخر رد استُخدم قبلها. والأوقات هي الوسيط.',
  'Changed before sending': 'عُدّل قبل الإرسال',
  'Customer answered': 'أجاب العميل',
  'Customer content': 'العميل راضٍ',
  'Customer had waited': 'مدة انتظار العميل',
  'Figures are of the last {looked, number} times.': 'الأرقام لآخر {looked, number} مرة.',
  'Make it the draft': 'اجعله المسودة',
  'Never propose it': 'لا تقترحه أبدًا',
  'Not sent yet. Once it is, this tells what was changed before sending, who answered, and who came back.':
    'لم يُرسل بعد. حين يُرسل يظهر هنا ما عُدّل قبل الإرسال، ومن أجاب، ومن عاد.',
  'Nothing. Where agents make the same change for three customers or more, it is proposed here.':
    'لا شيء. حين يجري الوكلاء التعديل نفسه لثلاثة عملاء أو أكثر يُقترح هنا.',
  'Proposed changes': 'تعديلات مقترحة',
  'Resolved and came back': 'حُلّت ثم عادت',
  'See what they change': 'اعرض ما يعدّلونه',
  'Sent so to': 'أُرسل هكذا إلى',
  Version: 'الإصدار',
  'What agents keep changing': 'ما يعدّله الوكلاء مرارًا',
  'What became of it': 'ما آل إليه',
  'What became of {title}': 'ما آل إليه {title}',
  'after {time}': 'بعد {time}',
  After: 'بعد',
  Answered: 'أجاب',
  Changed: 'عُدّل',
  Content: 'راضٍ',
  'Nothing can be sorted by “{typed}”.': 'لا يمكن الترتيب حسب “{typed}”.',
  'Sort by {column}, the other way round': 'رتّب حسب {column} بالعكس',
  'Sort the library': 'رتّب المكتبة',
  'Time to the answer': 'الوقت حتى الإجابة',
  'Title, uses, or what became of it': 'العنوان أو مرات الاستخدام أو ما آل إليه',
  'the other way round': 'بالعكس',
  '{part} answered': 'أجاب {part}',
  '{average, number, ::.0} of 5 on average': '{average, number, ::.0} من 5 في المتوسط',
  '{part} content': 'راضٍ {part}',
  '{part} changed before sending': 'عُدّل {part} قبل الإرسال',
  '{percent, number} %': '{percent, number} %',
  'by {name}': 'من {name}',
  'not known yet': 'غير معروف بعد',
  '{count, number} of {of, number}': '{count, number} من {of, number}',
  '{count, plural, one {# fix proposed} other {# fixes proposed}}':
    '{count, plural, zero {لا تعديل مقترحًا} one {تعديل واحد مقترح} two {تعديلان مقترحان} few {# تعديلات مقترحة} many {# تعديلًا مقترحًا} other {# تعديل مقترح}}',
  '{count, plural, one {Agents keep changing the same words of it.} other {Agents keep changing the same words of it, in # places.}}':
    '{count, plural, zero {لا يعدّل الوكلاء شيئًا مرارًا.} one {يعدّل الوكلاء الكلمات نفسها فيه مرارًا.} two {يعدّل الوكلاء الكلمات نفسها فيه مرارًا، في موضعين.} few {يعدّل الوكلاء الكلمات نفسها فيه مرارًا، في # مواضع.} many {يعدّل الوكلاء الكلمات نفسها فيه مرارًا، في # موضعًا.} other {يعدّل الوكلاء الكلمات نفسها فيه مرارًا، في # موضع.}}',
  '{customers, plural, one {# customer} other {# customers}}':
    '{customers, plural, zero {لا عملاء} one {عميل واحد} two {عميلان} few {# عملاء} many {# عميلًا} other {# عميل}}',
  '{members, plural, one {One agent} other {# agents}} changed it so for {customers, number} of the {of, number} customers who got this version.':
    '{members, plural, zero {لا وكيل} one {وكيل واحد} two {وكيلان} few {# وكلاء} many {# وكيلًا} other {# وكيل}} عدّله هكذا لـ{customers, number} من {of, number} عميل تلقّوا هذا الإصدار.',
  '{part} ({percent, number} %)': '{part} ({percent, number} %)',
  '{percent, number} % of the words': '{percent, number} % من الكلمات',
  'Declined a change to {name}': 'رُفض تعديل على {name}',
  'This change is not proposed any more: the canned reply, or what was sent, has changed meanwhile. Open the reply and change it by hand.':
    'لم يعد هذا التعديل مقترحًا: فقد تغيّر الرد الجاهز أو ما أُرسل في هذه الأثناء. افتح الرد وعدّله يدويًا.',
  'Said twice': 'قيل مرتين',
  'Codes in the text': 'رموز في النص',
  'Dates in the text': 'تواريخ في النص',
  'Dead links': 'روابط معطلة',
  'Too long for X': 'أطول مما يقبله X',
  Stale: 'متقادم',
  'Never sent': 'لم يُرسل قط',
  'Another reply says the same': 'رد آخر يقول الشيء نفسه',
  'The code {code} stands in the text': 'الرمز {code} مكتوب في النص',
  'The date {date} stands in the text': 'التاريخ {date} مكتوب في النص',
  'Broken or unsafe links': 'روابط تالفة أو غير آمنة',
  'The link {link} is broken, or not a safe one (https)': 'الرابط {link} تالف أو غير آمن (https)',
  '{link} answered {status} on {date}': 'ردّ {link} بالرمز {status} في {date}',
  '{link}: its host does not exist, seen on {date}': '{link}: المضيف غير موجود، كما ظهر في {date}',
  'Check links': 'فحص الروابط',
  Dead: 'معطل',
  'Could not be told': 'تعذّر الحكم عليه',
  'Never asked': 'لا يُسأل',
  'It is not a safe one (https)': 'ليس رابطًا آمنًا (https)',
  'It has a placeholder in it': 'فيه عنصر نائب',
  'It has a name or a password in it': 'فيه اسم أو كلمة مرور',
  'It is no address of the open internet': 'ليس عنوانًا على الإنترنت العام',
  'The host asked for fewer questions': 'طلب المضيف أسئلة أقل',
  'No answer within ten seconds': 'لا رد خلال عشر ثوانٍ',
  'It could not be reached': 'تعذّر الوصول إليه',
  'Its certificate does not hold': 'شهادته غير صالحة',
  'Its host lies in a private network': 'مضيفه في شبكة خاصة',
  'It passes on too many times': 'يحيل مرات كثيرة',
  'It passes on to an address that is not asked': 'يحيل إلى عنوان لا يُسأل',
  'Its host does not exist, seen on {date}': 'مضيفه غير موجود، كما ظهر في {date}',
  'Answered {status} on {date}': 'ردّ بالرمز {status} في {date}',
  'Answered {status}': 'ردّ بالرمز {status}',
  'This computer has no network. What is known of the links stays as it was; check them when it has one.':
    'لا شبكة لهذا الحاسوب. ما يُعرف عن الروابط باقٍ كما كان؛ افحصها حين تتوفر الشبكة.',
  '{count, plural, one {# link asked} other {# links asked}}':
    '{count, plural, zero {لم يُسأل أي رابط} one {سُئل رابط واحد} two {سُئل رابطان} few {سُئلت # روابط} many {سُئل # رابطًا} other {سُئل # رابط}}',
  '{count, plural, =0 {none is dead} one {# is dead} other {# are dead}}':
    '{count, plural, zero {لا معطل منها} one {واحد معطل} two {اثنان معطلان} few {# معطلة} many {# معطلًا} other {# معطل}}',
  '{count, number} could not be told': 'تعذّر الحكم على {count, number}',
  '{count, number} not asked yet': 'لم يُسأل {count, number} بعد',
  'Stopped: {found}': 'أُوقف: {found}',
  '{count, plural, one {# link answers} other {# links answer}}':
    '{count, plural, zero {لا رابط يجيب} one {رابط واحد يجيب} two {رابطان يجيبان} few {# روابط تجيب} many {# رابطًا يجيب} other {# رابط يجيب}}',
  '{count, plural, one {Asking # link…} other {Asking # links…}}':
    '{count, plural, zero {لا رابط يُسأل…} one {يُسأل رابط واحد…} two {يُسأل رابطان…} few {تُسأل # روابط…} many {يُسأل # رابطًا…} other {يُسأل # رابط…}}',
  '{count, plural, one {Check # link} other {Check # links}}':
    '{count, plural, zero {افحص الروابط} one {افحص رابطًا واحدًا} two {افحص رابطين} few {افحص # روابط} many {افحص # رابطًا} other {افحص # رابط}}',
  'No reply that is approved or in review has a link in it.': 'لا رابط في أي رد معتمد أو قيد المراجعة.',
  'No reply that is approved or in review has a link that can be asked.':
    'لا رابط يمكن سؤاله في أي رد معتمد أو قيد المراجعة.',
  'This computer asks each link in replies that are approved or in review whether it still leads somewhere. Nothing of you or your customers goes along.':
    'يسأل هذا الحاسوب كل رابط في الردود المعتمدة أو قيد المراجعة هل ما زال يقود إلى مكان. لا يُرسل معه شيء عنك أو عن عملائك.',
  'asked last': 'آخر سؤال',
  '{count, plural, one {and # other} other {and # others}}':
    '{count, plural, zero {ولا غيره} one {وآخر} two {وآخران} few {و# أخرى} many {و# آخر} other {و# آخر}}',
  'Links cannot be checked here.': 'لا يمكن فحص الروابط هنا.',
  Stop: 'إيقاف',
  '{count, number} characters, more than X takes': '{count, number} حرف، أكثر مما يقبله X',
  'Approved on {date} and never sent': 'اعتُمد في {date} ولم يُرسل قط',
  'It has expired': 'انتهت صلاحيته',
  'Neither changed nor sent for half a year': 'لم يُعدّل ولم يُرسل منذ نصف عام',
  'Worth a look': 'يستحق نظرة',
  'Left {name} as it is': 'تُرك {name} كما هو',
  '{count, plural, one {Retired the other} other {Retired # others}}':
    '{count, plural, zero {لم يُسحب شيء} one {سُحب الآخر} two {سُحب الآخران} few {سُحبت # أخرى} many {سُحب # آخر} other {سُحب # آخر}}',
  'Keep this one, retire the others': 'أبقِ هذا واسحب الباقي',
  'It is meant so': 'هو مقصود هكذا',
  'Close the comparison': 'إغلاق المقارنة',
  Compare: 'قارن',
  'What was found is meant so': 'ما وُجد مقصود هكذا',
  'Keep this one of those that say the same': 'أبقِ هذا مما يقول الشيء نفسه'
}
