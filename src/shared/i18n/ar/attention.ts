import type { Catalogue } from '../translator.ts'

export const attention: Catalogue = {
  'Add a rule': 'أضف قاعدة',
  'Allow notifications': 'السماح بالإشعارات',
  'Answer due soon': 'رد يحين قريبًا',
  'Answer late': 'رد متأخر',
  Bell: 'جرس',
  Category: 'الفئة',
  'First contact: nobody has answered this customer yet': 'أول تواصل: لم يرد أحد على هذا العميل بعد',
  'Follow-up due': 'متابعة مستحقة',
  'For 1 h': 'لساعة واحدة',
  'For a meeting, or the evening.': 'لاجتماع، أو للمساء.',
  'How many': 'كم',
  'Keep quiet': 'أبقِه صامتًا',
  'Let the window’s button blink': 'دع زر النافذة يومض',
  'Let urgent conversations through': 'اسمح بمرور المحادثات العاجلة',
  'Names only': 'الأسماء فقط',
  'New messages': 'الرسائل الجديدة',
  'New rule': 'قاعدة جديدة',
  'No notifications until {time}.': 'لا إشعارات حتى {time}.',
  Nothing: 'لا شيء',
  'Nothing is told until {time}. Then one notification says who waits.':
    'لا يُبلَّغ عن شيء حتى {time}. ثم يخبر إشعار واحد بمن ينتظر.',
  'Notifications come again.': 'تعود الإشعارات.',
  'Notifications of new messages': 'إشعارات الرسائل الجديدة',
  'Number on the icon and in the title': 'العدد على الأيقونة وفي العنوان',
  'Only while you look elsewhere, many messages as one. After the computer slept: who waits, in one notification.':
    'فقط بينما تنظر إلى شيء آخر، وتُجمع الرسائل الكثيرة في إشعار واحد. بعد سكون الحاسوب: من ينتظر، في إشعار واحد.',
  Priority: 'الأولوية',
  Queue: 'القائمة',
  'Quiet hours': 'ساعات الهدوء',
  'Reply needs your eye': 'رد يحتاج إلى نظرة منك',
  'Rule {rule, number} can never fit: its conditions exclude each other. Change one of them.':
    'القاعدة {rule, number} لا يمكن أن تنطبق أبدًا: شروطها ينفي بعضها بعضًا. غيّر أحدها.',
  'Rule {rule, number} has no condition, so that it would swallow everything. Give it one, or remove it.':
    'القاعدة {rule, number} بلا شرط، فتبتلع كل شيء. أعطها شرطًا، أو احذفها.',
  Rules: 'القواعد',
  'Rules and quiet hours': 'القواعد وساعات الهدوء',
  'Rules {other, number} and {rule, number} contradict each other: one tells what the other keeps quiet. Remove one of the two.':
    'القاعدتان {other, number} و{rule, number} متناقضتان: إحداهما تُعلم بما تكتمه الأخرى. احذف إحداهما.',
  'Rules {other, number} and {rule, number} say the same. Remove one of the two.':
    'القاعدتان {other, number} و{rule, number} تقولان الشيء نفسه. احذف إحداهما.',
  'Sign-in needed': 'تسجيل الدخول مطلوب',
  Soft: 'ناعم',
  Sound: 'الصوت',
  'Sound of notifications': 'صوت الإشعارات',
  Tag: 'الوسم',
  'Tell me': 'أخبرني',
  'Tell me again': 'أخبرني من جديد',
  'Tell me only during these hours': 'أخبرني خلال هذه الساعات فقط',
  'The first one that fits decides. What none fits is told, but for requests that were not let in.':
    'أول قاعدة تنطبق هي التي تقرر. ما لا تنطبق عليه قاعدة يُبلَّغ عنه، عدا الطلبات التي لم يُسمح بها.',
  'This browser has no notifications.': 'هذا المتصفح لا يدعم الإشعارات.',
  'Unread of mine': 'غير المقروءة لدي',
  'Until tomorrow': 'حتى الغد',
  'What comes outside of them is told afterwards, in one notification.': 'ما يأتي خارجها يُبلَّغ عنه لاحقًا في إشعار واحد.',
  'What happened': 'ما الذي حدث',
  'What the rule does': 'ما تفعله القاعدة',
  'With text': 'مع النص',
  'With these hours nothing is ever told. Add hours to at least one day, or switch them off.':
    'بهذه الساعات لا يُعلَم بشيء أبدًا. أضف ساعات إلى يوم واحد على الأقل، أو أوقفها.',
  'Words in the message': 'كلمات في الرسالة',
  'Your browser blocks notifications of this page. Allow them in its settings for 127.0.0.1.':
    'متصفحك يحجب إشعارات هذه الصفحة. اسمح بها في إعداداته للعنوان 127.0.0.1.',
  'Your browser has to allow them first.': 'يجب أن يسمح متصفحك بها أولًا.',
  'is kept quiet': 'يبقى صامتًا',
  'is told': 'يُبلَّغ عنه',
  'no quiet hours': 'بلا ساعات هدوء',
  'quiet outside your hours': 'هدوء خارج ساعاتك',
  '{count, plural, =0 {No rules} one {# rule} other {# rules}}':
    '{count, plural, zero {لا قواعد} one {قاعدة واحدة} two {قاعدتان} few {# قواعد} many {# قاعدة} other {# قاعدة}}'
}
