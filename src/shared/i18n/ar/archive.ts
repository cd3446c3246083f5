import type { Catalogue } from '../translator.ts'

export const archive: Catalogue = {
  '/home/you/Downloads/twitter-archive.zip': '/home/you/Downloads/twitter-archive.zip',
  '1 reaction of conversation {conversation} could not be attached to a message.':
    'تعذّر ربط تفاعل واحد من المحادثة {conversation} برسالة.',
  'A conversation has no id: 1 message left out.': 'محادثة بلا معرّف: تُركت رسالة واحدة.',
  'A conversation has no id: {count} messages left out.':
    'محادثة بلا معرّف: {count, plural, zero {لم تُترك أي رسالة} one {تُركت رسالة واحدة} two {تُركت رسالتان} few {تُركت # رسائل} many {تُركت # رسالة} other {تُركت # رسالة}}.',
  'A member change ({kind}) of conversation {conversation}': 'تغيير في الأعضاء ({kind}) في المحادثة {conversation}',
  'A message of {where} is damaged.': 'رسالة في {where} تالفة.',
  'A message of {where} is larger than {size} MB.': 'رسالة في {where} أكبر من {size} ميغابايت.',
  'A message of {where} is nested deeper than {depth} levels.': 'رسالة في {where} متداخلة أعمق من {depth} مستوى.',
  'A number. It stands in the names of the conversations of that archive.':
    'رقم. تجده في أسماء المحادثات في ذلك الأرشيف.',
  'A part of {where} is overwritten.': 'جزء من {where} مكتوب فوقه.',
  'A reaction in conversation {conversation} does not say to which message it belongs.':
    'تفاعل في المحادثة {conversation} لا يقول إلى أي رسالة ينتمي.',
  'A reaction of conversation {conversation} was left out: too many stand by themselves.':
    'تُرك تفاعل من المحادثة {conversation}: كثير منها قائم وحده.',
  'An entry holds no conversation.': 'مدخل لا يحوي أي محادثة.',
  'An item ({kind})': 'عنصر ({kind})',
  'An item of conversation {conversation} is no message.': 'عنصر في المحادثة {conversation} ليس رسالة.',
  'Another file': 'ملف آخر',
  'Choose the file…': 'اختر الملف…',
  'Conversation {conversation} has no usable id.': 'المحادثة {conversation} ليس لها معرّف صالح.',
  'Conversation {conversation} holds something of an unknown kind ({kind}).':
    'تحوي المحادثة {conversation} شيئًا من نوع مجهول ({kind}).',
  'Conversation {conversation} is none of account {account}.':
    'المحادثة {conversation} ليست من محادثات الحساب {account}.',
  Done: 'تم',
  Import: 'استيراد',
  'Importing…': 'جارٍ الاستيراد…',
  'It cannot be opened inside the zip: {error}.': 'لا يمكن فتحه داخل ملف zip: {error}.',
  'It cannot be read to its end: {error}.': 'لا يمكن قراءته حتى نهايته: {error}.',
  'It does not begin like a file of an X archive.': 'لا يبدأ كملف من أرشيف X.',
  'It does not begin with a list of conversations.': 'لا يبدأ بقائمة محادثات.',
  'It holds no list of conversations.': 'لا يحوي قائمة محادثات.',
  'It is a link to another place and was not followed.': 'إنه رابط إلى مكان آخر ولم يُتبع.',
  'It is damaged: its checksum is wrong. What could be read was kept.':
    'إنه تالف: مجموع التحقق فيه خاطئ. حُفظ ما أمكنت قراءته.',
  'It is damaged: what it holds is no JSON.': 'إنه تالف: ما يحويه ليس JSON.',
  'It is damaged: {error}.': 'إنه تالف: {error}.',
  'It is damaged: {read} of {size} bytes could be unpacked.': 'إنه تالف: أمكن فك {read} من أصل {size} بايت.',
  'It is larger than {size} MB.': 'إنه أكبر من {size} ميغابايت.',
  'It is not in the archive.': 'إنه ليس في الأرشيف.',
  'It was refused: it holds more than the {size} bytes that the zip declares.':
    'رُفض: يحوي أكثر من {size} بايت التي يصرّح بها ملف zip.',
  'It was refused: it is larger than {size} MB.': 'رُفض: إنه أكبر من {size} ميغابايت.',
  'Its checksum is wrong: what follows the damage was left out.': 'مجموع التحقق فيه خاطئ: تُرك ما يلي التلف.',
  'Its name holds a backslash.': 'اسمه يحوي شرطة مائلة عكسية.',
  'Its name holds a zero byte.': 'اسمه يحوي بايت صفر.',
  'Its name is an absolute path.': 'اسمه مسار مطلق.',
  'Its name leads out of the archive.': 'اسمه يقود إلى خارج الأرشيف.',
  'Look into it': 'انظر ما فيه',
  'Looking into the archive…': 'جارٍ فحص الأرشيف…',
  'Message {id}': 'الرسالة {id}',
  'Message {id} of conversation {conversation}': 'الرسالة {id} في المحادثة {conversation}',
  'Path of the zip file, or of the unpacked folder, on this machine': 'مسار ملف zip، أو المجلد المفكوك، على هذا الجهاز',
  Progress: 'التقدم',
  'Show the conversations': 'اعرض المحادثات',
  'Something between two conversations is damaged.': 'شيء بين محادثتين تالف.',
  'Something between two messages of {where} is damaged.': 'شيء بين رسالتين في {where} تالف.',
  'The archive names this file in manifest.js but does not hold it.':
    'يذكر الأرشيف هذا الملف في manifest.js لكنه لا يحويه.',
  'The beginning of {where} is damaged.': 'بداية {where} تالفة.',
  'The file ends in the middle; what stands before was read.': 'ينتهي الملف في منتصفه؛ قُرئ ما قبل ذلك.',
  'The file is damaged and was left out; its message is here.': 'الملف تالف وتُرك؛ رسالته موجودة هنا.',
  'The import stopped': 'توقف الاستيراد',
  'The list of files inside the zip is damaged ({error}); what it names before was read.':
    'قائمة الملفات داخل zip تالفة ({error})؛ قُرئ ما تذكره قبل التلف.',
  'The messages of {where} are no list.': 'رسائل {where} ليست قائمة.',
  'The zip holds it twice; the first one was read.': 'يحويه ملف zip مرتين؛ قُرئ الأول.',
  'There is nothing at {path}. Check the path.': 'لا يوجد شيء في {path}. تحقق من المسار.',
  'X id of the account the archive belongs to': 'معرّف X للحساب الذي يخصه الأرشيف',
  'X sends your archive as a zip file when you ask for it under Settings, Your account, Download an archive of your data. Backchannel reads the direct messages in it, and nothing else. Importing twice adds nothing twice.':
    'يرسل X أرشيفك كملف zip عندما تطلبه من الإعدادات، حسابك، تنزيل أرشيف بياناتك. يقرأ Backchannel الرسائل المباشرة فيه ولا شيء سواها. الاستيراد مرتين لا يضيف شيئًا مرتين.',
  'You can close this and go on working.': 'يمكنك إغلاق هذا ومواصلة العمل.',
  'a conversation': 'محادثة',
  'and {count, number} more': 'و{count, number} أخرى',
  'conversation {id}': 'المحادثة {id}',
  'it is no object': 'إنه ليس كائنًا',
  'its {field} is missing or wrong': 'الحقل {field} مفقود أو خاطئ',
  '{count, plural, one {# entry could not be read and is left out} other {# entries could not be read and are left out}}':
    '{count, plural, zero {لا مُدخلات متروكة} one {تعذّرت قراءة مُدخل واحد فتُرك} two {تعذّرت قراءة مُدخلين فتُركا} few {تعذّرت قراءة # مُدخلات فتُركت} many {تعذّرت قراءة # مُدخلًا فتُركت} other {تعذّرت قراءة # مُدخل فتُركت}}',
  '{count, plural, one {# member change.} other {# member changes.}}':
    '{count, plural, zero {لا تغييرات في الأعضاء.} one {تغيير واحد في الأعضاء.} two {تغييران في الأعضاء.} few {# تغييرات في الأعضاء.} many {# تغييرًا في الأعضاء.} other {# تغيير في الأعضاء.}}',
  '{count, plural, one {# message is here already and stays as it is.} other {# messages are here already and stay as they are.}}':
    '{count, plural, zero {لا رسائل موجودة هنا من قبل.} one {رسالة واحدة موجودة هنا من قبل وتبقى كما هي.} two {رسالتان موجودتان هنا من قبل وتبقيان كما هما.} few {# رسائل موجودة هنا من قبل وتبقى كما هي.} many {# رسالة موجودة هنا من قبل وتبقى كما هي.} other {# رسالة موجودة هنا من قبل وتبقى كما هي.}}',
  '{count, plural, one {# picture or clip.} other {# pictures and clips.}}':
    '{count, plural, zero {لا صور ولا مقاطع.} one {صورة أو مقطع واحد.} two {صورتان أو مقطعان.} few {# صور ومقاطع.} many {# صورة ومقطعًا.} other {# صورة ومقطع.}}',
  '{count} messages of {where} stand too far before its id.':
    '{count, plural, zero {لا رسائل} one {رسالة واحدة} two {رسالتان} few {# رسائل} many {# رسالة} other {# رسالة}} في {where} تسبق معرّفها بمسافة كبيرة.',
  '{count} reactions of conversation {conversation} could not be attached to a message.':
    'تعذّر ربط {count, plural, zero {أي تفاعل} one {تفاعل واحد} two {تفاعلين} few {# تفاعلات} many {# تفاعلًا} other {# تفاعل}} من المحادثة {conversation} برسالة.',
  '{done} of {all} MB': '{done} من {all} ميغابايت',
  '{messages, plural, one {# new message} other {# new messages}} in {conversations, plural, one {# conversation} other {# conversations}} can be imported.':
    'يمكن استيراد {messages, plural, zero {لا رسائل جديدة} one {رسالة جديدة واحدة} two {رسالتين جديدتين} few {# رسائل جديدة} many {# رسالة جديدة} other {# رسالة جديدة}} في {conversations, plural, zero {لا محادثات} one {محادثة واحدة} two {محادثتين} few {# محادثات} many {# محادثة} other {# محادثة}}.',
  '{messages, plural, one {# new message} other {# new messages}} in {conversations, plural, one {# conversation} other {# conversations}} imported.':
    'استُوردت {messages, plural, zero {صفر رسائل جديدة} one {رسالة جديدة واحدة} two {رسالتان جديدتان} few {# رسائل جديدة} many {# رسالة جديدة} other {# رسالة جديدة}} في {conversations, plural, zero {لا محادثات} one {محادثة واحدة} two {محادثتين} few {# محادثات} many {# محادثة} other {# محادثة}}.',
  '{path} cannot be read: {error}.': 'لا يمكن قراءة {path}: ‏{error}.',
  '{path} cannot be read: {error}. Check the permissions of the file.':
    'لا يمكن قراءة {path}: ‏{error}. تحقق من أذونات الملف.',
  '{path} cannot be read: {error}. Check the permissions of the folder.':
    'لا يمكن قراءة {path}: ‏{error}. تحقق من أذونات المجلد.',
  '{path} holds several X archives. Choose the folder of one of them.':
    'يحوي {path} عدة أرشيفات من X. اختر مجلد واحد منها.',
  '{path} is a damaged zip ({error}). Copy or download it again.':
    '{path} ملف zip تالف ({error}). انسخه أو نزّله من جديد.',
  '{path} is a link to another place and was not followed.': '{path} رابط إلى مكان آخر ولم يُتبع.',
  '{path} is cut off: the list of files at the end of the zip is missing. Copy or download it again.':
    '{path} مقطوع: قائمة الملفات في نهاية zip مفقودة. انسخه أو نزّله من جديد.',
  '{path} is locked with a password. Unpack it first and choose the folder.':
    '{path} مقفل بكلمة مرور. فكّه أولًا واختر المجلد.',
  '{path} is locked with a password. Unpack the zip and choose the folder.':
    '{path} مقفل بكلمة مرور. فكّ ملف zip واختر المجلد.',
  '{path} is no X archive: it has no data/direct-messages.js. Choose the .zip that X sent you or the folder you unpacked it into.':
    '{path} ليس أرشيف X: لا يحوي data/direct-messages.js. اختر ملف zip الذي أرسله X إليك أو المجلد الذي فككته فيه.',
  '{path} is packed by method {method}. Unpack the zip and choose the folder.':
    '{path} محزوم بالطريقة {method}. فكّ ملف zip واختر المجلد.',
  '{path} was refused: it claims to hold {count} files, which no X archive does.':
    'رُفض {path}: يدّعي أنه يحوي {count} ملفًا، ولا يفعل ذلك أي أرشيف X.',
  '{path} was refused: it would grow from {size} to {unpacked} bytes (a "zip bomb"), which no file of X does.':
    'رُفض {path}: سيكبر من {size} إلى {unpacked} بايت ("قنبلة zip")، ولا يفعل ذلك أي ملف من X.',
  '{path} was refused: its messages would take {size} bytes, more than any archive of X does.':
    'رُفض {path}: ستشغل رسائله {size} بايت، أكثر من أي أرشيف من X.',
  '{sentence} 1 message left out.': '{sentence} تُركت رسالة واحدة.',
  '{sentence} It was refused.': '{sentence} لقد رُفض.',
  '{sentence} {count} messages left out.':
    '{sentence} {count, plural, zero {لم تُترك أي رسالة} one {تُركت رسالة واحدة} two {تُركت رسالتان} few {تُركت # رسائل} many {تُركت # رسالة} other {تُركت # رسالة}}.',
  '{what} of conversation {conversation} was left out: {why}.': 'تُرك من المحادثة {conversation}: {what}، لأن {why}.',
  '{where} was left out: it has no name.': '{where}: تُرك لأنه بلا اسم.',
  '{where} was left out: it names no user.': '{where}: تُرك لأنه لا يذكر أي مستخدم.',
  '{where} was left out: its sender {sender} takes no part in the conversation.':
    '{where}: تُركت لأن مرسلها {sender} لا يشارك في المحادثة.',
  '{where} was left out: its text has {count} characters.':
    '{where}: تُركت لأن نصها يحوي {count, plural, zero {# حرف} one {حرفًا واحدًا} two {حرفين} few {# أحرف} many {# حرفًا} other {# حرف}}.',
  '{where}: one of its reactions is damaged and was left out.': '{where}: أحد تفاعلاتها تالف وتُرك.'
}
