import { withPicture } from './attach.ts'
import type { CustomerScript } from './script.ts'

/** People who only wanted to say something nice, and those whose trouble ended well. */
export const praiseCustomers: readonly CustomerScript[] = [
  {
    username: 'benito_ito',
    name: 'Ben Ito',
    bio: 'Coffee person, converted.',
    location: 'Honolulu, HI',
    joined: '2011-06-06',
    past: [
      ['them', '1d 3h', 'Is the tasting box still available? I cannot find it.'],
      ['shop', '1d 2h', 'It is back! https://junipervale.example/tea/tasting-box'],
      ['them', '58m', 'Thanks! ⭐⭐⭐⭐⭐ Best tea I have had on this side of the ocean.']
    ],
    settled: true,
    replies: [{ when: 'thanks', say: 'Will leave a review too 🤙' }],
    returns: ['The roasted one is gone already. Is there a bigger bag?']
  },
  {
    username: 'odette_rill',
    name: 'Odette Rill',
    bio: 'Letters, mostly unsent',
    location: 'Oxford',
    joined: '2016-02-29',
    past: [
      [
        'them',
        '5h 15m',
        'I only wanted to tell you that the rain candle smells exactly like my grandfather’s garden. I did not expect to cry over a candle on a Tuesday. Thank you.'
      ]
    ],
    settled: true,
    replies: [
      { when: 'thanks', say: 'No, thank you. He grew sweet peas, in case the person who made it wants to know.' },
      { when: 'gives-code', say: 'You really did not have to. I will order another one for my mother.' }
    ]
  },
  {
    username: 'jamal_t_okoro',
    name: 'Jamal T. Okoro',
    bio: 'Barista champion of my own kitchen',
    location: 'Atlanta, GA',
    joined: '2015-03-14',
    past: [
      ['them', '10d 4h', 'Mug handle came off in the first week, {order}'],
      [
        'shop',
        '10d 3h',
        'That should never happen. A new one is leaving today, and you can keep the old one for pens. So sorry, Jamal!'
      ],
      ['them', '6d 8h', withPicture('new mug arrived, old mug has a new career', 'mug', 48, 'A mug on a table')],
      ['shop', '6d 7h', 'We love a second career. Enjoy both!'],
      ['them', '6d 6h', '10/10 service, telling everyone']
    ],
    settled: true,
    returns: ['told everyone. my aunt wants three. is there a bundle price?']
  },
  {
    username: 'perpetua_jo',
    name: 'Perpetua Jo',
    bio: 'wedding florist',
    location: 'Dublin',
    joined: '2019-05-19',
    past: [
      ['them', '19d 2h', 'Could you do sixty small candles in ivory by the 20th? For a wedding.'],
      ['shop', '19d 1h', 'We can, if you confirm by Wednesday. Shall I send a quote?'],
      ['them', '18d 22h', 'Yes please! perpetua@example.com'],
      ['shop', '18d 20h', 'Sent. The price holds for a week.'],
      ['them', '18d 3h', 'Confirmed and paid.'],
      ['them', '2d 2h', 'The candles made the room. The bride asked for your card. Thank you, thank you!']
    ],
    settled: true,
    silent: true
  },
  {
    username: 'little_hazel',
    name: 'Hazel ✨',
    bio: '✨ small joys ✨',
    location: '',
    joined: '2023-01-08',
    followers: 41,
    opens: ['omg the hand drawn fox on the packing slip 😭😭😭 who is the artist'],
    replies: [
      { when: 'anything', say: 'please tell them i framed it' },
      { when: 'thanks', say: '🦊🦊🦊' }
    ]
  },
  {
    username: 'drfennimore',
    name: 'Dr. Paul Fennimore',
    bio: 'Dentist with a sweet tooth',
    location: 'Cheltenham',
    joined: '2010-09-09',
    opens: [
      'Nothing is wrong. I repeat: nothing is wrong. The order arrived a day early and I felt somebody should be told.'
    ],
    replies: [
      { when: 'thanks', say: 'Carry on!' },
      { when: 'gives-code', say: 'Rewarded for good behaviour. My patients could learn from this.' }
    ],
    returns: ['It is me again, and again nothing is wrong. The second order was on time as well. Suspicious.']
  },
  {
    username: 'annelies_db',
    name: 'Annelies de Bruin',
    bio: 'Cycling to work since 1998',
    location: 'Gent',
    joined: '2013-02-11',
    past: [
      ['them', '14d 3h', 'My discount from the newsletter did not apply, can you look?'],
      [
        'shop',
        '14d 2h',
        'Hello Annelies! It needs a basket of 30 or more, yours was at 29.50. I have taken the 10% off by hand.'
      ],
      ['them', '14d 1h', 'So close! That is very kind, thank you.'],
      ['shop', '14d', 'With pleasure. Have a good ride home!']
    ]
  }
]
