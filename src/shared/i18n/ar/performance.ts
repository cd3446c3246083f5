import type { Catalogue } from '../translator.ts'

export const performance: Catalogue = {
  ', kept': '، محققة',
  ', missed': '، غير محققة',
  'Backchannel, ms': 'Backchannel، بالميلي ثانية',
  Budget: 'الميزانية',
  'Copy the table': 'انسخ الجدول',
  'Key or click, until painted': 'مفتاح أو نقرة، حتى الرسم',
  'Lists, threads and counts, in the core': 'القوائم والمحادثات والأعداد، في النواة',
  Milliseconds: 'بالميلي ثانية',
  'Search, in the core': 'البحث، في النواة',
  'Search, until its answer is here': 'البحث، حتى يصل جوابه',
  'The last thousand times of each, since Backchannel was opened. Half of them were faster than p50, 95 of 100 faster than p95. They are measured here and go nowhere.':
    'آخر ألف قياس من كل نوع منذ فُتح Backchannel. نصفها أسرع من p50، و95 من كل 100 أسرع من p95. تُقاس هنا ولا تُرسل إلى أي مكان.',
  'Times||how often': 'المرات',
  '{name} ≤ {limit, number} ms': '{name} ≤ {limit, number} م.ث'
}
