import type { Catalogue } from '../translator.ts'

export const accounts: Catalogue = {
  'AAAAAAAAAA…': 'AAAAAAAAAA…',
  'Account: {name}': 'الحساب: {name}',
  'Address of X’s API': 'عنوان واجهة X البرمجية',
  'Address of X’s sign-in': 'عنوان تسجيل الدخول إلى X',
  'Address of the page the browser ended on': 'عنوان الصفحة التي انتهى إليها المتصفح',
  'All accounts': 'كل الحسابات',
  'Allow Backchannel at X. Sign in there with the account that answers your customers.':
    'اسمح لـ Backchannel في X. سجّل الدخول هناك بالحساب الذي يرد على عملائك.',
  'Another copy of this data folder on this computer has renewed this sign-in, and X takes each renewal once. Use that copy, or sign in again here.':
    'جدّدت نسخة أخرى من مجلد البيانات هذا على هذا الحاسوب تسجيل الدخول هذا، ويقبل X كل تجديد مرة واحدة. استخدم تلك النسخة، أو سجّل الدخول هنا من جديد.',
  'Another server than X…': 'خادم آخر غير X…',
  'App bearer token': 'رمز bearer للتطبيق',
  'App bearer token (optional)': 'رمز bearer للتطبيق (اختياري)',
  'Backchannel asks for reading and sending direct messages, nothing else. The keys stay on this machine. X charges your app for what it reads and sends.':
    'يطلب Backchannel قراءة الرسائل المباشرة وإرسالها، ولا شيء غير ذلك. تبقى المفاتيح على هذا الجهاز. يحاسب X تطبيقك على ما يقرؤه ويرسله.',
  'Begin again': 'ابدأ من جديد',
  'Callback address that the app must have': 'عنوان رد الاتصال الذي يجب أن يكون لدى التطبيق',
  'Callback address {number, number}': 'عنوان رد الاتصال {number, number}',
  'Client id': 'معرّف العميل',
  'Connected @{username}': 'اتصل الحساب ⁦@{username}⁩',
  'Copy all callback addresses': 'انسخ كل عناوين رد الاتصال',
  'Copy the app’s <b>client id</b> to here:': 'انسخ <b>معرّف العميل</b> الخاص بالتطبيق إلى هنا:',
  'Did the browser end on a page that cannot be shown? Copy its address to here:':
    'هل انتهى المتصفح إلى صفحة لا يمكن عرضها؟ انسخ عنوانها إلى هنا:',
  'Enter all of these as its callback addresses; whichever is free on this machine is used:':
    'أدخل كل هذه العناوين كعناوين رد اتصال للتطبيق؛ سيُستخدم المتاح منها على هذا الجهاز:',
  'Everything is as it was. Replies that waited leave now.': 'كل شيء كما كان. الردود المنتظرة تُرسل الآن.',
  Finish: 'إنهاء',
  'Go live': 'ابدأ الاتصال المباشر',
  'Go on to X': 'المتابعة إلى X',
  'If new messages should arrive at once: the app’s <b>bearer token</b>, from “Keys and tokens”. It can be added later, too.':
    'إذا أردت أن تصل الرسائل الجديدة فورًا: <b>رمز bearer</b> الخاص بالتطبيق، من “Keys and tokens”. يمكن إضافته لاحقًا أيضًا.',
  'In <link>X’s developer console</link>, make an app with user authentication (OAuth 2.0). Type of app: <b>Native App</b>. Move it to the package Pay-per-use and the environment Production.':
    'في <link>وحدة تحكم المطورين في X</link>، أنشئ تطبيقًا مع مصادقة المستخدم (OAuth 2.0). نوع التطبيق: <b>Native App</b>. انقله إلى الباقة Pay-per-use والبيئة Production.',
  'Its conversations, drafts and unsent replies are deleted from this machine, and Backchannel signs out of it. At X nothing is deleted: connecting the account again brings back the last 30 days, an X archive the rest.':
    'تُحذف محادثاته ومسوداته وردوده غير المرسلة من هذا الجهاز، ويسجّل Backchannel خروجه منه. لا يُحذف شيء لدى X: إعادة ربط الحساب تعيد آخر 30 يومًا، وأرشيف X يعيد الباقي.',
  Less: 'أقل',
  'Live connection of @{username}': 'الاتصال المباشر للحساب ⁦@{username}⁩',
  'Live connection…': 'الاتصال المباشر…',
  'New app bearer token': 'رمز bearer جديد للتطبيق',
  'Only {name}, @{username}': '{name} فقط، ⁦@{username}⁩',
  'Only {name}, @{username}, needs your eye': '{name} فقط، ⁦@{username}⁩، يحتاج إلى نظرة منك',
  'Open the inbox': 'افتح الوارد',
  'Paste the token first.': 'الصق الرمز أولًا.',
  'Remove @{username}': 'إزالة ⁦@{username}⁩',
  'Remove @{username} from this machine': 'إزالة ⁦@{username}⁩ من هذا الجهاز',
  'Remove the token': 'إزالة الرمز',
  'Remove…': 'إزالة…',
  'Replace it': 'استبداله',
  'Show or hide the token': 'إظهار الرمز أو إخفاؤه',
  'Sign in to @{username} again': 'سجّل الدخول إلى ⁦@{username}⁩ من جديد',
  'Signed in @{username}': 'سُجّل دخول ⁦@{username}⁩',
  'The callback address of your app must be exactly:': 'يجب أن يكون عنوان رد الاتصال في تطبيقك مطابقًا تمامًا لما يلي:',
  'The client id is missing. X shows it under “Keys and tokens” of your app.':
    'معرّف العميل ناقص. يعرضه X تحت “Keys and tokens” في تطبيقك.',
  'The direct messages of the last 30 days are on their way. X keeps no older ones for apps; an X archive has them.':
    'الرسائل المباشرة لآخر 30 يومًا في الطريق. لا يحتفظ X للتطبيقات بما هو أقدم؛ أما أرشيف X فيحتويها.',
  'The sign-in did not work: {reason}': 'لم ينجح تسجيل الدخول: {reason}',
  'The sign-in has ended{detail}. Sign in again; nothing is lost.':
    'انتهى تسجيل الدخول{detail}. سجّل الدخول من جديد؛ لم يضِع شيء.',
  'The sign-in server of X answered with something that is no data.': 'أجاب خادم تسجيل الدخول لدى X بشيء ليس بيانات.',
  'The sign-in server of X answered with something that is no token.': 'أجاب خادم تسجيل الدخول لدى X بشيء ليس رمزًا.',
  'The sign-in was declined in X. Start again and choose "Authorize app".':
    'رُفض تسجيل الدخول في X. ابدأ من جديد واختر "Authorize app".',
  'The stored sign-in cannot be read. Unlock the keychain of this computer, or sign in again.':
    'لا يمكن قراءة تسجيل الدخول المحفوظ. افتح سلسلة مفاتيح هذا الحاسوب، أو سجّل الدخول من جديد.',
  'This answer belongs to another sign-in. Start again and use the newest browser tab.':
    'هذه الإجابة تخص تسجيل دخول آخر. ابدأ من جديد واستخدم أحدث علامة تبويب في المتصفح.',
  'This is not the address that X led to. Copy it whole from the browser, including "code" and "state".':
    'هذا ليس العنوان الذي قاد إليه X. انسخه كاملًا من المتصفح، مع "code" و"state".',
  'Waiting for X…': 'في انتظار X…',
  'With the app bearer token, X sends new messages at once, and tells who is typing and what was read. You find it in console.x.com, in your app, under “Keys and tokens”: “Bearer Token”. It stays on this machine. X charges $0.01 for each message it sends this way.':
    'باستخدام رمز bearer للتطبيق يرسل X الرسائل الجديدة فورًا، ويخبر بمن يكتب وبما قُرئ. تجده في console.x.com داخل تطبيقك تحت “Keys and tokens”: “Bearer Token”. يبقى على هذا الجهاز. يحاسب X بمبلغ $0.01 على كل رسالة يرسلها بهذه الطريقة.',
  'X did not accept the sign-in request. Check in console.x.com that the callback address is entered exactly as shown here.':
    'لم يقبل X طلب تسجيل الدخول. تحقق في console.x.com من أن عنوان العودة مُدخل تمامًا كما يظهر هنا.',
  'X did not accept the sign-in{detail}: it has to be finished within 30 seconds. Start again.':
    'لم يقبل X تسجيل الدخول{detail}: يجب إنهاؤه خلال 30 ثانية. ابدأ من جديد.',
  'X does not accept the access token any more, and there is none to renew it with. Sign in again.':
    'لم يعد X يقبل رمز الوصول، ولا يوجد رمز لتجديده. سجّل الدخول من جديد.',
  'X has answered. One moment…': 'أجاب X. لحظة واحدة…',
  'X refused it.': 'رفض X ذلك.',
  'X refuses the app itself{detail}. Check in console.x.com that the client id is right and the app type is "Native App".':
    'يرفض X التطبيق نفسه{detail}. تحقق في console.x.com من أن معرّف العميل صحيح ونوع التطبيق هو "Native App".',
  chosen: 'مختار',
  'from an archive, not connected': 'من أرشيف، غير متصل',
  'http://127.0.0.1…?state=…&code=…': 'http://127.0.0.1…?state=…&code=…',
  'practice, {state}': 'تدريب، {state}'
}
