import type { Catalogue } from '../translator.ts'

export const shell: Catalogue = {
  'Another window has done something since: {label}. Undo once more takes that back.':
    'فعلت نافذة أخرى شيئًا بعد ذلك: {label}. التراجع مرة أخرى يعيده.',
  'Another window has undone this already: {label}': 'تراجعت نافذة أخرى عن هذا من قبل: {label}',
  'Backchannel does not answer. If it was stopped, start it again and open the address it prints. What you write here is kept.':
    'لا يجيب Backchannel. إن كان قد أُوقف فشغّله من جديد وافتح العنوان الذي يطبعه. ما تكتبه هنا محفوظ.',
  'Backchannel is already open': 'Backchannel مفتوح من قبل',
  Conversation: 'المحادثة',
  'New messages wait at X until there are credits again.': 'تنتظر الرسائل الجديدة لدى X حتى يتوفر رصيد من جديد.',
  'Nothing leaves this machine.': 'لا شيء يغادر هذا الجهاز.',
  'Nothing was lost. Everything else goes on working.': 'لم يضع شيء. كل ما عدا ذلك يواصل العمل.',
  'Open X’s console': 'افتح وحدة تحكم X',
  'Outbox, {count, number} waiting': 'الصادر، {count, number} تنتظر',
  'Outbox, {count, plural, one {# reply} other {# replies}}':
    'الصادر، {count, plural, zero {لا ردود} one {رد واحد} two {ردّان} few {# ردود} many {# ردًا} other {# رد}}',
  Places: 'الأماكن',
  Practice: 'تدريب',
  'Reading and search go on, and replies wait in the outbox.': 'تستمر القراءة والبحث، والردود تنتظر في الصادر.',
  Status: 'الحالة',
  'The X credits of {name} are used up.': 'نفد رصيد X للحساب {name}.',
  'The browser has blocked the window. Allow pop-ups for this page, then try again.':
    'حجب المتصفح النافذة. اسمح بالنوافذ المنبثقة لهذه الصفحة، ثم حاول من جديد.',
  'The connection to Backchannel is lost. Trying again; what you write is kept.':
    'انقطع الاتصال بـ Backchannel. يُحاول من جديد؛ ما تكتبه محفوظ.',
  'The conversation': 'المحادثة',
  'The customer': 'العميل',
  'The data cannot be unlocked': 'لا يمكن فتح قفل البيانات',
  'The list': 'القائمة',
  'The message is kept.': 'أُبقيت الرسالة.',
  'The outbox': 'الصادر',
  'The settings': 'الإعدادات',
  'There is no room for the queues here. Their keys and the palette lead there.':
    'لا مكان للقوائم هنا. مفاتيحها ولوحة الأوامر تقود إليها.',
  'There is nothing to undo.': 'لا شيء للتراجع عنه.',
  'This data is from a newer Backchannel': 'هذه البيانات من إصدار أحدث من Backchannel',
  'This is practice:': 'هذا تدريب:',
  'This window is out of date': 'هذه النافذة قديمة',
  'Try now': 'حاول الآن',
  'Undone: {label}': 'تم التراجع: {label}',
  'Width of the conversation list': 'عرض قائمة المحادثات',
  'Width of the customer': 'عرض لوحة العميل',
  'Width of the queues': 'عرض القوائم',
  'X asks {name} to sign in again.': 'يطلب X من {name} تسجيل الدخول من جديد.',
  'a simulated X with invented customers.': 'نسخة محاكاة من X مع عملاء مخترعين.',
  'this account': 'هذا الحساب',
  '{count, number} in outbox': '{count, number} في الصادر',
  '{count, number} in outbox, {trouble, plural, one {# needs} other {# need}} your eye':
    '{count, number} في الصادر، {trouble, plural, zero {لا شيء يحتاج} one {واحد يحتاج} two {اثنان يحتاجان} few {# تحتاج} many {# تحتاج} other {# تحتاج}} إلى نظرة منك',
  '{what} could not be shown': 'تعذّر عرض {what}'
}
