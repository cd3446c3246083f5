import type { Catalogue } from '../translator.ts'

export const outbox: Catalogue = {
  'A picture or clip': 'صورة أو مقطع',
  'A reply can wait a year at most.': 'يمكن أن ينتظر الرد سنة على الأكثر.',
  'Block their messages': 'حظر رسائلهم',
  'Change the time': 'تغيير الوقت',
  'Date and time': 'التاريخ والوقت',
  'Delete a message that you sent': 'حذف رسالة أرسلتها',
  'Deleting in {seconds, number} s': 'يُحذف خلال {seconds, number} ث',
  'Everything is sent': 'أُرسل كل شيء',
  'In 1 hour': 'بعد ساعة',
  'In 3 hours': 'بعد 3 ساعات',
  'In a week': 'بعد أسبوع',
  'It is deleted here, but not in your X account.': 'حُذفت هنا، لكن ليس في حسابك لدى X.',
  'Leave it so': 'اتركه كذلك',
  'Monday evening': 'مساء الاثنين',
  'Monday morning': 'صباح الاثنين',
  'Next attempt at {time}.': 'المحاولة التالية في {time}.',
  'No time in that yet. Try “tomorrow 9” or “3 dec 14:30”.': 'لا وقت في ذلك بعد. جرّب “tomorrow 9” أو “3 dec 14:30”.',
  'Open the conversation with {name}': 'افتح المحادثة مع {name}',
  'Replies, blocks and deletions that wait for the network, for X, or for you stand here until they have left.':
    'الردود وعمليات الحظر والحذف التي تنتظر الشبكة أو X أو تنتظرك تبقى هنا حتى تُرسل.',
  'Reply to {name} discarded': 'استُبعد الرد على {name}',
  'Say a day and a time, like “tomorrow 9” or “fri 14:30”.': 'حدد يومًا ووقتًا، مثل “tomorrow 9” أو “fri 14:30”.',
  Schedule: 'جدولة',
  'Take their messages again': 'قبول رسائلهم من جديد',
  'The reply has been sent already. Nothing was changed.': 'أُرسل الرد بالفعل. لم يتغير شيء.',
  'The reply is being sent at this moment. Nothing was changed.': 'يُرسل الرد في هذه اللحظة. لم يتغير شيء.',
  'The reply is still held back. Nothing was changed.': 'ما زال الرد محتجزًا. لم يتغير شيء.',
  'The reply waits for a look. Nothing was changed.': 'ينتظر الرد نظرة منك. لم يتغير شيء.',
  'The reply waits for its turn. Nothing was changed.': 'ينتظر الرد دوره. لم يتغير شيء.',
  'They are not blocked.': 'ليسوا محظورين.',
  'They are still blocked.': 'ما زالوا محظورين.',
  'This evening': 'هذا المساء',
  'This morning': 'هذا الصباح',
  'Tomorrow afternoon': 'بعد ظهر الغد',
  'Tomorrow morning': 'صباح الغد',
  'Waiting for X': 'بانتظار X',
  'Waiting for X. {reason}': 'بانتظار X. {reason}',
  'What changed': 'ما الذي تغيّر',
  'What has not left yet': 'ما لم يُرسل بعد',
  'What was taken for this reply is another one with the same text. X is looked at again.':
    'ما ظُنّ أنه هذا الرد هو رد آخر بالنص نفسه. يُتحقق لدى X من جديد.',
  When: 'متى',
  'When they reply': 'عندما يردون',
  'X answered, but did not do it.': 'أجاب X، لكنه لم يفعل ذلك.',
  'X did not answer when the reply was sent; Backchannel is checking whether it arrived. Nothing was changed.':
    'لم يُجب X عند إرسال الرد؛ يتحقق Backchannel مما إذا وصل. لم يتغير شيء.',
  'X did not answer. Backchannel looks whether the reply arrived before anything is sent again.':
    'لم يُجب X. يتحقق Backchannel مما إذا وصل الرد قبل أن يُرسل أي شيء من جديد.',
  'X did not do it.': 'لم يفعل X ذلك.',
  'X does not know this person any more.': 'لم يعد X يعرف هذا الشخص.',
  'X refused the reply. Nothing was changed.': 'رفض X الرد. لم يتغير شيء.',
  'and {count, plural, one {# more message} other {# more messages}}':
    'و{count, plural, zero {لا رسائل أخرى} one {رسالة أخرى} two {رسالتان أخريان} few {# رسائل أخرى} many {# رسالة أخرى} other {# رسالة أخرى}}',
  'tomorrow 9, fri 14:30, in 2 hours': 'tomorrow 9, fri 14:30, in 2 hours',
  '{count, plural, one {# other request} other {# other requests}}':
    '{count, plural, zero {لا طلبات أخرى} one {طلب آخر} two {طلبان آخران} few {# طلبات أخرى} many {# طلبًا آخر} other {# طلب آخر}}',
  '{count, plural, one {# reply} other {# replies}}':
    '{count, plural, zero {لا ردود} one {رد واحد} two {ردّان} few {# ردود} many {# ردًا} other {# رد}}'
}
