import { withPicture } from './attach.ts'
import type { CustomerScript } from './script.ts'

/** Money: charged twice, not given back, wrong invoice. Numbers of cards are X's and Visa's test numbers only. */
export const billingCustomers: readonly CustomerScript[] = [
  {
    username: 'kofi_amand',
    name: 'Kofi Amandla-Reyes',
    bio: 'Accountant by day, percussionist by choice',
    location: 'Rotterdam',
    joined: '2013-06-17',
    past: [
      [
        'them',
        '12m',
        'Good morning. My card was charged twice for order {order}: 64.50 at 08:41 and again 64.50 at 08:42.'
      ],
      ['them', '11m', withPicture('Here is the statement', 'receipt', 12, 'A bank statement with two equal rows')]
    ],
    replies: [
      { when: 'asks-order', say: 'The order number is {order}. There is only one order, but two charges.' },
      { when: 'refunds', say: 'Thank you. How many working days should I note down?' },
      { when: 'waits', say: 'No problem. I will keep the chat open.' },
      { when: 'apologises', say: 'It can happen. I would only like the second charge back.' },
      { when: 'gives-code', say: 'That is generous, thank you. I will still need the 64.50 though.' },
      { when: 'closes', say: 'That is all. Thank you for the quick help.' }
    ],
    otherwise: ['To be clear: one order, two charges, one of them should be returned.'],
    nudges: ['Just checking whether my message about the double charge arrived.'],
    returns: ['Good day. The refund arrived this morning, to the cent. Consider the matter closed, and thank you.']
  },
  {
    username: 'lwhitcombe',
    name: 'Laurel Whitcombe',
    bio: 'Antiques & bad puns',
    location: 'Bath',
    joined: '2009-07-03',
    past: [
      ['them', '6d 6h', 'Hello, I sent back the lamp two weeks ago and have not seen a refund. RMA 2207.'],
      [
        'shop',
        '6d 5h',
        'Hello Laurel, the lamp reached us on Monday. The refund left today; banks usually take three to five working days.'
      ],
      ['them', '6d 4h', 'Splendid, I shall shed some light on my account on Friday then.'],
      ['them', '1d 2h', 'It is Friday plus one and my account remains dim. Could you check?']
    ],
    replies: [
      { when: 'refunds', say: 'Ah. And is there a reference number that I can wave at the bank?' },
      { when: 'waits', say: 'Of course, I am in no hurry, merely in the dark.' },
      { when: 'asks-contact', say: 'laurel@example.com, as before' },
      { when: 'apologises', say: 'All forgiven. Lamp-entable, but forgiven.' }
    ],
    otherwise: ['I see. Well, I do not see, that was the whole problem with the lamp.'],
    nudges: ['Anybody there? Knock once for yes.']
  },
  {
    username: 'jorge_stempel',
    name: 'Jorge Stempel',
    bio: 'Office manager at a firm you have not heard of',
    location: 'Zürich',
    joined: '2018-10-29',
    past: [
      [
        'them',
        '1d 5h',
        'Hello, we need an invoice with our VAT number for order {order}. The one in the mail has none.'
      ],
      ['shop', '1d 4h', 'Hello Jorge, gladly. Which VAT number and which company name should be on it?'],
      ['them', '1d 1h', 'CHE-000.000.000 MWST, Musterfirma AG, Beispielweg 1, 8000 Zürich. Thank you.']
    ],
    replies: [
      { when: ['asks-contact', 'shares-link'], say: 'Please send it to office@example.com' },
      { when: 'waits', say: 'Thank you. Our quarter closes on Friday, before that would be ideal.' },
      { when: 'closes', say: 'All good now, bookkeeping is happy. Have a nice day.' }
    ],
    otherwise: ['Is the invoice on its way?'],
    nudges: ['A friendly reminder about the invoice, please.']
  },
  {
    username: 'bea_tillman',
    name: 'Bea Tillman',
    bio: 'crosswords, cats, cardamom',
    location: 'Halifax, NS',
    joined: '2019-03-22',
    past: [
      ['them', '36m', 'Your checkout says my gift card has 0.00 on it. My sister gave it to me yesterday!'],
      ['them', '34m', 'the code is GIFT-TEST-0000-EXAMPLE, it should be 50']
    ],
    replies: [
      {
        when: 'gives-code',
        say: ['That one worked!', 'Bought the big teapot before it can change its mind. Thank you!']
      },
      { when: 'asks-order', say: 'I do not have one, it is for a NEW order. She bought it in your shop on Friday.' },
      { when: 'asks-contact', say: 'She is at bea.sister@example.com, she has the receipt' },
      { when: 'waits', say: 'okay, the teapot is in the cart and I am guarding it' },
      { when: 'apologises', say: 'no worries! just excited about the teapot' }
    ],
    otherwise: ['so is the card broken or am I?'],
    nudges: ['teapot still in the cart. only two left. no pressure']
  },
  {
    username: 'ivo_kerr',
    name: 'Ivo Kerr',
    bio: 'Cancel culture, but for subscriptions',
    location: 'Belfast',
    joined: '2011-09-12',
    past: [
      ['them', '4h 25m', 'I cancelled the monthly tea box on the 28th. You charged me on the 1st anyway.'],
      [
        'them',
        '4h 20m',
        'I have the confirmation mail of the cancellation. Please refund and make sure that it stays cancelled.'
      ]
    ],
    replies: [
      { when: 'asks-order', say: 'The subscription is TB-1180, the last charge has order {order}.' },
      { when: 'refunds', say: 'Good. And it is definitely off now? I do not want to write this again on the 1st.' },
      { when: 'asks-contact', say: 'ivo@example.com' },
      { when: 'apologises', say: 'Right. Sorry is fine, off is better.' },
      { when: 'closes', say: 'Then we are done. Thanks.' }
    ],
    otherwise: ['That does not answer whether it is cancelled.', 'Is it cancelled, yes or no?'],
    nudges: ['Four hours. I can also ask my bank to take the money back, your choice.']
  },
  {
    username: 'mina_sollers',
    name: 'Mina Sollers',
    bio: 'Student. Will trade essays for tea.',
    location: 'Galway',
    joined: '2022-09-01',
    followers: 74,
    opens: [
      'hii so my card gets declined on your site but works everywhere else??',
      'it is the 4111 1111 1111 1111 one, expires 12/30 if that helps'
    ],
    replies: [
      {
        when: ['refuses', 'apologises'],
        say: 'oh no sorry, i should not have sent the number. it is just a prepaid one'
      },
      { when: 'shares-link', say: 'that worked with the other pay button, thanks!! 💛' },
      { when: 'asks-contact', say: 'the postcode is from my parents house, could that be it?' },
      { when: 'gives-code', say: 'student discount?? you are the best' },
      { when: 'asks', say: 'uhh it says error 51 and then a sad face' }
    ],
    otherwise: ['ok will try again in the evening', 'ok'],
    nudges: ['am i doing something wrong?']
  },
  {
    username: 'prof_okonjo',
    name: 'Prof. Adaeze Okonjo',
    bio: 'Comparative literature. Views mine, typos yours.',
    location: 'Durham',
    joined: '2010-04-26',
    verified: true,
    followers: 21_800,
    past: [
      [
        'them',
        '12d 7h',
        'I was billed in dollars although your page quoted pounds. The difference is 3.12, hardly tragic, but I am curious.'
      ],
      [
        'shop',
        '12d 6h',
        'Good evening, Professor Okonjo. Your card’s bank chose the currency; we have now fixed it to pounds for your account and returned the 3.12.'
      ],
      ['them', '12d 5h', 'A resolution in under an hour. I shall recommend you to the entire faculty.'],
      ['shop', '12d 4h', 'That would be a lot of tea. We are ready for it!']
    ],
    returns: ['Dear all, the faculty would like forty mugs with our crest for June. Whom do I ask?']
  }
]
