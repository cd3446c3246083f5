import { withPicture } from './attach.ts'
import type { CustomerScript } from './script.ts'

/** Arabic and Hebrew, with numbers and Latin words inside the lines, which is where a layout goes wrong. */
export const rightToLeftCustomers: readonly CustomerScript[] = [
  {
    username: 'layla_haddad_',
    name: 'ليلى حداد',
    bio: 'مصممة داخلية · شاي بالنعناع دائمًا',
    location: 'عمّان',
    joined: '2016-01-13',
    language: 'ar',
    past: [
      ['them', '29m', 'مرحبًا، طلبت إبريق الشاي Moss (رقم الطلب {order}) ووصلني باللون الرمادي بدل الأخضر.'],
      ['them', '27m', withPicture('هذه صورة للإبريق', 'teapot', 44, 'إبريق شاي على طاولة')]
    ],
    replies: [
      { when: 'replaces', say: 'ممتاز، هل أعيد الرمادي أولًا أم أنتظر الجديد؟' },
      { when: 'refunds', say: 'أفضّل الاستبدال إن كان اللون الأخضر متوفرًا.' },
      { when: 'apologises', say: 'لا مشكلة، يحدث ذلك. ما الخطوة التالية؟' }
    ],
    otherwise: ['يمكنني الكتابة بالإنجليزية أيضًا إن كان ذلك أسهل.'],
    nudges: ['هل من جديد بخصوص الإبريق؟']
  },
  {
    username: 'omar_zein',
    name: 'عمر زين',
    bio: 'مهندس، وأب لثلاث بنات',
    location: 'Casablanca',
    joined: '2013-09-17',
    language: 'ar',
    past: [
      ['them', '7d 3h', 'السلام عليكم، هل توصلون إلى المغرب؟ وكم تكلفة الشحن؟'],
      ['shop', '7d 2h', 'أهلًا عمر! نعم، نشحن إلى المغرب خلال 6 إلى 9 أيام، والتكلفة 14 دولارًا.'],
      ['them', '7d 1h', 'ممتاز، سأطلب الليلة. شكرًا جزيلًا.']
    ],
    settled: true,
    returns: ['وصلني الطلب {order} اليوم، التغليف رائع جدًا! شكرًا لكم 🌹']
  },
  {
    username: 'noga_peretz',
    name: 'נגה פרץ',
    bio: 'קרמיקה, ים, כלבים',
    location: 'חיפה',
    joined: '2018-03-27',
    language: 'he',
    past: [
      ['them', '1h 20m', 'היי, הזמנתי 4 כוסות (הזמנה {order}) והגיעו רק 3. אפשר לבדוק?'],
      ['them', '1h 18m', 'הקופסה הייתה סגורה כשהגיעה']
    ],
    replies: [
      { when: 'replaces', say: 'מעולה, תודה! זה למתנה ליום ראשון, יש סיכוי שיגיע עד אז?' },
      { when: 'ships', say: 'אחלה, מחכה לשליח.' },
      { when: 'asks-photo', say: withPicture('הנה', 'parcel', 63) }
    ],
    otherwise: ['אין בעיה, אני מחכה.'],
    nudges: ['מישהו שם? 🙂']
  }
]
