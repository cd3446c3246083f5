import type { Catalogue } from '../translator.ts'

export const screening: Catalogue = {
  'A keyword is empty. Write a word, or take the line away.': 'كلمة مفتاحية فارغة. اكتب كلمة، أو احذف السطر.',
  'A keyword may have at most {most} characters.': 'يجوز أن تحوي الكلمة المفتاحية {most} حرفًا على الأكثر.',
  'A reply lets them in.': 'الرد يسمح لهم بالدخول.',
  'A word, or several in a row': 'كلمة، أو عدة كلمات متتالية',
  Accept: 'قبول',
  'Accepted for good': 'قُبلت نهائيًا',
  'Accepted {what}': 'قُبل {what}',
  'Add a keyword': 'أضف كلمة مفتاحية',
  'Add everybody you have answered': 'أضف كل من رددت عليهم',
  'Add to those who always get in': 'أضف إلى من يدخلون دائمًا',
  'Add to those who always wait': 'أضف إلى من ينتظرون دائمًا',
  Always: 'دائمًا',
  'Always get in': 'يدخلون دائمًا',
  'Always wait in Requests': 'ينتظرون دائمًا في الطلبات',
  Apply: 'تطبيق',
  'Being applied to what is here: {part, number, percent}': 'يُطبّق على الموجود هنا: {part, number, percent}',
  'Blocked {name}': 'حُظر {name}',
  'Changed who reaches you': 'تغيّر من يصل إليك',
  Decline: 'رفض',
  'Everybody is on this list already.': 'الجميع في هذه القائمة من قبل.',
  Everyone: 'الجميع',
  'First contact: you have not answered them before.': 'أول تواصل: لم ترد عليهم من قبل.',
  'Followers of the account': 'متابعو الحساب',
  'Handles of those who always get in': 'أسماء مستخدمي من يدخلون دائمًا',
  'Handles of those who always wait': 'أسماء مستخدمي من ينتظرون دائمًا',
  'Handles or addresses of profiles, one or many': 'أسماء مستخدمين أو عناوين ملفات شخصية، واحد أو أكثر',
  'Held back': 'محتجزة',
  'It says “{keyword}”.': 'تقول “{keyword}”.',
  'Keyword {position, number}': 'الكلمة المفتاحية {position, number}',
  'Keywords of people you have not answered': 'كلمات مفتاحية لأشخاص لم ترد عليهم',
  'Nobody would reach your inbox like this. Choose people who follow each other with you, or put somebody on the list.':
    'لن يصل أحد إلى صندوق الوارد هكذا. اختر من يتابعونك أو تتابعهم، أو ضع أحدًا في القائمة.',
  'Not chosen': 'غير مختار',
  'Not known yet': 'غير معروف بعد',
  'Not spam': 'ليس مزعجًا',
  'Nothing that is here would move.': 'لن يُنقل شيء مما هنا.',
  'People the account follows': 'من يتابعهم الحساب',
  'People you choose': 'أشخاص تختارهم',
  'People you have answered before: first contact waits': 'أشخاص رددت عليهم من قبل: أول تواصل ينتظر',
  'Put somebody on a list': 'أُضيف أحدهم إلى قائمة',
  'Put {count} people on a list':
    'أُضيف {count, plural, zero {# شخص} one {شخص واحد} two {شخصان} few {# أشخاص} many {# شخصًا} other {# شخص}} إلى قائمة',
  'Remove keyword {position, number}': 'أزل الكلمة المفتاحية {position, number}',
  Request: 'طلب',
  'Show more of {count, number}': 'اعرض المزيد من {count, number}',
  'Somebody here marked it as spam.': 'وسمها أحد هنا كمزعجة.',
  'Somebody here put it aside.': 'نحّاها أحد هنا جانبًا.',
  'Straight into the inbox come': 'يدخل الوارد مباشرة',
  'Take {name} off the list': 'أزل {name} من القائمة',
  'The rest wait in Requests, without a notification. Whoever you answer gets in.':
    'ينتظر الباقون في الطلبات بلا إشعار. من ترد عليه يدخل.',
  'They are not among the people you chose.': 'ليسوا من الأشخاص الذين اخترتهم.',
  'They are on the list of those who wait.': 'هم في قائمة من ينتظرون.',
  'Took somebody off a list': 'أُزيل أحدهم من قائمة',
  'Took {count} people off a list':
    'أُزيل {count, plural, zero {# شخص} one {شخص واحد} two {شخصان} few {# أشخاص} many {# شخصًا} other {# شخص}} من قائمة',
  'Took {name} off the list': 'أُزيل {name} من القائمة',
  'Where keyword {position, number} leads': 'إلى أين تقود الكلمة المفتاحية {position, number}',
  'Write at least one handle, like @anas_silva.': 'اكتب اسم مستخدم واحدًا على الأقل، مثل @anas_silva.',
  'X has not told yet whether you follow each other.': 'لم يخبر X بعد هل تتابعان بعضكما.',
  'X tells it together with a profile, at no extra cost: so far of {count, plural, one {# person} other {# people}}. While it is not known, people wait. The list below gets in, too.':
    'يخبر X بذلك مع الملف الشخصي بلا كلفة إضافية: حتى الآن عن {count, plural, zero {لا أحد} one {شخص واحد} two {شخصين} few {# أشخاص} many {# شخصًا} other {# شخص}}. ما دام غير معروف ينتظر الناس. القائمة أدناه تدخل أيضًا.',
  '{count, plural, one {# conversation} other {# conversations}} would move to Requests.':
    'سيُنقل إلى الطلبات {count, plural, zero {لا محادثات} one {محادثة واحدة} two {محادثتان} few {# محادثات} many {# محادثة} other {# محادثة}}.',
  '{count, plural, one {# conversation} other {# conversations}} would move to Spam.':
    'سيُنقل إلى المزعجة {count, plural, zero {لا محادثات} one {محادثة واحدة} two {محادثتان} few {# محادثات} many {# محادثة} other {# محادثة}}.',
  '{count, plural, one {# conversation} other {# conversations}} would move to the inbox.':
    'سيُنقل إلى الوارد {count, plural, zero {لا محادثات} one {محادثة واحدة} two {محادثتان} few {# محادثات} many {# محادثة} other {# محادثة}}.',
  '{count, plural, one {# person always gets in} other {# people always get in}}':
    '{count, plural, zero {لا أحد يدخل دائمًا} one {شخص واحد يدخل دائمًا} two {شخصان يدخلان دائمًا} few {# أشخاص يدخلون دائمًا} many {# شخصًا يدخلون دائمًا} other {# شخص يدخلون دائمًا}}',
  '{count, plural, one {# person always waits} other {# people always wait}}':
    '{count, plural, zero {لا أحد ينتظر دائمًا} one {شخص واحد ينتظر دائمًا} two {شخصان ينتظران دائمًا} few {# أشخاص ينتظرون دائمًا} many {# شخصًا ينتظرون دائمًا} other {# شخص ينتظرون دائمًا}}',
  '{name} is in Spam.': '{name} في المزعجة.',
  '{name} is not in your inbox yet.': '{name} ليس في الوارد بعد.',
  '{what} always gets in from now on': '{what} يدخل دائمًا من الآن',
  '“{keyword}” leads to Requests and to Spam. Keep one of the two lines.':
    '“{keyword}” تقود إلى الطلبات وإلى المزعجة. أبقِ أحد السطرين.'
}
