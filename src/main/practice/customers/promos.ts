import type { CustomerScript } from './script.ts'

/** Discount codes that do not work, and people who would like one. */
export const promoCustomers: readonly CustomerScript[] = [
  {
    username: 'trudy_malone',
    name: 'Trudy Malone',
    bio: 'Bargain hunter, proud of it',
    location: 'Cardiff',
    joined: '2011-05-11',
    past: [
      ['them', '14m', 'My code SPRING20 says "not valid". The mail said until Sunday, and today is not Sunday!'],
      ['them', '12m', 'basket is 61.20, just me and three candles, waiting']
    ],
    replies: [
      { when: 'gives-code', say: ['That one works!!', '12.24 off. You have made a Welsh woman very happy.'] },
      { when: 'apologises', say: 'no harm done love, but can I have my 20?' },
      { when: 'refuses', say: 'well the mail is right here in front of me and it says Sunday' },
      { when: 'asks-photo', say: 'screenshot is too clever for me, but it says Sunday in big letters' },
      { when: 'waits', say: 'I am not going anywhere' },
      { when: 'closes', say: 'ta ra! x' }
    ],
    otherwise: ['so is that a yes on the 20?'],
    nudges: ['still got the basket open love']
  },
  {
    username: 'zubin_rao',
    name: 'Zubin Rao',
    bio: 'First-time buyer of everything',
    location: 'Toronto',
    joined: '2020-12-24',
    past: [['them', '2h 5m', 'Hi, is there a welcome discount for new customers? Saw one mentioned in a review.']],
    replies: [
      { when: 'gives-code', say: 'Brilliant, ordering right now. Thank you!' },
      { when: 'refuses', say: 'Fair enough, worth asking 🙂' },
      { when: 'asks', say: 'The cedar set and a mug, I think.' },
      { when: 'closes', say: 'You too!' }
    ],
    otherwise: ['Ah okay.'],
    returns: ['Order placed with the code, came to exactly 40. Love it when maths is round.']
  },
  {
    username: 'mags_corrigan',
    name: 'Mags Corrigan',
    bio: 'Nurse, mum, menace',
    location: 'Cork',
    joined: '2013-08-13',
    past: [
      ['them', '5d 2h', 'Do you do a discount for health workers?'],
      ['shop', '5d 1h', 'We do, with great pleasure: CARE-15, good for a year. Thank you for what you do, Mags.'],
      ['them', '5d', 'Ah you are very good, thank you!!'],
      ['them', '40m', 'Me again. The CARE-15 code took off 1.50 and not 15%. Is it me?']
    ],
    replies: [
      { when: 'gives-code', say: 'That is the one! Thank you, you are a star' },
      { when: 'refunds', say: 'Ah grand, no rush with it at all' },
      { when: 'apologises', say: 'Not a bother' },
      { when: 'asks-order', say: '{order}' }
    ],
    otherwise: ['No panic, whenever you get a chance'],
    nudges: ['On my break if you need anything from me']
  },
  {
    username: 'leif_storm',
    name: 'Leif Storm',
    bio: 'Two codes are better than one',
    location: 'Göteborg',
    joined: '2015-12-31',
    opens: ['can i combine the newsletter code with the bundle price? asking for a friend who is me'],
    replies: [
      { when: 'refuses', say: 'the friend is disappointed but understands' },
      { when: 'gives-code', say: 'the friend is delighted. thanks!' },
      { when: 'closes', say: 'hej hej!' }
    ],
    otherwise: ['the friend will think about it']
  },
  {
    username: 'carmen_voigt',
    name: 'Carmen Voigt',
    bio: 'Loyal customer. Loyal to three shops.',
    location: 'Minneapolis, MN',
    joined: '2014-10-31',
    opens: [
      'I was promised a birthday code and my birthday was Monday 🎂',
      'not the end of the world but I did have my eye on the green vase'
    ],
    replies: [
      { when: 'gives-code', say: ['A belated birthday is the best birthday!', 'Vase ordered. Thank you!'] },
      { when: 'apologises', say: 'You remembered now, that counts' },
      { when: 'asks-contact', say: 'carmen.voigt@example.com, that is also the account' },
      { when: 'closes', say: 'Thank you, that made my week' }
    ],
    otherwise: ['Happy to wait, the vase is patient too'],
    nudges: ['just a little birthday nudge 🎈']
  }
]
