import type { Catalogue } from '../translator.ts'

export const composer: Catalogue = {
  'Add note': 'أضف ملاحظة',
  'Added as a note': 'أُضيفت كملاحظة',
  'Adding <name>{file}</name>': 'تُضاف <name>{file}</name>',
  'Another window has changed this draft. Both texts are kept in the history.':
    'غيّرت نافذة أخرى هذه المسودة. كلا النصين محفوظ في السجل.',
  'Attachment: {name}': 'المرفق: {name}',
  Cleared: 'مُسحت',
  Connect: 'ربط',
  'Discarded from the outbox': 'استُبعدت من الصادر',
  'Drop to attach to this reply': 'أفلِت لإرفاقه بهذا الرد',
  'From another window': 'من نافذة أخرى',
  'Internal note about {name}': 'ملاحظة داخلية عن {name}',
  'Keep this text': 'احتفظ بهذا النص',
  'Never sent to X': 'لا تُرسل إلى X أبدًا',
  'Not attached': 'لم يُرفق',
  Note: 'ملاحظة',
  'Note added': 'أُضيفت ملاحظة',
  'Nothing earlier yet. What you clear, rewrite or send is kept here for 30 days.':
    'لا شيء سابق بعد. ما تمسحه أو تعيد كتابته أو ترسله يُحفظ هنا 30 يومًا.',
  'One attachment per message: only {file} was taken': 'مرفق واحد لكل رسالة: أُخذ {file} فقط',
  'One file at a time: {file} is still being added.': 'ملف واحد في كل مرة: ما زال {file} يُضاف.',
  Picture: 'صورة',
  'Replaced by an earlier version': 'استُبدلت بنسخة سابقة',
  'Reply to {name}': 'الرد على {name}',
  Rewritten: 'أُعيدت كتابتها',
  'Send, and snooze until': 'أرسل، وأجّل حتى',
  Sent: 'أُرسلت',
  'Sent, and snoozed until they reply': 'أُرسل، وأُجّلت حتى يردوا',
  'Sent, and snoozed until {time}': 'أُرسل، وأُجّلت حتى {time}',
  'Show the other': 'اعرض الآخر',
  'The GIF has {frames} frames; X takes at most 350. Shorten it, or attach it as an MP4 video.':
    'في صورة GIF ‏{frames} إطارًا؛ ويقبل X ‏350 على الأكثر. قصّرها، أو أرفقها فيديو MP4.',
  'The GIF is damaged or incomplete. Save it anew and attach that.':
    'صورة GIF تالفة أو ناقصة. احفظها من جديد وأرفق ذلك.',
  'The GIF is larger than 15 MB, which is X’s limit. Shorten it, or attach it as an MP4 video.':
    'صورة GIF أكبر من 15 ميغابايت، وهو حد X. قصّرها، أو أرفقها فيديو MP4.',
  'The GIF measures {width} × {height}; X takes at most 1280 × 1080. Make it smaller, or attach it as an MP4 video.':
    'قياس صورة GIF هو {width} × {height}؛ ويقبل X ‏1280 × 1080 على الأكثر. صغّرها، أو أرفقها فيديو MP4.',
  'The attached file is damaged or missing on this disk. Edit the reply and attach it again.':
    'الملف المرفق تالف أو مفقود على هذا القرص. حرّر الرد وأرفقه من جديد.',
  'The file could not be read, or Backchannel is not running. Attach it again.':
    'تعذّرت قراءة الملف، أو أن Backchannel لا يعمل. أرفقه من جديد.',
  'The file is too large. {sentence}': 'الملف كبير جدًا. {sentence}',
  'The picture is damaged. Open it, save it anew and attach that.': 'الصورة تالفة. افتحها واحفظها من جديد وأرفق ذلك.',
  'The picture is larger than 5 MB, which is X’s limit. Make it smaller and attach it again.':
    'الصورة أكبر من 5 ميغابايت، وهو حد X. صغّرها وأرفقها من جديد.',
  'The size of the file is not known. Choose it again.': 'حجم الملف غير معروف. اختره من جديد.',
  'The video does not say how long it is, so X would refuse it. Export it as MP4 and attach that.':
    'لا يذكر الفيديو مدته، ولذلك سيرفضه X. صدّره بصيغة MP4 وأرفق ذلك.',
  'The video is damaged or incomplete. Export it anew and attach that.':
    'الفيديو تالف أو ناقص. صدّره من جديد وأرفق ذلك.',
  'The video is in {codec}, which X does not take. Export it as MP4 with H.264 ("most compatible").':
    'الفيديو بترميز {codec} الذي لا يقبله X. صدّره بصيغة MP4 مع H.264 ("الأكثر توافقًا").',
  'The video is larger than 512 MB, which is X’s limit. Shorten or compress it and attach it again.':
    'الفيديو أكبر من 512 ميغابايت، وهو حد X. قصّره أو اضغطه وأرفقه من جديد.',
  'The video is shorter than half a second, which X does not take. Send a picture instead.':
    'الفيديو أقصر من نصف ثانية، وهذا لا يقبله X. أرسل صورة بدلًا منه.',
  'The video lasts {seconds} seconds; X takes at most 140. Shorten it and attach it again.':
    'مدة الفيديو {seconds} ثانية؛ ويقبل X ‏140 على الأكثر. قصّره وأرفقه من جديد.',
  'This account is not in this group any more. A member has to add it again before you can write.':
    'لم يعد هذا الحساب في هذه المجموعة. يجب أن يضيفه أحد الأعضاء من جديد قبل أن تتمكن من الكتابة.',
  'This conversation comes from an archive. Connect its X account to answer.':
    'هذه المحادثة من أرشيف. اربط حسابها في X لترد.',
  'This file has sound only, and X takes no sound in direct messages. Put the recording into a video with a picture, or send a link to it.':
    'في هذا الملف صوت فقط، ولا يقبل X الصوت في الرسائل المباشرة. ضع التسجيل في فيديو مع صورة، أو أرسل رابطًا إليه.',
  'This is empty, or a folder. Choose a file.': 'هذا فارغ، أو مجلد. اختر ملفًا.',
  'Voice clip': 'مقطع صوتي',
  'What you write': 'ما تكتبه',
  'Write a note for your team only': 'اكتب ملاحظة لفريقك فقط',
  'Write to the customer': 'اكتب إلى العميل',
  'X could not process the GIF. Save it anew or attach an MP4 video instead.':
    'لم يستطع X معالجة صورة GIF. احفظها من جديد أو أرفق فيديو MP4 بدلًا منها.',
  'X could not process the video. Export it as MP4 (H.264 and AAC), edit the reply and attach that.':
    'لم يستطع X معالجة الفيديو. صدّره بصيغة MP4 ‏(H.264 وAAC)، وحرّر الرد وأرفق ذلك.',
  'X could not read the picture. Save it anew as JPG or PNG, edit the reply and attach that.':
    'لم يستطع X قراءة الصورة. احفظها من جديد بصيغة JPG أو PNG، وحرّر الرد وأرفق ذلك.',
  'X does not take HEIC or AVIF pictures. Save the picture as JPG or PNG and attach that.':
    'لا يقبل X صور HEIC أو AVIF. احفظ الصورة بصيغة JPG أو PNG وأرفق ذلك.',
  'X does not take this file. {sentence}': 'لا يقبل X هذا الملف. {sentence}',
  'X does not take this kind of video. Export it as MP4 (H.264 and AAC) and attach that.':
    'لا يقبل X هذا النوع من الفيديو. صدّره بصيغة MP4 ‏(H.264 وAAC) وأرفق ذلك.',
  'X takes no sound files in direct messages. Put the recording into an MP4 video, or send a link to it.':
    'لا يقبل X ملفات الصوت في الرسائل المباشرة. ضع التسجيل في فيديو MP4، أو أرسل رابطًا إليه.',
  'X takes one picture (JPG, PNG or WEBP up to 5 MB), GIF (up to 15 MB) or video (MP4, MOV or WEBM up to 512 MB and 140 seconds) per message.':
    'يقبل X صورة واحدة (JPG أو PNG أو WEBP حتى 5 ميغابايت)، أو GIF (حتى 15 ميغابايت)، أو فيديو (MP4 أو MOV أو WEBM حتى 512 ميغابايت و140 ثانية) لكل رسالة.',
  'X takes this attachment only if it is shared: anybody who gets hold of its link could open it, without signing in. Allow that for this account, or remove the attachment.':
    'لا يقبل X هذا المرفق إلا إذا شُورك: أي شخص يحصل على رابطه يستطيع فتحه دون تسجيل الدخول. اسمح بذلك لهذا الحساب، أو أزل المرفق.',
  'You blocked messages of <who>{name}</who>. Unblock to write.': 'حظرت رسائل <who>{name}</who>. ألغِ الحظر لتكتب.',
  restores: 'يستعيد',
  '{bytes, plural, one {# byte} other {# bytes}}':
    '{bytes, plural, zero {لا بايت} one {بايت واحد} two {بايتان} few {# بايتات} many {# بايتًا} other {# بايت}}',
  '{count, plural, one {# character} other {# characters}} left':
    'بقي {count, plural, zero {لا أحرف} one {حرف واحد} two {حرفان} few {# أحرف} many {# حرفًا} other {# حرف}}',
  '{count, plural, one {# character} other {# characters}} too many':
    'زيادة بمقدار {count, plural, zero {لا أحرف} one {حرف واحد} two {حرفين} few {# أحرف} many {# حرفًا} other {# حرف}}',
  '{file} removed': 'أُزيل {file}',
  '{file} was replaced: one attachment per message': 'استُبدل {file}: مرفق واحد لكل رسالة',
  '{size, number, ::.#} GB': '{size, number, ::.#} غ.ب',
  '{size, number, ::.#} KB': '{size, number, ::.#} ك.ب',
  '{size, number, ::.#} MB': '{size, number, ::.#} م.ب',
  '{what}, with a draft': '{what}، مع مسودة'
}
