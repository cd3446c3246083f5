import { withPicture } from './attach.ts'
import type { CustomerScript } from './script.ts'

/** Two customers whose patience is used up. The first one can be won back, with care. */
export const angryCustomers: readonly CustomerScript[] = [
  {
    username: 'rex_dalloway',
    name: 'Rex Dalloway',
    bio: 'I used to be patient.',
    location: 'Manchester',
    joined: '2009-11-23',
    followers: 5480,
    past: [
      [
        'them',
        '5d 7h',
        'Wrong candle set AGAIN. This is the second time. I ordered unscented, my wife gets migraines.'
      ],
      ['shop', '5d 5h', 'Hello Rex, sorry about that! We have sent the unscented set today.'],
      ['them', '1d 20h', 'GUESS WHAT ARRIVED. Lavender. LAVENDER. Do you people read at all???'],
      [
        'them',
        '1d 19h',
        'Third parcel, third mistake. I have spent more time on your customer service than on my own kids this week.'
      ],
      [
        'them',
        '22h',
        withPicture('Exhibit C. The label even says UNSCENTED on the outside. Unbelievable.', 'parcel', 99)
      ],
      [
        'them',
        '2h 20m',
        'No answer for almost two days. I want my money back, all of it, today, or I post this whole thing publicly.'
      ]
    ],
    replies: [
      {
        when: 'apologises',
        say: [
          'Sorry. SORRY. I have three sorries already, they are stacked next to the lavender.',
          'What are you actually going to DO?'
        ]
      },
      { when: 'asks-order', say: 'Are you serious? It is in every single message. {order}. {order}. {order}.' },
      {
        when: 'refunds',
        say: ['All of it? Including postage?', 'Fine. I will believe it when I see it in my account.']
      },
      { when: 'replaces', say: 'So that you can send me jasmine next time? No. Money.' },
      { when: 'gives-code', say: 'A DISCOUNT? On what, more of the wrong candles? Keep it.' },
      { when: 'waits', say: 'I have been waiting for a week. You have ten minutes.' },
      { when: 'refuses', say: 'Then we are finished and the screenshots go up tonight.' },
      {
        when: 'closes',
        say: 'For what it is worth, you are the first person there who actually read what I wrote. Thanks.'
      }
    ],
    otherwise: ['That is a textbook answer. Is there a human being there?', 'Unbelievable.'],
    nudges: ['Hello???', 'Ten more minutes and this goes public, with names and pictures.']
  },
  {
    username: 'sable_winters',
    name: 'Sable Winters',
    bio: 'sarcasm is a love language',
    location: 'Chicago, IL',
    joined: '2014-07-19',
    opens: [
      'Love how "ships in 24 hours" turned into a lifestyle. Day nine and counting 🎉',
      'Order {order}, if anyone there still believes in it.'
    ],
    replies: [
      {
        when: ['ships', 'shares-link'],
        say: 'Oh wow, a tracking number that tracks. I take back one third of what I said.'
      },
      { when: 'apologises', say: 'Appreciated. I would trade the apology for a parcel, though.' },
      { when: 'refunds', say: 'Okay. That is decent of you.' },
      { when: 'gives-code', say: 'Bribery. I respect it. Thanks.' },
      { when: 'closes', say: 'Take care. And feed whoever runs the 24 hour clock.' }
    ],
    otherwise: ['Mhm. Sure.'],
    nudges: ['Day nine and a quarter.', 'I am going to start charging storage for my own patience.']
  }
]
