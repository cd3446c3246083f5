import { longStory } from './long-story.ts'
import type { CustomerScript } from './script.ts'

/** Everything that strains a console: emoji only, three thousand characters, long names, markup, shouting. */
export const curiousCustomers: readonly CustomerScript[] = [
  {
    username: 'emoji_only_ed',
    name: '🕯️🍵🦊',
    bio: '🌿🌙🫖',
    location: '🏔️',
    joined: '2022-03-20',
    past: [
      ['them', '1h 55m', '📦❓'],
      ['them', '1h 53m', '😴⏳😬']
    ],
    replies: [
      { when: 'asks-order', say: '🔢➡️ {order}' },
      { when: ['ships', 'shares-link'], say: '🎉🎉🎉' },
      { when: 'apologises', say: '🤝' },
      { when: 'gives-code', say: '🤑🙏' },
      { when: 'asks', say: '👍' },
      { when: 'closes', say: '👋💚' },
      { when: 'anything', say: '👀' }
    ],
    nudges: ['🫖❔']
  },
  {
    username: 'winifred_tarn',
    name: 'Winifred Tarn',
    bio: 'Letters should be long and tea should be strong.',
    location: 'Keswick',
    joined: '2018-11-11',
    past: [['them', '6h 35m', longStory]],
    replies: [
      {
        when: ['refunds', 'replaces'],
        say: 'That would be most generous. I really only wanted to tell somebody, but I shall not refuse.'
      },
      { when: 'thanks', say: 'Thank you for reading all of it. My son says nobody reads beyond the second line.' },
      { when: 'asks', say: 'The green one, dear. As I wrote in the fourth paragraph.' },
      { when: 'apologises', say: 'You need not apologise for the weather, nor for Mr Pettifer.' },
      { when: 'closes', say: 'Goodbye for now, and do give the dog a biscuit from me.' }
    ],
    nudges: ['I hope my letter was not too long.']
  },
  {
    username: 'bartholomew_fww',
    name: 'Bartholomew Fitzwilliam-Worthington III',
    bio: 'Yes, it is my real name. Yes, it does not fit on the form.',
    location: 'Newport, RI',
    joined: '2017-10-13',
    past: [
      [
        'them',
        '3h 50m',
        'Your checkout limits names to 30 characters. The parcel went to "Bartholomew Fitzwilliam-Worthi". The postman thinks that I am Finnish.'
      ]
    ],
    replies: [
      { when: 'apologises', say: 'My family is used to it. My sister is called Wilhelmina-Constance.' },
      { when: 'asks-order', say: '{order}, for the attention of Mr Worthi' },
      { when: 'waits', say: 'Splendid. I shall await a longer field.' },
      { when: 'closes', say: 'Sincerely, B. F.-W. III' }
    ],
    otherwise: ['Quite.']
  },
  {
    username: 'x1_dev_null',
    name: '<b>null</b> & "sons"',
    bio: "Robert'); DROP TABLE mugs;--",
    location: '/dev/null',
    joined: '2016-04-01',
    past: [
      [
        'them',
        '4h 5m',
        'Your order form shows my name as &lt;b&gt;null&lt;/b&gt;. Try it with <script>alert("mug")</script> & see. Otherwise a very nice shop :)'
      ]
    ],
    replies: [
      { when: 'thanks', say: 'Happy to help. `2 > 1 && 1 < 2`, as we say.' },
      { when: 'gives-code', say: 'A bounty! sudo brew tea' },
      { when: 'asks', say: 'Only the confirmation page, step 3. The mails are fine.' }
    ],
    otherwise: ['ack']
  },
  {
    username: 'caps_lock_carl',
    name: 'CARL HENNESSY',
    bio: 'KEYBOARD BROKEN SINCE 2019',
    location: 'AKRON, OHIO',
    joined: '2019-01-19',
    past: [
      ['them', '1h 38m', 'NOT SHOUTING, KEY IS STUCK. WHAT IS THE DIFFERENCE BETWEEN THE LARGE AND THE EXTRA LARGE MUG']
    ],
    replies: [
      { when: 'anything', say: ['PERFECT. I WILL TAKE THE EXTRA LARGE', 'STILL NOT SHOUTING. THANK YOU'] },
      { when: 'closes', say: 'YOU TOO' }
    ],
    nudges: ['HELLO (SAID QUIETLY)']
  },
  {
    username: 'closed_doors_k',
    name: 'Kerstin Aldous',
    bio: 'Messages closed, sorry. Mail me.',
    location: 'Hull',
    joined: '2012-12-12',
    acceptsDms: false,
    protected: true,
    past: [
      [
        'them',
        '10h',
        'Please take me off the catalogue list, I get it twice. I keep my messages closed, so no need to answer here.'
      ]
    ],
    silent: true
  },
  {
    username: 'pip_lowe',
    name: 'pip',
    bio: '',
    location: '',
    joined: '2024-02-02',
    followers: 2,
    past: [
      ['them', '44m', 'hi'],
      ['them', '41m', 'u there']
    ],
    replies: [
      { when: 'greets', say: 'k so my thing didnt come' },
      { when: 'asks-order', say: 'idk where is that' },
      { when: 'shares-link', say: 'o found it. {order}' },
      { when: 'asks', say: 'ya' },
      { when: 'ships', say: 'k ty' },
      { when: 'closes', say: 'k bye' }
    ],
    otherwise: ['?', 'k'],
    nudges: ['hellooo']
  },
  {
    username: 'esme_thornbury',
    name: 'Esme Thornbury',
    bio: 'Writes in bed, types in the dark',
    location: 'Whitby',
    joined: '2017-09-09',
    opens: ['soryr to writ so late, my cnadle came wiht no wick', 'candle*', 'with*'],
    replies: [
      { when: 'replaces', say: 'oh taht is so kind' },
      { when: 'asks-order', say: '{order} (i copied it, so it is spelt right)' },
      { when: 'asks-photo', say: 'tomorow when there is ligth!' },
      { when: 'closes', say: 'godo night! good*' }
    ],
    otherwise: ['no wick at all, jsut wax']
  }
]
