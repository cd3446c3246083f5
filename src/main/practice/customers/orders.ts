import type { CustomerScript } from './script.ts'

/** Where is my parcel: late, lost, sent to the wrong door. */
export const orderCustomers: readonly CustomerScript[] = [
  {
    username: 'marta_kiln',
    name: 'Marta Ostrowe',
    bio: 'Teacher, potter on Sundays, owner of too many bowls.',
    location: 'Leeds',
    joined: '2014-03-09',
    past: [
      [
        'them',
        '26m',
        'Hello! My tracking has said "label created" for six days now. Order {order}. Is the parcel actually on its way?'
      ],
      ['them', '24m', 'It is a birthday present for Saturday, so I am getting a little nervous']
    ],
    replies: [
      { when: 'asks-order', say: 'Sure: {order}' },
      {
        when: ['ships', 'shares-link'],
        say: ['Oh good, it moved!', 'Saturday should work then. Thank you for looking']
      },
      { when: 'apologises', say: 'These things happen. I would just like to know if it gets here by Saturday' },
      { when: 'refunds', say: 'I would rather have the bowl than the money, if that is still possible?' }
    ],
    otherwise: ['Hmm, so will it be here by Saturday?', 'Alright. I will keep an eye on the tracking page'],
    nudges: ['Sorry to bother you again, is anybody there today?'],
    returns: ['It arrived! Wrapped so nicely that I nearly did not want to give it away 😊']
  },
  {
    username: 'deshawn_w',
    name: 'DeShawn Whitlock',
    bio: 'Night shift nurse. Tea keeps me upright.',
    location: 'Baltimore, MD',
    joined: '2017-08-21',
    past: [
      [
        'them',
        '3h 10m',
        'Tracking says delivered at 14:02, left "in a safe place". There is no safe place. I live on the fourth floor.'
      ],
      ['them', '3h 5m', 'Checked with both neighbours already.']
    ],
    replies: [
      { when: 'asks-order', say: '{order}. Two tins of Night Porter and the little strainer.' },
      {
        when: 'asks-photo',
        say: 'There is nothing to photograph, that is rather the point 😅 but I can send the courier note'
      },
      {
        when: 'asks-contact',
        say: 'The label has the right address, flat 4C. The courier just never came up the stairs.'
      },
      { when: 'replaces', say: 'A new parcel would save my week. Could it go to a pick-up point this time?' },
      { when: 'refunds', say: 'Refund is ok, but honestly I just need the tea' },
      { when: 'waits', say: 'Thanks. I am on shift until seven, I will read it in the break' },
      { when: 'apologises', say: 'I know it is not you, it is the courier. What happens now?' }
    ],
    otherwise: ['So do I have to file something with the courier or do you?'],
    nudges: [
      'Any news about the vanished tea?',
      'Shift is over and still no tea. Please tell me what the next step is.'
    ]
  },
  {
    username: 'ninarovere',
    name: 'Nina Rovere',
    bio: 'moved house, do not ask how many boxes',
    location: 'Bristol',
    joined: '2012-05-30',
    past: [
      [
        'them',
        '48m',
        'hi, stupid mistake on my side: order {order} is going to my OLD address. can you still change it??'
      ],
      ['them', '46m', 'new one is 14 Tanner Row, Bristol, everything else the same']
    ],
    replies: [
      { when: 'asks-order', say: 'it is {order}, placed last night' },
      { when: 'asks-contact', say: '14 Tanner Row, BS1 0AA. the old one was Quarry Lane' },
      { when: 'refuses', say: 'argh ok. could the courier hold it at the depot then? i can pick it up' },
      { when: ['ships', 'waits'], say: 'phew. thank you thank you' }
    ],
    otherwise: ['did it work?'],
    nudges: ['sorry for pushing, it says it ships at noon and i would hate to feed my former landlord cinnamon tea']
  },
  {
    username: 'gregor_haal',
    name: 'Gregor Haal',
    bio: 'Bicycles, sourdough, arguments about both.',
    location: 'Edinburgh',
    joined: '2010-02-14',
    followers: 3120,
    past: [
      ['them', '2d 4h', 'You sent me three of the four plates. The packing slip says four. Order {order}.'],
      [
        'shop',
        '2d 2h',
        'Hello Gregor, thank you for telling us. The fourth plate was on the back-order list and should have been marked. I am checking when it leaves.'
      ],
      ['them', '2d 1h', 'Fine. It would have been nice to hear that before I laid the table for four.'],
      ['shop', '1d 22h', 'That is fair. It leaves tomorrow, and you will get the tracking number by mail.'],
      ['them', '5h 40m', 'Tomorrow was yesterday. No mail, no plate.']
    ],
    replies: [
      { when: 'apologises', say: 'Accepted. When does the plate actually leave?' },
      { when: ['ships', 'shares-link'], say: 'Finally a date one can work with. Thanks.' },
      { when: 'gives-code', say: 'I did not ask for a discount, I asked for a plate. But thank you, I suppose.' },
      { when: 'refunds', say: 'Keep the money, send the plate.' }
    ],
    otherwise: ['That is not a date.', 'I will wait until Friday, then I would like the money back.'],
    nudges: ['Still three plates.']
  },
  {
    username: 'sunhee_p',
    name: 'Sunhee Park-Lowell',
    bio: 'Ceramics nerd, runner, aunt of five',
    location: 'Portland, OR',
    joined: '2018-01-11',
    past: [
      ['them', '9d 3h', 'Customs is asking me for an invoice for order {order}, can you send one?'],
      [
        'shop',
        '9d 2h',
        'Of course! It is in your inbox, with the customs code for ceramics on it. Let us know if they want anything else.'
      ],
      ['them', '8d 20h', 'They were happy with it. Parcel is out for delivery, thanks!'],
      ['shop', '8d 19h', 'Lovely. Enjoy the moon jar!']
    ],
    returns: ['Hi, me again: is there any way to pre-pay the duties next time? The courier fee was more than the tax.'],
    replies: [{ when: 'closes', say: 'Will do 🌙' }]
  },
  {
    username: 'abel_oyinkan',
    name: 'Abel Oyinkan',
    bio: 'Product photographer. I notice the light.',
    location: 'London',
    joined: '2015-11-02',
    opens: [
      'Hi! I ordered on the 2nd and paid for express. It is now the fourth working day.',
      'Order {order}. The shoot is on Thursday, I need those vases as props.'
    ],
    replies: [
      {
        when: ['ships', 'shares-link'],
        say: 'Thursday morning would be just in time. Thank you, please keep me posted'
      },
      { when: 'refunds', say: 'Getting the express fee back would be fair, yes.' },
      { when: 'apologises', say: 'Okay, but will they be here on Thursday?' },
      {
        when: 'refuses',
        say: 'Then I have to rent some today. Please cancel the two tall ones and keep the small one.'
      }
    ],
    otherwise: ['I only need a yes or no for Thursday, honestly'],
    nudges: ['Any chance of an answer today? I have to book the rental by six.']
  },
  {
    username: 'polly_quince',
    name: 'Polly Quince',
    bio: 'Grandmother. Learning this thing.',
    location: 'Hereford',
    joined: '2021-02-18',
    followers: 9,
    opens: [
      'Dear Sir or Madam, I do not know whether I am writing in the right place.',
      'I have ordered a candle for my granddaughter and the card inside was for somebody called Trevor. Yours, Polly Quince'
    ],
    replies: [
      { when: 'asks-order', say: 'I believe it is this: {order}. It is on the paper that came in the box.' },
      { when: 'asks-contact', say: 'My granddaughter set up the mail, it is polly.quince@example.com' },
      { when: ['replaces', 'ships'], say: 'How kind. And will Trevor get his card as well? It was a lovely card.' },
      { when: 'apologises', say: 'Not at all, dear. Everybody mixes up an envelope now and then.' },
      { when: 'closes', say: 'Thank you for your patience with me. Polly Quince' }
    ],
    otherwise: ['I am afraid I did not quite understand, but I trust you will sort it out. Polly']
  },
  {
    username: 'theo_brandvold',
    name: 'Theo Brandvold',
    bio: 'ski instructor half the year',
    location: 'Lillehammer',
    joined: '2016-12-05',
    past: [
      ['them', '16d 5h', 'Do you ship to Norway, and do I pay VAT twice?'],
      ['shop', '16d 4h', 'We do! Under 3000 kr we collect Norwegian VAT at checkout, so nothing is due at the door.'],
      ['them', '16d 3h', 'Perfect, ordered. Takk!']
    ],
    settled: true,
    returns: ['Hei again, parcel has been in Oslo customs for four days. Is that normal?'],
    replies: [{ when: 'thanks', say: 'Takk!' }]
  }
]
