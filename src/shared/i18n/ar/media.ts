import type { Catalogue } from '../translator.ts'

export const media: Catalogue = {
  'Ask again': 'اسأل من جديد',
  'Attachments of @{name}': 'مرفقات ⁦@{name}⁩',
  'Beyond it, what was not looked at for longest goes first. Attachments that have still to leave and files of archives always stay.':
    'عند تجاوزها يذهب أولًا ما لم يُنظر إليه منذ أطول وقت. المرفقات التي لم تُرسل بعد وملفات الأرشيفات تبقى دائمًا.',
  Clear: 'مسح',
  'Frees {size}. What is looked at again is fetched from X again.':
    'يحرّر {size}. ما يُنظر إليه من جديد يُجلب من X مرة أخرى.',
  'Room for pictures and clips': 'المساحة المتاحة للصور والمقاطع',
  'Room on this disk': 'المساحة على هذا القرص',
  'Shared: anybody who gets hold of a link can open the attachment.': 'مشتركة: كل من يحصل على رابط يستطيع فتح المرفق.',
  'There is nothing to clear.': 'لا شيء لمسحه.',
  '{size} used.': 'المستخدم {size}.'
}
