import type { CustomerScript } from './script.ts'

/** Wholesale, press, schools, jobs: those who want something other than a mug. */
export const businessCustomers: readonly CustomerScript[] = [
  {
    username: 'cafe_meridian',
    name: 'Café Meridian',
    bio: 'Corner café. Good chairs. Open 7–5.',
    location: 'Ghent & online',
    joined: '2014-04-14',
    followers: 2960,
    past: [
      [
        'them',
        '1d 8h',
        'Hi! We would like your house blend for the café, about 4 kg a month. Is there a trade price list?'
      ],
      [
        'shop',
        '1d 7h',
        'Hello Meridian! There is: https://junipervale.example/trade. From 3 kg a month you are in the second tier.'
      ],
      ['them', '6h 20m', 'Looks good. Could we have a sample of the tier two blend first? And do you print labels?']
    ],
    replies: [
      { when: 'asks-contact', say: 'Kaai 7, 9000 Gent, attention Joke. Mondays are closed.' },
      { when: 'ships', say: 'Great, we will run a tasting on Thursday and tell you.' },
      { when: 'refuses', say: 'No labels is fine, we have a stamp.' },
      { when: 'closes', say: 'Thank you, until Thursday!' }
    ],
    otherwise: ['Perfect, we are in no rush.'],
    returns: ['The tasting was a yes. 4 kg a month from the 1st, please!']
  },
  {
    username: 'slowhome_mag',
    name: 'Slow Home Magazine',
    bio: 'Rooms, makers, mornings. Printed four times a year.',
    location: 'Copenhagen',
    joined: '2013-01-29',
    verified: true,
    followers: 48_200,
    past: [
      [
        'them',
        '2d 9h',
        'Hello, we are preparing a feature on small kilns and would love to include yours. Who could we talk to about pictures?'
      ],
      ['shop', '2d 7h', 'How lovely! Our potter Wren looks after that: wren@junipervale.example'],
      ['them', '2d 6h', 'Wonderful, writing to Wren now.']
    ],
    settled: true,
    returns: ['Wren was a star. One last thing: may we print the price of the moon jar?']
  },
  {
    username: 'stjude_primary',
    name: 'St Jude’s Primary',
    bio: 'We are 212 pupils and one very old boiler.',
    location: 'Stockport',
    joined: '2015-09-01',
    past: [
      [
        'them',
        '3d 2h',
        'Good morning, our summer fair has a raffle on the 14th. Would you consider donating a small prize? We are a charity (no. 000000).'
      ]
    ],
    replies: [
      { when: 'asks-contact', say: 'The school office, 1 Example Street, Stockport. Thank you!' },
      { when: 'refuses', say: 'We quite understand. Thank you for answering at all, most do not.' },
      { when: ['ships', 'gives-code', 'thanks'], say: 'The children will be delighted. We will send a picture!' }
    ],
    nudges: ['A gentle reminder about the raffle. The programme goes to print tomorrow.']
  },
  {
    username: 'wilf_ayre',
    name: 'Wilf Ayre',
    bio: 'Ceramics graduate looking for a wheel',
    location: 'Stoke-on-Trent',
    joined: '2021-06-30',
    opens: [
      'Hello! Do you take apprentices in the pottery? I can start in September.',
      'My portfolio: https://wilf-ayre.example/pots'
    ],
    replies: [
      { when: 'asks-contact', say: 'wilf@example.com, and I can come by any weekday.' },
      { when: 'refuses', say: 'Thanks for telling me. May I ask again next year?' },
      { when: 'shares-link', say: 'Applied! Thank you for the tip.' },
      { when: 'closes', say: 'Thank you, have a great day!' }
    ],
    otherwise: ['That is very kind, thanks.']
  },
  {
    username: 'nadia_events',
    name: 'Nadia Roth Events',
    bio: 'Conferences people do not want to leave',
    location: 'Vienna',
    joined: '2012-10-02',
    past: [
      ['them', '8h 30m', 'We need 120 speaker gifts by 3 March, budget about 18 each, with a card. Possible?'],
      [
        'shop',
        '8h',
        'Possible, and a nice size for us. Candle and tea in one box, 17.50 with card. Shall I draw up an offer?'
      ],
      ['them', '7h 45m', 'Please do. Can the card carry our logo?']
    ],
    replies: [
      { when: 'asks-contact', say: 'nadia@example.com for the offer and the logo file' },
      { when: ['shares-link', 'waits'], say: 'Great, I will look at it tonight.' },
      { when: 'asks', say: 'One colour is enough, black on cream.' }
    ],
    otherwise: ['Sounds good. Looking forward to the offer.'],
    nudges: ['My client is asking for the offer. Any idea when?']
  },
  {
    username: 'hollinbridgegdn',
    name: 'Hollin Bridge Community Garden',
    bio: 'Compost and kindness. Saturdays from ten.',
    location: 'Hollin Bridge',
    joined: '2016-05-22',
    past: [
      ['them', '20d 5h', 'Neighbours! May we put our poster in your window again this spring?'],
      ['shop', '20d 4h', 'Always. Bring two, the back door gets more traffic.'],
      ['them', '20d 3h', 'Ha! Two it is. Thank you.']
    ],
    settled: true,
    returns: ['Could we borrow your folding table on Saturday? We will bring it back with courgettes.']
  }
]
