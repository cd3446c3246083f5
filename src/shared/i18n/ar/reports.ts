import type { Catalogue } from '../translator.ts'

export const reports: Catalogue = {
  'A report covers at most {days} days. Choose a later first day.':
    'يغطي التقرير {days} يومًا على الأكثر. اختر يومًا أول أحدث.',
  'A report goes from one day to another. Write both as year-month-day, e.g. 2026-11-30.':
    'يمتد التقرير من يوم إلى يوم. اكتب كليهما سنة-شهر-يوم، مثل 2026-11-30.',
  'The last day lies before the first one. Choose a later last day.':
    'اليوم الأخير قبل اليوم الأول. اختر يومًا أخيرًا أحدث.'
}
