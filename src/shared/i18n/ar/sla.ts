import type { Catalogue } from '../translator.ts'

export const sla: Catalogue = {
  ' min': ' د',
  'A message at': 'رسالة في',
  'A policy needs a name.': 'تحتاج السياسة إلى اسم.',
  'Add a holiday': 'أضف عطلة',
  'Add a policy': 'أضف سياسة',
  'Answer times changed': 'تغيّرت أوقات الرد',
  'At risk when so much open time is left': 'في خطر حين يبقى هذا القدر من وقت العمل',
  Billing: 'الفواتير',
  'Broken lately': 'خُرقت مؤخرًا',
  'Business hours': 'ساعات العمل',
  Categories: 'الفئات',
  Complaint: 'شكوى',
  'Count down answer times': 'عدّ أوقات الرد تنازليًا',
  'Count round the clock, also at night and on holidays': 'العدّ على مدار الساعة، ليلًا وفي العطل أيضًا',
  Everybody: 'الجميع',
  'First answer': 'الرد الأول',
  High: 'عالية',
  Holidays: 'العطل',
  'Later answers': 'الردود اللاحقة',
  Low: 'منخفضة',
  'Never asked: “{name}” takes everything before it.': 'لا تُسأل أبدًا: “{name}” تأخذ كل شيء قبلها.',
  'New policy': 'سياسة جديدة',
  'None.': 'لا شيء.',
  'None. Every week is like the others.': 'لا شيء. كل أسبوع كغيره.',
  Normal: 'عادية',
  'Nothing promised': 'لا وعد',
  'On {day, select, d0 {Monday} d1 {Tuesday} d2 {Wednesday} d3 {Thursday} d4 {Friday} d5 {Saturday} other {Sunday}}, hours end before they begin. Let them end later; after midnight they go on with the next day.':
    'يوم {day, select, d0 {الاثنين} d1 {الثلاثاء} d2 {الأربعاء} d3 {الخميس} d4 {الجمعة} d5 {السبت} other {الأحد}} تنتهي الساعات قبل أن تبدأ. اجعلها تنتهي لاحقًا؛ بعد منتصف الليل تستمر مع اليوم التالي.',
  'On {day, select, d0 {Monday} d1 {Tuesday} d2 {Wednesday} d3 {Thursday} d4 {Friday} d5 {Saturday} other {Sunday}}, two times overlap. Let the second begin when the first has ended.':
    'يوم {day, select, d0 {الاثنين} d1 {الثلاثاء} d2 {الأربعاء} d3 {الخميس} d4 {الجمعة} d5 {السبت} other {الأحد}} يتداخل وقتان. اجعل الثاني يبدأ حين ينتهي الأول.',
  'Or half of the target, where that is less.': 'أو نصف الهدف، إن كان أقل.',
  Other: 'أخرى',
  'Otherwise a customer who waits goes on waiting.': 'وإلا فالعميل الذي ينتظر يواصل الانتظار.',
  Policies: 'السياسات',
  Praise: 'ثناء',
  Priorities: 'الأولويات',
  'Promise your customers an answer in time. Each conversation then counts down, and “At risk” shows what breaks first.':
    'عِد عملاءك برد في وقته. حينها تعدّ كل محادثة تنازليًا، وتعرض “في خطر” ما يُخرق أولًا.',
  'Start with these times': 'ابدأ بهذه الأوقات',
  Tags: 'الوسوم',
  Technical: 'تقنية',
  'The clock stands while a conversation is snoozed': 'يتوقف العدّ أثناء تأجيل المحادثة',
  'The first one that fits a conversation holds.': 'تسري أول سياسة تنطبق على المحادثة.',
  'There is no time zone “{zone}”. Choose one from the list, e.g. Europe/Berlin.':
    'لا توجد منطقة زمنية باسم “{zone}”. اختر واحدة من القائمة، مثل Europe/Berlin.',
  'To begin with: the first answer within 1 h, later ones within 4 h, Monday to Friday from 9:00 to 18:00 ({zone}). All of it can be changed.':
    'للبداية: الرد الأول خلال ساعة، واللاحقة خلال 4 ساعات، من الاثنين إلى الجمعة من 9:00 إلى 18:00 ({zone}). يمكن تغيير كل ذلك.',
  Urgent: 'عاجلة',
  'What that means': 'ما يعنيه ذلك',
  'With these hours nobody ever answers. Add hours to at least one day.':
    'بهذه الساعات لا يرد أحد أبدًا. أضف ساعات إلى يوم واحد على الأقل.',
  'Without a policy nothing is promised. Add one, or switch answer times off.':
    'دون سياسة لا يُوعد بشيء. أضف واحدة، أو أوقف أوقات الرد.',
  'Would be due': 'يكون مستحقًا',
  'an account that is gone': 'حساب لم يعد موجودًا',
  'breaks in {time}': 'يُخرق خلال {time}',
  'broken {time} ago': 'خُرق قبل {time}',
  closed: 'مغلق',
  'every year': 'كل سنة',
  'first answer {time}': 'الرد الأول {time}',
  'later answers {time}': 'الردود اللاحقة {time}',
  'opens {time}': 'يفتح {time}',
  'round the clock': 'على مدار الساعة',
  '{kind, select, first {First answer} other {Answer}} due {time} ({policy})':
    '{kind, select, first {الرد الأول مستحق} other {الرد مستحق}} {time} ({policy})',
  '{policy}: answered {time} late': '{policy}: رُد متأخرًا {time}',
  '{policy}: not answered yet': '{policy}: لم يُرد بعد',
  '{policy}: {kind, select, first {first answer} other {later answer}} due {time}':
    '{policy}: {kind, select, first {الرد الأول مستحق} other {الرد اللاحق مستحق}} {time}',
  '“{date}” is no date. Write holidays as year-month-day, e.g. 2026-12-25.':
    '“{date}” ليس تاريخًا. اكتب العطل سنة-شهر-يوم، مثل 2026-12-25.',
  '“{policy}” is there twice. Remove one of the two.': '“{policy}” موجودة مرتين. احذف إحداهما.',
  '“{policy}” promises nothing. Give it a time for the first answer or for later ones.':
    '“{policy}” لا تعد بشيء. أعطها وقتًا للرد الأول أو للردود اللاحقة.'
}
