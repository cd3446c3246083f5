import type { Catalogue } from '../translator.ts'

export const promos: Catalogue = {
  'A limit is at least 1.': 'الحد الأدنى لأي سقف هو 1.',
  'Began the campaign {name}': 'بدأت حملة {name}',
  'Ended the campaign {name}': 'أُنهيت حملة {name}',
  'Resumed the campaign {name}': 'استُؤنفت حملة {name}',
  'Choose a time zone.': 'اختر منطقة زمنية.',
  'Customers have codes of this campaign. End it instead of deleting it.':
    'لدى عملاء رموز من هذه الحملة. أنهِها بدلًا من حذفها.',
  'Each text needs {code}, where the code goes.': 'يحتاج كل نص إلى {code} حيث يوضع الرمز.',
  'It ended already: {detail}.': 'انتهى بالفعل: {detail}.',
  'It ends before it begins. Correct the dates.': 'تنتهي قبل أن تبدأ. صحّح التواريخ.',
  'Its reply is still in the outbox. Decide there.': 'ما زال ردّه في صندوق الصادر. قرّر هناك.',
  'Leave quotation marks out of the name: placeholders put it in some.':
    'اترك علامات الاقتباس خارج الاسم: العناصر النائبة تضعه بينها.',
  'Name somebody who may approve, or let everyone give it.': 'سمِّ من يجوز له الموافقة، أو دع الجميع يمنحه.',
  'No code of this campaign is left. Import more.': 'لم يبقَ رمز من هذه الحملة. استورد المزيد.',
  'Only the team {team} gives this code.': 'يمنح هذا الرمز فريق {team} وحده.',
  'Only who may give the codes of this campaign may export them.': 'لا يصدّر رموز هذه الحملة إلا من يجوز له منحها.',
  'Only {names} may approve codes of this campaign.': 'لا يوافق على رموز هذه الحملة إلا {names}.',
  'Say how dates like {date} are written, then import again.': 'حدّد كيف تُكتب تواريخ مثل {date}، ثم استورد من جديد.',
  'Say what it gives.': 'اذكر ما يمنحه.',
  'Somebody changed this campaign meanwhile. Look at it, then save yours again.':
    'غيّر أحدهم هذه الحملة في الأثناء. انظر إليها ثم احفظ نسختك من جديد.',
  'Somebody who may approve has to agree to this code first.': 'يجب أن يوافق على هذا الرمز أولًا من يجوز له ذلك.',
  'The code has blanks or signs in it that no code has.': 'في الرمز فراغات أو علامات لا تكون في رمز.',
  'The code has fewer than {least, number} characters, and could not be told from a word.':
    'في الرمز أقل من {least, number} من المحارف، ولا يمكن تمييزه عن كلمة.',
  'The code has more than {most, number} characters.': 'في الرمز أكثر من {most, number} من المحارف.',
  'The code is here already.': 'الرمز هنا بالفعل.',
  'The code is in the file before.': 'ورد الرمز في الملف من قبل.',
  'The code is not active.': 'الرمز غير مفعّل.',
  'The code was used.': 'استُخدم الرمز.',
  'The conversation has none of the tags that this campaign is for.': 'ليس للمحادثة أي من الوسوم التي لها هذه الحملة.',
  'The file has more than {size} MB. Import it in parts.': 'حجم الملف أكثر من {size} ميغابايت. استورده على أجزاء.',
  'The promo code in this reply belongs to another customer. Take it out and insert one with %.':
    'الرمز الترويجي في هذا الرد لعميل آخر. أزله وأدرج رمزًا بعلامة %.',
  'The promo code in this reply cannot be given any more. Edit the reply and insert another one.':
    'لم يعد ممكنًا منح الرمز الترويجي في هذا الرد. حرّر الرد وأدرج غيره.',
  'The promo code in this reply does not work any more. Take it out and insert another one with %.':
    'لم يعد الرمز الترويجي في هذا الرد صالحًا. أزله وأدرج غيره بعلامة %.',
  'The promo code in this reply is not kept for this customer. Take it out and insert one with %.':
    'الرمز الترويجي في هذا الرد غير محجوز لهذا العميل. أزله وأدرج رمزًا بعلامة %.',
  'The promo code in this reply was revoked. Take it out and insert another one with %.':
    'أُلغي الرمز الترويجي في هذا الرد. أزله وأدرج غيره بعلامة %.',
  'The quotation marks in it do not fit.': 'علامات الاقتباس فيه غير متطابقة.',
  'There are no codes in this JSON. Export a list of discount or promotion codes.':
    'لا رموز في ملف JSON هذا. صدّر قائمة برموز الخصم أو الترويج.',
  'There is a campaign called “{name}” already. Choose another name.': 'هناك حملة باسم «{name}» بالفعل. اختر اسمًا آخر.',
  'There is a file at {path} already. Choose another name.': 'هناك ملف في {path} بالفعل. اختر اسمًا آخر.',
  'There is no code in it.': 'لا رمز فيه.',
  'There may be one text for each language.': 'يجوز نص واحد لكل لغة.',
  'This campaign begins on {when}.': 'تبدأ هذه الحملة في {when}.',
  'This campaign ended on {when}.': 'انتهت هذه الحملة في {when}.',
  'This campaign has one code for all. Begin another one for a pool of codes.':
    'لهذه الحملة رمز واحد للجميع. ابدأ حملة أخرى لمجموعة رموز.',
  'This campaign is for the first contact only.': 'هذه الحملة لأول تواصل فقط.',
  'This campaign is not here any more. Choose another one.': 'لم تعد هذه الحملة هنا. اختر غيرها.',
  'This campaign was ended.': 'أُنهيت هذه الحملة.',
  'This code is in another campaign already. Choose another code.': 'هذا الرمز في حملة أخرى بالفعل. اختر رمزًا آخر.',
  'This conversation got a code of this campaign on {when}.': 'حصلت هذه المحادثة على رمز من هذه الحملة في {when}.',
  'This customer got a code of this campaign on {when}.': 'حصل هذا العميل على رمز من هذه الحملة في {when}.',
  'This customer got another code a short while ago. The next may follow on {when}.':
    'حصل هذا العميل على رمز آخر قبل قليل. قد يتبعه التالي في {when}.',
  'This is no whole JSON. Export it again.': 'ملف JSON هذا غير كامل. صدّره من جديد.',
  'Write the amount as a number, like 12.50.': 'اكتب المبلغ رقمًا، مثل 12.50.',
  'Write the code without blanks and quotation marks, with at most 100 characters.':
    'اكتب الرمز بلا فراغات ولا علامات اقتباس، بما لا يزيد على 100 محرف.',
  'Write the currency with three letters, like EUR.': 'اكتب العملة بثلاثة أحرف، مثل EUR.',
  'Write the time as day and hour.': 'اكتب الوقت يومًا وساعة.',
  '{count, plural, one {# code} other {# codes}} were given today, which is all for one day.':
    'مُنح اليوم {count, plural, zero {لا رمز} one {رمز واحد} two {رمزان} few {# رموز} many {# رمزًا} other {# رمز}}، وهذا كل ما ليوم واحد.',
  '{count, plural, one {# code} other {# codes}} were given, which is all there may be.':
    'مُنح {count, plural, zero {لا رمز} one {رمز واحد} two {رمزان} few {# رموز} many {# رمزًا} other {# رمز}}، وهذا كل ما يجوز.',
  '{path} cannot be written. Check the folder and its permissions.': 'لا يمكن كتابة {path}. تحقق من المجلد وأذوناته.',
  '“{detail}” is no date as it was said they are written.': '«{detail}» ليس تاريخًا بالصيغة المحددة.'
}
