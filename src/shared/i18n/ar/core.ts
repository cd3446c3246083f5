import type { Catalogue } from '../translator.ts'

export const core: Catalogue = {
  '&Edit': '&تحرير',
  '&File': '&ملف',
  '&Help': '&مساعدة',
  '&View': '&عرض',
  '&Window': '&نافذة',
  '@{handle} is suspended at X and cannot be written to.': 'حساب ⁦@{handle}⁩ موقوف لدى X ولا يمكن الكتابة إليه.',
  '@{username} is the account that writes. It cannot write to itself.':
    '⁦@{username}⁩ هو الحساب الذي يكتب. لا يمكنه أن يكتب إلى نفسه.',
  'A choice': 'الاختيار',
  'A conversation can be snoozed for a year at most. Choose an earlier moment.':
    'يمكن تأجيل محادثة لسنة على الأكثر. اختر لحظة أقرب.',
  'A group has 2 to 49 other people.': 'في المجموعة من 2 إلى 49 شخصًا آخر.',
  'A group of tags': 'مجموعة الوسوم',
  'A handle has up to 15 letters, digits and underscores, like @anas_silva.':
    'يتكوّن اسم المستخدم من 15 حرفًا ورقمًا وشرطة سفلية على الأكثر، مثل @anas_silva.',
  'A list of choices needs at least two choices.': 'تحتاج قائمة الاختيارات إلى اختيارين على الأقل.',
  'A message needs a text.': 'تحتاج الرسالة إلى نص.',
  'A note may have at most {most} characters.': 'يجوز أن تحوي الملاحظة {most} حرفًا على الأكثر.',
  'A note needs some text.': 'تحتاج الملاحظة إلى نص.',
  'A page holds 1 to 100 events.': 'تتسع الصفحة لـ 1 إلى 100 حدث.',
  'A person': 'الشخص',
  'A promise may have at most {most} characters.': 'يجوز أن يحوي الوعد {most} حرفًا على الأكثر.',
  'A reason may have at most 300 characters.': 'يجوز أن يحوي السبب 300 حرف على الأكثر.',
  'A reply can wait a year at most. Choose an earlier time.': 'يمكن أن ينتظر الرد سنة على الأكثر. اختر وقتًا أقرب.',
  'A reply may have at most {most} characters.': 'يجوز أن يحوي الرد {most} حرفًا على الأكثر.',
  'A reply needs some text.': 'يحتاج الرد إلى نص.',
  'A saved search may have at most 1,000 characters.': 'يجوز أن يحوي البحث المحفوظ 1000 حرف على الأكثر.',
  'A saved view': 'العرض المحفوظ',
  'A saved view needs something to search for.': 'يحتاج العرض المحفوظ إلى شيء يُبحث عنه.',
  'A tag': 'الوسم',
  'A username has letters, digits and _ only.': 'في اسم المستخدم أحرف وأرقام و_ فقط.',
  'A word may have at most 100 characters.': 'يجوز أن تحوي الكلمة 100 حرف على الأكثر.',
  Accepted: 'قُبلت',
  'Actual size': 'الحجم الفعلي',
  'Add to dictionary': 'أضف إلى القاموس',
  'Added a note': 'أُضيفت ملاحظة عن العميل',
  'Added {count} starter replies':
    'أُضيف {count, plural, zero {# رد جاهز} one {رد جاهز واحد} two {ردّان جاهزان} few {# ردود جاهزة} many {# ردًا جاهزًا} other {# رد جاهز}} للبداية',
  'An account cannot block itself.': 'لا يمكن لحساب أن يحظر نفسه.',
  'An account cannot write to itself.': 'لا يمكن لحساب أن يكتب إلى نفسه.',
  'An attribute': 'السمة',
  'Another window has changed the answer times meanwhile. Look at them and change yours again.':
    'غيّرت نافذة أخرى أوقات الرد في هذه الأثناء. انظر إليها وغيّر أوقاتك من جديد.',
  'Another window has changed this note meanwhile. Copy your text, close this, and look at the note again.':
    'غيّرت نافذة أخرى هذه الملاحظة في هذه الأثناء. انسخ نصك، وأغلق هذا، وانظر إلى الملاحظة من جديد.',
  'Assigned to {name}': 'أُسندت إلى {name}',
  'At most {most} people can be added at once.': 'يمكن إضافة {most} شخص على الأكثر دفعة واحدة.',
  'Backchannel cannot start': 'لا يمكن تشغيل Backchannel',
  'Backchannel was interrupted while this was being sent. It looks whether the reply arrived.':
    'انقطع Backchannel أثناء إرسال هذا. إنه يتحقق مما إذا وصل الرد.',
  'Backchannel’s core stopped. Attach the file again.': 'توقفت نواة Backchannel. أرفق الملف من جديد.',
  'Category changed': 'تغيّرت الفئة',
  'Changed a note': 'تغيّرت ملاحظة عن العميل',
  'Close window': 'إغلاق النافذة',
  Cut: 'قص',
  Declined: 'رُفضت',
  'Follow-up changed': 'تغيّرت المتابعة',
  'Follow-up deleted': 'حُذفت المتابعة',
  'Follow-up done': 'أُنجزت المتابعة',
  'Follow-up promised': 'وُعد بمتابعة',
  'Full screen': 'ملء الشاشة',
  'It is still held back. Nothing was changed.': 'ما زال محتجزًا. لم يتغير شيء.',
  'It is unclear which part of the file came.': 'من غير الواضح أي جزء من الملف وصل.',
  'It waits for its turn at X and cannot be dropped now. Nothing was changed.':
    'ينتظر دوره لدى X ولا يمكن إسقاطه الآن. لم يتغير شيء.',
  'Keep Them in the File': 'احتفظ بها في الملف',
  'Marked as spam': 'وُسمت كمزعجة',
  'Marked unread': 'وُسمت كغير مقروءة',
  'Merged the tag {name} into {other}': 'دُمج الوسم {name} في {other}',
  'Messages are being read at this moment. Try again in a minute.': 'تُقرأ الرسائل في هذه اللحظة. حاول بعد دقيقة.',
  Minimize: 'تصغير',
  'Moved to requests': 'نُقلت إلى الطلبات',
  'No sign-in is under way. Start it again.': 'لا يوجد تسجيل دخول جارٍ. ابدأه من جديد.',
  'No suggestions': 'لا اقتراحات',
  'Notifications can be paused for a month at most. Choose an earlier moment.':
    'يمكن إيقاف الإشعارات شهرًا على الأكثر. اختر لحظة أقرب.',
  'Only links to web pages can be opened.': 'لا يمكن فتح إلا روابط صفحات الويب.',
  Paste: 'لصق',
  'Plain http is only allowed to this machine (127.0.0.1), because the sign-in would travel unprotected. Use https.':
    'لا يُسمح بـ http غير المشفّر إلا إلى هذا الجهاز (127.0.0.1)، لأن تسجيل الدخول سينتقل بلا حماية. استخدم https.',
  'Priority changed': 'تغيّرت الأولوية',
  Quit: 'إنهاء البرنامج',
  Redo: 'إعادة',
  'Removed {name} from the team': 'أُزيل {name} من الفريق',
  Reopened: 'أُعيد فتحها',
  'Say what you promise.': 'قل بماذا تعد.',
  'Select all': 'تحديد الكل',
  'Show the data folder': 'اعرض مجلد البيانات',
  'Show the log': 'اعرض السجل',
  'Sign in to X again': 'سجّل الدخول إلى X من جديد',
  'Something went wrong inside Backchannel. Nothing was lost; try again.':
    'حدث خطأ داخل Backchannel. لم يضع شيء؛ حاول من جديد.',
  'Something went wrong inside Backchannel. The log names the place.': 'حدث خطأ داخل Backchannel. السجل يذكر موضعه.',
  'Tag removed': 'أُزيل الوسم',
  'Tagged {names}': 'وُسمت بـ {names}',
  'That did not work': 'لم ينجح ذلك',
  "The X app's access level does not include this. Check its package in console.x.com.":
    'مستوى وصول تطبيق X لا يشمل هذا. تحقق من باقته في console.x.com.',
  'The answer of X has an unknown shape.': 'جواب X له شكل غير معروف.',
  'The app bearer token may not hold spaces. Copy it once more from console.x.com.':
    'لا يجوز أن يحتوي رمز bearer للتطبيق على مسافات. انسخه مرة أخرى من console.x.com.',
  'The archive does not say whose it is (it has no account.js), and no one takes part in all its conversations. Name the account.':
    'لا يذكر الأرشيف صاحبه (ليس فيه account.js)، ولا يشارك أحد في كل محادثاته. سمِّ الحساب.',
  'The attachment is no longer in this draft. Attach it again; nothing was sent.':
    'لم يعد المرفق في هذه المسودة. أرفقه من جديد؛ لم يُرسل شيء.',
  'The ceiling is not reached: replies leave anyway.': 'لم يُبلغ السقف: الردود تُرسل على أي حال.',
  'The command id {commandId} was used for “{name}” before. Use a new one.':
    'استُخدم معرّف الأمر {commandId} لأجل “{name}” من قبل. استخدم معرّفًا جديدًا.',
  'The connection to Backchannel was closed. Reload the window.': 'أُغلق الاتصال بـ Backchannel. أعد تحميل النافذة.',
  'The connection to X broke off in the middle of the answer.': 'انقطع الاتصال بـ X في وسط الجواب.',
  'The connection to X broke off{detail}.': 'انقطع الاتصال بـ X{detail}.',
  'The connection was closed.': 'أُغلق الاتصال.',
  'The console sent something the core does not understand.': 'أرسلت الواجهة شيئًا لا تفهمه النواة.',
  'The core is not running.': 'النواة لا تعمل.',
  'The data folder cannot be unlocked': 'لا يمكن فتح قفل مجلد البيانات',
  'The data folder is in use': 'مجلد البيانات قيد الاستخدام',
  'The data folder {dataDir} is in use by {holder}. Close it first, or choose another folder.':
    'مجلد البيانات {dataDir} يستخدمه {holder}. أغلقه أولًا، أو اختر مجلدًا آخر.',
  'The database key is damaged.': 'مفتاح قاعدة البيانات تالف.',
  'The database of this data folder cannot be opened with the stored key. It was made with another key or is damaged; nothing was changed. Restore the folder together with its secrets, or start with another folder.':
    'لا يمكن فتح قاعدة بيانات هذا المجلد بالمفتاح المحفوظ. أُنشئت بمفتاح آخر أو أنها تالفة؛ لم يتغير شيء. استعد المجلد مع أسراره، أو ابدأ بمجلد آخر.',
  'The desktop knows no such action.': 'لا يعرف سطح المكتب إجراءً كهذا.',
  'The file broke off on its way. Choose it again.': 'انقطع الملف في الطريق. اختره من جديد.',
  'The file broke off.': 'انقطع الملف.',
  'The file is empty. Choose another one.': 'الملف فارغ. اختر ملفًا آخر.',
  'The file is larger than allowed.': 'الملف أكبر من المسموح.',
  'The file is larger than announced. Choose it again.': 'الملف أكبر مما أُعلن. اختره من جديد.',
  'The file {file} cannot be written. Choose another place.': 'لا يمكن كتابة الملف {file}. اختر مكانًا آخر.',
  'The input does not fit.': 'المُدخل غير مناسب.',
  'The keychain of this computer cannot open the secrets of this data folder. They were made on another computer or by another user. Nothing was changed.':
    'لا تستطيع سلسلة مفاتيح هذا الحاسوب فتح أسرار هذا المجلد. أُنشئت على حاسوب آخر أو بواسطة مستخدم آخر. لم يتغير شيء.',
  'The message is deleted here already. Nothing was changed.': 'الرسالة محذوفة هنا من قبل. لم يتغير شيء.',
  'The parameters do not fit.': 'المعاملات غير مناسبة.',
  'The ports {ports} of this computer are all in use; close the program that uses one of them and sign in again.':
    'المنافذ {ports} في هذا الحاسوب كلها قيد الاستخدام؛ أغلق البرنامج الذي يستخدم أحدها وسجّل الدخول من جديد.',
  'The practice account signs in by itself.': 'حساب التدريب يسجّل الدخول بنفسه.',
  'The reply you are writing has an attachment of its own, and X takes one per message. Remove that first; nothing was changed.':
    'للرد الذي تكتبه مرفق خاص به، وX يقبل مرفقًا واحدًا لكل رسالة. أزِل ذاك أولًا؛ لم يتغير شيء.',
  'The request was given up.': 'تُخلّي عن الطلب.',
  'The server address is not a web address. Write it like https://api.x.com.':
    'عنوان الخادم ليس عنوان ويب. اكتبه مثل https://api.x.com.',
  'The server address may not hold a name, a password, a "?" or a "#".':
    'لا يجوز أن يحتوي عنوان الخادم على اسم أو كلمة مرور أو "?" أو "#".',
  'The sign-in was cancelled.': 'أُلغي تسجيل الدخول.',
  'The team’s send check stops this reply: {why}': 'فحص الإرسال لدى الفريق يوقف هذا الرد: {why}',
  'The tokens of this data folder are encrypted with this computer’s keychain, and the keychain does not answer. Unlock it (or sign in to the desktop as usual) and start Backchannel again. Nothing was changed.':
    'رموز مجلد البيانات هذا مشفّرة بسلسلة مفاتيح هذا الحاسوب، وهي لا تجيب. افتح قفلها (أو سجّل الدخول إلى سطح المكتب كالمعتاد) وشغّل Backchannel من جديد. لم يتغير شيء.',
  'The tokens of this data folder are in the keychain of the desktop app. Use the desktop app, or another folder with --data.':
    'رموز مجلد البيانات هذا في سلسلة مفاتيح تطبيق سطح المكتب. استخدم تطبيق سطح المكتب، أو مجلدًا آخر بواسطة --data.',
  'The usage or spending limit of the X app is reached. Raise it in console.x.com or wait for the next cycle.':
    'بلغ تطبيق X حد الاستخدام أو الإنفاق. ارفعه في console.x.com أو انتظر الدورة التالية.',
  'There are several X accounts here. Say which one writes.': 'توجد هنا عدة حسابات X. حدد أيها يكتب.',
  'There can be {most, number} saved views. Delete one that is not needed any more.':
    'يمكن أن توجد {most, number} عروض محفوظة. احذف واحدًا لم يعد لازمًا.',
  'There is a saved view “{name}” already. Choose another name.': 'يوجد عرض محفوظ “{name}” من قبل. اختر اسمًا آخر.',
  'There is a tag “{name}” already. Use that one, or choose another name.':
    'يوجد وسم “{name}” من قبل. استخدمه، أو اختر اسمًا آخر.',
  'There is a “{name}” in the team already. Choose another name.': 'يوجد “{name}” في الفريق من قبل. اختر اسمًا آخر.',
  'There is an attribute “{name}” already. Choose another name.': 'توجد سمة “{name}” من قبل. اختر اسمًا آخر.',
  'There is no X account here yet. Add one first.': 'لا يوجد حساب X هنا بعد. أضف حسابًا أولًا.',
  'There is no X account {account} here.': 'لا يوجد حساب X {account} هنا.',
  'There is no command “{name}”.': 'لا يوجد أمر “{name}”.',
  'There is no connected X account {account} here.': 'لا يوجد حساب X متصل {account} هنا.',
  'There is no conversation {conversationId} with this account.': 'لا توجد محادثة {conversationId} مع هذا الحساب.',
  'There is no conversation {conversationId}.': 'لا توجد محادثة {conversationId}.',
  'There is no conversation {conversation} here.': 'لا توجد محادثة {conversation} هنا.',
  'There is no query “{name}”.': 'لا يوجد استعلام “{name}”.',
  'There is no reply {outboxId} in the outbox.': 'لا يوجد رد {outboxId} في الصادر.',
  'There is no sign-in for this account here. Sign in to X.': 'لا يوجد تسجيل دخول لهذا الحساب هنا. سجّل الدخول إلى X.',
  'There is no such conversation.': 'لا توجد محادثة كهذه.',
  'There is nothing older to fetch for this account any more.': 'لم يعد لهذا الحساب شيء أقدم يُجلب.',
  'There may be {most, number} attributes at most. Delete one first.':
    'يمكن أن توجد {most, number} سمة على الأكثر. احذف واحدة أولًا.',
  'There may be {most} choices at most.': 'يجوز أن يكون هناك {most} اختيارًا على الأكثر.',
  'There may be {most} keywords at most.': 'يجوز أن تكون هناك {most} كلمة مفتاحية على الأكثر.',
  'This X app may not call the API yet. In console.x.com, open the app, move it to the package "Pay-per-use" and the environment "Production", then try again.':
    'لا يجوز لتطبيق X هذا استدعاء الواجهة البرمجية بعد. في console.x.com افتح التطبيق، وانقله إلى الباقة "Pay-per-use" والبيئة "Production"، ثم حاول من جديد.',
  'This account comes from an archive. Connect it to X before you answer.':
    'هذا الحساب من أرشيف. اربطه بـ X قبل أن ترد.',
  'This account comes from an archive. Connect it to X before you write.':
    'هذا الحساب من أرشيف. اربطه بـ X قبل أن تكتب.',
  'This account comes from an archive. Connect it to X first.': 'هذا الحساب من أرشيف. اربطه بـ X أولًا.',
  'This account is not connected to X, so nobody can be looked up. People who are known here can be picked.':
    'هذا الحساب غير متصل بـ X، فلا يمكن البحث عن أحد. يمكن اختيار الأشخاص المعروفين هنا.',
  'This account is not in this group any more. Nothing can be written there.':
    'لم يعد هذا الحساب في هذه المجموعة. لا يمكن الكتابة فيها.',
  'This archive belongs to the account {accountId}, not to {named}. Leave the account out, or choose its own archive.':
    'هذا الأرشيف للحساب {accountId} لا للحساب {named}. اترك الحساب فارغًا، أو اختر أرشيفه.',
  'The file “{name}” is not here any more. Attach it again.': 'لم يعد الملف «{name}» هنا. أرفقه من جديد.',
  'The file “{name}” of “{title}” is not here any more. Attach it again, or remove it.':
    'لم يعد الملف «{name}» الخاص بـ«{title}» هنا. أرفقه من جديد أو أزِله.',
  'This attachment is gone. Attach the file again.': 'ذهب هذا المرفق. أرفق الملف من جديد.',
  'This attachment is not in the draft any more.': 'لم يعد هذا المرفق في المسودة.',
  'This attribute is not here any more.': 'لم تعد هذه السمة هنا.',
  'This computer has no keychain that Backchannel can use':
    'ليس في هذا الحاسوب سلسلة مفاتيح يستطيع Backchannel استخدامها',
  'This customer is merged with nobody.': 'هذا العميل غير مدموج مع أحد.',
  'This customer is not here any more.': 'لم يعد هذا العميل هنا.',
  'This data folder belongs to a newer Backchannel': 'مجلد البيانات هذا لإصدار أحدث من Backchannel',
  'This data folder holds a database, but its key is not in the secret store. Nothing was changed. Restore the secrets that belong to it, or choose another folder.':
    'في مجلد البيانات هذا قاعدة بيانات، لكن مفتاحها ليس في مخزن الأسرار. لم يتغير شيء. استعد الأسرار الخاصة بها، أو اختر مجلدًا آخر.',
  'This data folder was written by a newer Backchannel (database version {version}, this one knows {latest}). Nothing was changed. Update Backchannel, or choose another data folder.':
    'كتب مجلد البيانات هذا إصدار أحدث من Backchannel (إصدار قاعدة البيانات {version}، وهذا يعرف {latest}). لم يتغير شيء. حدّث Backchannel، أو اختر مجلد بيانات آخر.',
  'This file does not lie with X, so it is not fetched.': 'هذا الملف ليس لدى X، لذلك لا يُجلب.',
  'This is an account of your own. Only customers can be merged.': 'هذا حساب من حساباتك. لا يمكن دمج إلا العملاء.',
  'This is done already, or was taken back.': 'تم هذا من قبل، أو تُراجع عنه.',
  'This is no id of a conversation that X could know.': 'هذا ليس معرّف محادثة يمكن أن يعرفها X.',
  'This is no id of a message.': 'هذا ليس معرّف رسالة.',
  'This is no id of a user: it has 1 to 19 digits.': 'هذا ليس معرّف مستخدم: فيه من 1 إلى 19 رقمًا.',
  'This is no id of an upload.': 'هذا ليس معرّف رفع.',
  'This is the same X account. Choose another one to merge with.': 'هذا حساب X نفسه. اختر حسابًا آخر للدمج معه.',
  'This is the same tag. Choose another one to merge it with.': 'هذا هو الوسم نفسه. اختر آخر لتدمجه معه.',
  'This message is not here any more.': 'لم تعد هذه الرسالة هنا.',
  'This moment has passed. Choose one that is still to come.': 'مضت هذه اللحظة. اختر لحظة لم تأتِ بعد.',
  'This note is not here any more.': 'لم تعد هذه الملاحظة هنا.',
  'This page may not talk to Backchannel.': 'لا يجوز لهذه الصفحة أن تتحدث إلى Backchannel.',
  'This person cannot be written to: their settings or a block do not allow it.':
    'لا يمكن الكتابة إلى هذا الشخص: إعداداته أو حظرٌ ما لا يسمحان بذلك.',
  'This person is not in the team any more.': 'لم يعد هذا الشخص في الفريق.',
  'This person is not on the list any more.': 'لم يعد هذا الشخص في القائمة.',
  'This saved view is not here any more.': 'لم يعد هذا العرض المحفوظ هنا.',
  'This sign-in lacks a permission. Check in console.x.com that the app may read and write direct messages, then sign in again.':
    'ينقص تسجيل الدخول هذا إذنٌ. تحقق في console.x.com من أن التطبيق يجوز له قراءة الرسائل المباشرة وكتابتها، ثم سجّل الدخول من جديد.',
  'This tag is not here any more.': 'لم يعد هذا الوسم هنا.',
  'This version is not kept any more. Choose another one.': 'لم تعد هذه النسخة محفوظة. اختر نسخة أخرى.',
  'This was the sign-in of @{username}, another account. Switch the account at x.com and try again, or connect @{username} as an account of its own.':
    'كان هذا تسجيل دخول ⁦@{username}⁩، وهو حساب آخر. بدّل الحساب في x.com وحاول من جديد، أو اربط ⁦@{username}⁩ كحساب مستقل.',
  'This window is of another version. Reload it.': 'هذه النافذة من إصدار آخر. أعد تحميلها.',
  'This window is older than the core behind it. Reload it.': 'هذه النافذة أقدم من النواة خلفها. أعد تحميلها.',
  'This word is not on the list any more.': 'لم تعد هذه الكلمة في القائمة.',
  'What came is neither a picture nor a clip.': 'ما وصل ليس صورة ولا مقطعًا.',
  'What to say instead may have at most 100 characters.': 'يجوز أن يحوي ما يقال بدلًا من ذلك 100 حرف على الأكثر.',
  'With a keyring (GNOME Keyring or KWallet) Backchannel would keep them there.':
    'بوجود سلسلة مفاتيح (GNOME Keyring أو KWallet) سيحفظها Backchannel هناك.',
  'Write at least one handle.': 'اكتب اسم مستخدم واحدًا على الأقل.',
  'Write the word that is not to be said.': 'اكتب الكلمة التي لا ينبغي قولها.',
  'X allows no more replies for the moment.': 'لا يسمح X بمزيد من الردود في الوقت الحالي.',
  'X allows no more requests of this kind for now.': 'لا يسمح X بمزيد من الطلبات من هذا النوع الآن.',
  'X answered with something that is no data.': 'أجاب X بشيء ليس بيانات.',
  'X asks for a pause. This will be tried again by itself.': 'يطلب X مهلة. سيُحاول هذا من جديد تلقائيًا.',
  'X cannot be reached, so nobody can be looked up now. People who are known here can be picked.':
    'لا يمكن الوصول إلى X، فلا يمكن البحث عن أحد الآن. يمكن اختيار الأشخاص المعروفين هنا.',
  'X cannot be reached. This will be tried again by itself.': 'لا يمكن الوصول إلى X. سيُحاول هذا من جديد تلقائيًا.',
  'X cannot be reached{detail}.': 'لا يمكن الوصول إلى X{detail}.',
  'X credits are used up. Reading goes on; replies wait in the outbox.':
    'نفد رصيد X. تستمر القراءة؛ والردود تنتظر في الصادر.',
  'X data archive': 'أرشيف بيانات X',
  'X did not answer in time.': 'لم يُجب X في الوقت المناسب.',
  'X did not ask for this. Nothing was changed.': 'لم يطلب X هذا. لم يتغير شيء.',
  'X does not accept this request.': 'لا يقبل X هذا الطلب.',
  'X does not accept this request: {said}': 'لا يقبل X هذا الطلب: {said}',
  'X does not accept this sign-in any more. Sign in again.': 'لم يعد X يقبل تسجيل الدخول هذا. سجّل الدخول من جديد.',
  'X does not allow this attachment in a direct message.': 'لا يسمح X بهذا المرفق في رسالة مباشرة.',
  'X does not allow this.': 'لا يسمح X بهذا.',
  'X does not know this.': 'لا يعرف X هذا.',
  'X gives 100 profiles at once.': 'يعطي X ‏100 ملف شخصي دفعة واحدة.',
  'X is not answering properly ({status}). It will be tried again.': 'لا يجيب X كما ينبغي ({status}). سيُحاول من جديد.',
  'X is not answering properly. Try again in a moment.': 'لا يجيب X كما ينبغي. حاول بعد لحظة.',
  'X knows nobody called @{handle}. Check the spelling.': 'لا يعرف X أحدًا باسم ⁦@{handle}⁩. تحقق من الكتابة.',
  'X says that this conflicts with its state.': 'يقول X إن هذا يتعارض مع حالته.',
  'X takes this attachment only if it is shared. Allow that, or edit the reply and remove the attachment. Nothing was changed.':
    'لا يقبل X هذا المرفق إلا إذا شُورك. اسمح بذلك، أو حرّر الرد وأزل المرفق. لم يتغير شيء.',
  'X wants you to sign in again. Your replies wait in the outbox.':
    'يريد X أن تسجّل الدخول من جديد. ردودك تنتظر في الصادر.',
  'You blocked the messages of this person. Unblock them to write.': 'حظرت رسائل هذا الشخص. ألغِ الحظر لتكتب.',
  'You sit at this desk. Say who else does before you leave the team.':
    'أنت تجلس إلى هذا المكتب. حدد من يجلس غيرك قبل أن تغادر الفريق.',
  'Your X tokens and the key of the message database would lie in a file that only your user account can read, but that is not encrypted:':
    'ستكون رموز X ومفتاح قاعدة بيانات الرسائل في ملف لا يقرؤه إلا حسابك على هذا الحاسوب، لكنه غير مشفّر:',
  'Zoom in': 'تكبير',
  'Zoom out': 'تصغير العرض',
  '{count, plural, one {# answer is} other {# answers are}} due soon':
    '{count, plural, zero {لا ردود تحين} one {رد واحد يحين} two {ردّان يحينان} few {# ردود تحين} many {# ردًا تحين} other {# رد تحين}} قريبًا',
  '{count, plural, one {# answer is} other {# answers are}} late':
    '{count, plural, zero {لا ردود متأخرة} one {رد واحد متأخر} two {ردّان متأخران} few {# ردود متأخرة} many {# ردًا متأخرًا} other {# رد متأخر}}',
  '{count, plural, one {# customer waiting} other {# customers waiting}}':
    '{count, plural, zero {لا عملاء ينتظرون} one {عميل واحد ينتظر} two {عميلان ينتظران} few {# عملاء ينتظرون} many {# عميلًا ينتظرون} other {# عميل ينتظرون}}',
  '{count, plural, one {# customer waiting} other {# customers waiting}}, longest {time}':
    '{count, plural, zero {لا عملاء ينتظرون} one {عميل واحد ينتظر} two {عميلان ينتظران} few {# عملاء ينتظرون} many {# عميلًا ينتظرون} other {# عميل ينتظرون}}، أطولهم {time}',
  '{count, plural, one {# customer} other {# customers}} wrote':
    '{count, plural, zero {لم يكتب أحد} one {كتب عميل واحد} two {كتب عميلان} few {كتب # عملاء} many {كتب # عميلًا} other {كتب # عميل}}',
  '{count, plural, one {# follow-up is} other {# follow-ups are}} due':
    '{count, plural, zero {لا متابعات مستحقة} one {متابعة واحدة مستحقة} two {متابعتان مستحقتان} few {# متابعات مستحقة} many {# متابعة مستحقة} other {# متابعة مستحقة}}',
  '{count, plural, one {# reply needs} other {# replies need}} your eye':
    '{count, plural, zero {لا ردود تحتاج} one {رد واحد يحتاج} two {ردّان يحتاجان} few {# ردود تحتاج} many {# ردًا تحتاج} other {# رد تحتاج}} إلى نظرة منك',
  '{detail} People who are known here can be picked.': '{detail} يمكن اختيار الأشخاص المعروفين هنا.',
  '{handles} cannot be a handle: up to 15 letters, digits and underscores. Nobody was added.':
    '{handles} لا يمكن أن يكون اسم مستخدم: 15 حرفًا ورقمًا وشرطة سفلية على الأكثر. لم يُضف أحد.',
  '{name} and {other} are one customer already.': '{name} و{other} عميل واحد من قبل.',
  '{name} is on the other list. Take them off it first. Nobody was added.':
    '{name} في القائمة الأخرى. أزله منها أولًا. لم يُضف أحد.',
  '{name}: {problem}': '{name}: {problem}',
  '{what} may have at most {most} characters.': '{what}: لا أكثر من {most} حرفًا.',
  '{what} needs a name.': '{what}: يلزم اسم.',
  '“{choice}” is in the list twice.': '“{choice}” في القائمة مرتين.',
  '“{word}” is on the list already. Change that entry instead.':
    '“{word}” في القائمة من قبل. غيّر ذلك المُدخل بدلًا من هذا.'
}
