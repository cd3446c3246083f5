import type { Catalogue } from '../translator.ts'

export const settings: Catalogue = {
  'A reply waits this long before it leaves.': 'ينتظر الرد هذه المدة قبل أن يُرسل.',
  'A reply waits this long before it leaves. {key} takes it back.':
    'ينتظر الرد هذه المدة قبل أن يُرسل. يعيده المفتاح {key}.',
  'Add a key': 'أضف مفتاحًا',
  'Add a key for {action}': 'أضف مفتاحًا لأجل {action}',
  'All keys are the usual ones again': 'عادت كل المفاتيح إلى المعتاد',
  Appearance: 'المظهر',
  Colours: 'الألوان',
  Comfortable: 'مريحة',
  Compact: 'مضغوطة',
  'Connect an X account': 'ربط حساب X',
  Dark: 'داكن',
  'It does nothing while you write.': 'لا يفعل شيئًا أثناء الكتابة.',
  'Keys: {group}': 'المفاتيح: {group}',
  Language: 'اللغة',
  Light: 'فاتح',
  'List of conversations': 'قائمة المحادثات',
  'No key': 'بلا مفتاح',
  Notifications: 'الإشعارات',
  'Pictures and clips': 'الصور والمقاطع',
  'Press a key, or two in a row. Esc leaves.': 'اضغط مفتاحًا، أو مفتاحين متتاليين. Esc للخروج.',
  'Press the key for {action}': 'اضغط المفتاح لأجل {action}',
  'Remove {key} from {action}': 'أزل {key} من {action}',
  Replies: 'الردود',
  'Reset all keys': 'إعادة كل المفاتيح',
  'Reset the keys of {action}': 'أعد مفاتيح {action} إلى المعتاد',
  'Targets for first and later answers, business hours, holidays. Each conversation counts down.':
    'أهداف للردود الأولى واللاحقة، وساعات العمل، والعطل. كل محادثة تعدّ تنازليًا.',
  'The usual keys again': 'المفاتيح المعتادة من جديد',
  'Time to take a reply back': 'مهلة استرجاع الرد',
  'Use it here instead': 'استخدمه هنا بدلًا من ذلك',
  'What is promised to customers': 'ما يُوعد به العملاء',
  'Who reaches you': 'من يصل إليك',
  '{key} does this already.': '{key} يفعل هذا من قبل.',
  '{key} is in use for {actions}.': '{key} مستخدم لأجل {actions}.'
}
