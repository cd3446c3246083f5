import type { Catalogue } from '../translator.ts'

export const sync: Catalogue = {
  'A web page came instead of data. A proxy or the sign-in page of this network may stand between.':
    'جاءت صفحة ويب بدلًا من البيانات. ربما يقف بينهما خادم وسيط أو صفحة تسجيل دخول هذه الشبكة.',
  'Archive only': 'أرشيف فقط',
  'Catching up': 'يلحق بما فات',
  'Cost ceiling': 'سقف التكلفة',
  'First sync': 'أول مزامنة',
  'Going live…': 'يبدأ الاتصال المباشر…',
  'Live: new messages arrive at once.': 'مباشر: الرسائل الجديدة تصل فورًا.',
  'Not live just now; it is tried again.': 'ليس مباشرًا الآن؛ يُحاول من جديد.',
  'Not live just now; it is tried again. {reason}': 'ليس مباشرًا الآن؛ يُحاول من جديد. {reason}',
  'Not live: new messages are looked for about once a minute.':
    'ليس مباشرًا: تُطلب الرسائل الجديدة مرة في الدقيقة تقريبًا.',
  'Not live: {reason} New messages are looked for about once a minute.':
    'ليس مباشرًا: {reason} تُطلب الرسائل الجديدة مرة في الدقيقة تقريبًا.',
  Offline: 'بلا اتصال',
  Online: 'متصل',
  'Signed out': 'خارج الحساب',
  'Something that is not X answered on the live connection.': 'أجاب على الاتصال المباشر شيء ليس X.',
  Starting: 'يبدأ',
  'The answer of X is cut off or no JSON.': 'إجابة X مقطوعة أو ليست JSON.',
  'The answer of X is too large to be read.': 'إجابة X أكبر من أن تُقرأ.',
  'The live connection to X broke off.': 'انقطع الاتصال المباشر بـ X.',
  'The live connection to X is being made.': 'يُنشأ الاتصال المباشر بـ X.',
  'The request was given up before it was sent.': 'تُخلي عن الطلب قبل إرساله.',
  'There is no app bearer token, so that new messages are looked for about once a minute.':
    'لا يوجد رمز bearer للتطبيق، لذلك تُطلب الرسائل الجديدة مرة في الدقيقة تقريبًا.',
  'Two other connections of this X app are live already, which is all that X allows. New messages are looked for now and then instead.':
    'هناك اتصالان مباشران آخران لتطبيق X هذا، وهذا كل ما يسمح به X. يُبحث عن الرسائل الجديدة من حين إلى آخر بدلًا من ذلك.',
  'X answered with a redirect to another place, which is not followed.': 'أجاب X بتحويل إلى مكان آخر، ولا يُتبع ذلك.',
  'X answered with nothing.': 'لم يُجب X بشيء.',
  'X asks for a pause': 'يطلب X مهلة',
  'X asks for a pause until {time}': 'يطلب X مهلة حتى {time}',
  'X cannot be reached': 'لا يمكن الوصول إلى X',
  'X credits are used up': 'نفد رصيد X',
  'X credits are used up. Add credits in console.x.com; what is stored here can still be read.':
    'نفد رصيد X. أضف رصيدًا في console.x.com؛ ما زال يمكن قراءة ما هو محفوظ هنا.',
  'X does not accept the app bearer token. Copy it anew from console.x.com, “Keys and tokens”.':
    'لا يقبل X رمز bearer للتطبيق. انسخه من جديد من console.x.com، ‏“Keys and tokens”.',
  'X ended the live connection.': 'أنهى X الاتصال المباشر.',
  'X fell silent on the live connection.': 'صمت X على الاتصال المباشر.',
  'X left out a part ({kind})': 'ترك X جزءًا ({kind})',
  'X no longer accepts the sign-in': 'لم يعد X يقبل تسجيل الدخول',
  'X refuses it.': 'يرفض X ذلك.',
  'X’s limit has no room for a second attempt now.': 'لا يتسع حد X لمحاولة ثانية الآن.',
  'asking X for the last 30 days': 'يُسأل X عن آخر 30 يومًا',
  'last synced {time} ago': 'آخر مزامنة قبل {time}',
  live: 'مباشر',
  'not connected to X': 'غير متصل بـ X',
  polling: 'طلب دوري',
  'polling, going live': 'طلب دوري، يبدأ الاتصال المباشر',
  'polling, live again soon': 'طلب دوري، المباشر يعود قريبًا',
  'polling, live refused': 'طلب دوري، رُفض المباشر',
  'reading goes on, polling pauses': 'تستمر القراءة، ويتوقف الطلب الدوري',
  'reading pauses': 'القراءة متوقفة',
  'reading pauses until {time}': 'القراءة متوقفة حتى {time}',
  'synced just now': 'زومن للتو',
  'synced {time} ago': 'زومن قبل {time}',
  syncing: 'يُزامن',
  '{count, plural, one {# message} other {# messages}} so far':
    '{count, plural, zero {لا رسائل} one {رسالة واحدة} two {رسالتان} few {# رسائل} many {# رسالة} other {# رسالة}} حتى الآن',
  '{count, plural, one {# message} other {# messages}} so far, back to {day}':
    '{count, plural, zero {لا رسائل} one {رسالة واحدة} two {رسالتان} few {# رسائل} many {# رسالة} other {# رسالة}} حتى الآن، رجوعًا إلى {day}',
  '{sentence} X says: {said}': '{sentence} يقول X: {said}',
  '{usd, number, ::currency/USD} today': '{usd, number, ::currency/USD unit-width-narrow} اليوم'
}
