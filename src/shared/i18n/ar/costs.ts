import type { Catalogue } from '../translator.ts'

export const costs: Catalogue = {
  'A day, USD': 'في اليوم، USD',
  'A month, USD': 'في الشهر، USD',
  Account: 'الحساب',
  'Blocks and unblocks': 'حظر وإلغاء حظر',
  Ceiling: 'السقف',
  'Change the ceiling': 'غيّر السقف',
  'Choose how far back': 'اختر المدى',
  Costs: 'التكاليف',
  'Days and months begin at midnight UTC, as X counts. X’s own bill is the one that holds.':
    'تبدأ الأيام والأشهر عند منتصف الليل بتوقيت UTC، كما يحسب X. فاتورة X نفسها هي المعتمدة.',
  'Decide later': 'قرر لاحقًا',
  Each: 'للواحدة',
  'Everything that X gives, about 30 days, is here. Older messages are in the data archive that X sends you on request.':
    'كل ما يعطيه X، أي نحو 30 يومًا، موجود هنا. الرسائل الأقدم في أرشيف البيانات الذي يرسله X إليك عند الطلب.',
  'Fetch all 30 days': 'اجلب الأيام الثلاثين كلها',
  'Fetch everything missed': 'اجلب كل ما فات',
  'Fetch them': 'اجلبها',
  'For all accounts together. From 80 % on, older messages and profiles wait; when ten cents are left, nothing more is read; replies are never held back without asking you.':
    'لكل الحسابات معًا. ابتداءً من 80 % تنتظر الرسائل الأقدم والملفات الشخصية؛ وحين يبقى عشرة سنتات لا يُقرأ المزيد؛ ولا تُحتجز الردود أبدًا دون سؤالك.',
  'How far back?': 'إلى أي مدى؟',
  'Last 7 days': 'آخر 7 أيام',
  'Leaves about {time}, by X’s limits.': 'يُرسل نحو {time}، بحسب حدود X.',
  Limits: 'الحدود',
  'Live encrypted messages': 'رسائل مباشرة فورية مشفّرة',
  'Live messages': 'رسائل فورية',
  'Messages deleted': 'رسائل محذوفة',
  'Messages read': 'رسائل مقروءة',
  'New messages come in and replies leave; older messages and profiles wait until {time}.':
    'الرسائل الجديدة تصل والردود تُرسل؛ والرسائل الأقدم والملفات الشخصية تنتظر حتى {time}.',
  'New messages come in and replies leave; older messages and profiles wait.':
    'الرسائل الجديدة تصل والردود تُرسل؛ والرسائل الأقدم والملفات الشخصية تنتظر.',
  'New messages come in meanwhile.': 'الرسائل الجديدة تصل في هذه الأثناء.',
  'No account is connected to X.': 'لا حساب متصل بـ X.',
  'No ceiling': 'بلا سقف',
  'No limit': 'بلا حد',
  'Nothing has been charged this month.': 'لم يُحاسب على شيء هذا الشهر.',
  'Nothing is read until {time}.': 'لا يُقرأ شيء حتى {time}.',
  'Nothing is read.': 'لا يُقرأ شيء.',
  'Nothing more is charged for what is older.': 'لا يُحاسب على المزيد لما هو أقدم.',
  'Older messages are being fetched.': 'تُجلب الرسائل الأقدم.',
  'Only new messages': 'الرسائل الجديدة فقط',
  'Only new messages from now on': 'الرسائل الجديدة فقط من الآن',
  'Optional. What is left out then can be fetched later.': 'اختياري. ما يُترك حينها يمكن جلبه لاحقًا.',
  'Profiles read': 'ملفات شخصية مقروءة',
  'Reads, 15 min': 'القراءات، 15 د',
  'Replies leave, because you said so.': 'الردود تُرسل، لأنك قلت ذلك.',
  'Replies sent': 'ردود مرسلة',
  'Replies wait for your word.': 'الردود تنتظر كلمتك.',
  'Replies, 15 min': 'الردود، 15 د',
  'Replies, 24 h': 'الردود، 24 س',
  'Send replies anyway': 'أرسل الردود على أي حال',
  'Stop at, USD': 'توقف عند، USD',
  'There is more to read for @{name}.': 'هناك المزيد لقراءته للحساب ⁦@{name}⁩.',
  'This is practice: the figures are what X would charge.': 'هذا تدريب: الأرقام هي ما كان X سيحاسب عليه.',
  'This month': 'هذا الشهر',
  Together: 'المجموع',
  'What X allows': 'ما يسمح به X',
  'What X charges': 'ما يحاسب عليه X',
  'What is left of it is kept for replies.': 'ما يبقى منه محفوظ للردود.',
  'X charges for each message.': 'يحاسب X على كل رسالة.',
  'X charges for each message: all of it would cost {estimate}.': 'يحاسب X على كل رسالة: كلها ستكلف {estimate}.',
  'X does not say how many there are; about {count, number} more is likely.':
    'لا يذكر X كم عددها؛ الأرجح وجود نحو {count, number} أخرى.',
  'about {usd} ({low} to {high})': 'نحو {usd} ({low} إلى {high})',
  'no limit known': 'لا حد معروف',
  'of it @{username}': 'منها ⁦@{username}⁩',
  '{count, plural, one {# message} other {# messages}} read so far, back to {day}: about {perDay, number} a day.':
    'قُرئ حتى الآن {count, plural, zero {لا رسائل} one {رسالة واحدة} two {رسالتان} few {# رسائل} many {# رسالة} other {# رسالة}}، رجوعًا إلى {day}: نحو {perDay, number} في اليوم.',
  '{count, plural, one {# message} other {# messages}} read so far: about {perDay, number} a day.':
    'قُرئ حتى الآن {count, plural, zero {لا رسائل} one {رسالة واحدة} two {رسالتان} few {# رسائل} many {# رسالة} other {# رسالة}}: نحو {perDay, number} في اليوم.',
  '{count, plural, one {# reply in the outbox waits} other {# replies in the outbox wait}} for your word.':
    '{count, plural, zero {لا ردود في الصادر تنتظر} one {رد واحد في الصادر ينتظر} two {ردّان في الصادر ينتظران} few {# ردود في الصادر تنتظر} many {# ردًا في الصادر تنتظر} other {# رد في الصادر تنتظر}} كلمتك.',
  '{count, plural, one {# reply waits: leaves} other {# replies wait: last leaves}} about {time}':
    '{count, plural, zero {لا ردود تنتظر: يُرسل} one {رد واحد ينتظر: يُرسل} two {ردّان ينتظران: يُرسل الأخير} few {# ردود تنتظر: يُرسل الأخير} many {# ردًا تنتظر: يُرسل الأخير} other {# رد تنتظر: يُرسل الأخير}} نحو {time}',
  '{day}, {time}': '{day}، {time}',
  '{left, number} of {limit, number}': '{left, number} من {limit, number}',
  '{left, number} of {limit, number} replies left': 'بقي {left, number} من {limit, number} ردود',
  '{left, number} of {limit, number} replies left, next at {time}':
    'بقي {left, number} من {limit, number} ردود، التالي في {time}',
  '{left}, again {time}': '{left}، من جديد في {time}',
  '{left}; 24 h: {count, number} left': '{left}؛ 24 س: بقي {count, number}',
  '{period, select, day {Today’s} other {This month’s}} ceiling of {limit} is near.':
    'اقترب {period, select, day {سقف اليوم} other {سقف هذا الشهر}} وهو {limit}.',
  '{period, select, day {Today’s} other {This month’s}} ceiling of {limit} is reached.':
    'بُلغ {period, select, day {سقف اليوم} other {سقف هذا الشهر}} وهو {limit}.',
  '{sentence}.': '{sentence}.',
  '{usd, number, ::currency/USD .000}': '{usd, number, ::currency/USD unit-width-narrow .000}',
  '{usd, number, ::currency/USD}': '{usd, number, ::currency/USD unit-width-narrow}'
}
