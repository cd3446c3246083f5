import { withPicture } from './attach.ts'
import type { CustomerScript } from './script.ts'

/** How does it work, why does it not, and what did I do to it. */
export const productCustomers: readonly CustomerScript[] = [
  {
    username: 'rowan_ash',
    name: 'Rowan Ashdown',
    bio: 'they/them · carpentry · quiet evenings',
    location: 'Totnes',
    joined: '2017-04-04',
    past: [
      [
        'them',
        '55m',
        'Hi! My cedar candle burns straight down a hole in the middle and leaves a wall of wax. Is that a fault or is it me?'
      ],
      [
        'them',
        '53m',
        withPicture('looks like this after three evenings', 'candle', 5, 'A candle with a deep hole around the wick')
      ]
    ],
    replies: [
      { when: 'asks-photo', say: 'the photo above is all I have, it is dark here now' },
      { when: 'replaces', say: 'oh you do not have to! but I would not say no' },
      { when: 'apologises', say: 'no need, I just want to save the rest of it' },
      { when: 'asks', say: 'about an hour each time, then I blow it out before bed' },
      { when: 'closes', say: 'will try the foil trick tonight, thank you!' }
    ],
    otherwise: ['so longer burns, got it', 'makes sense'],
    returns: ['Reporting back: the foil trick worked, the wall is gone. Magic.']
  },
  {
    username: 'hanneke_v',
    name: 'Hanneke Vroom',
    bio: 'UX researcher. Yes, I will tell you about your buttons.',
    location: 'Utrecht',
    joined: '2012-11-19',
    past: [
      [
        'them',
        '1h 30m',
        'Your basket empties itself when I go back from the payment page. Firefox 130, Windows, cookies allowed.'
      ],
      ['them', '1h 28m', 'Steps: add two things, checkout, choose card, press Back. Basket is empty. Every time.']
    ],
    replies: [
      { when: 'asks-photo', say: withPicture('Here you go, the sad empty basket', 'parcel', 81) },
      { when: 'asks', say: 'Also in a private window, also without extensions. Happy to test a fix!' },
      { when: 'waits', say: 'Great. Tell your developers that it is the bfcache, I would bet a candle on it.' },
      { when: 'gives-code', say: 'Ha, paid in discounts! Thank you.' },
      { when: 'apologises', say: 'No apology needed, bugs happen. It is a nice site otherwise.' }
    ],
    otherwise: ['I can record my screen if that helps?'],
    returns: ['Update: the basket survives now! Nice and quick.']
  },
  {
    username: 'otis_penhale',
    name: 'Otis Penhale',
    bio: 'Retired ferry engineer',
    location: 'Falmouth',
    joined: '2015-05-08',
    past: [
      [
        'them',
        '2h 15m',
        'The electric warmer plate I bought in March does not get warm. Light is on, plate is cold. Fuse is fine, I measured it.'
      ],
      [
        'shop',
        '2h',
        'Hello Otis, thank you for the thorough description. Could you tell us the number on the sticker underneath?'
      ],
      ['them', '1h 40m', 'WP-2 rev C, batch 0311. Should I open it? I have the tools.']
    ],
    replies: [
      { when: 'refuses', say: 'Understood, I shall keep the screwdriver away from it.' },
      {
        when: 'replaces',
        say: 'Very good. Do you want the old one back for inspection? The heater wire would interest me too.'
      },
      { when: 'asks-order', say: '{order}, from March' },
      { when: 'ships', say: 'I will look out for the parcel. Much obliged.' },
      { when: 'refunds', say: 'I would prefer a working plate to the money.' }
    ],
    otherwise: ['I await instructions.'],
    nudges: ['Any word on rev C? I suspect the thermal cut-out.']
  },
  {
    username: 'yaeltides',
    name: 'Yael Tidesson',
    bio: 'open water swimmer, cold hands',
    location: 'Aarhus',
    joined: '2020-06-14',
    past: [
      ['them', '20h', 'how long do i steep the smoky one? the tin says 4 min, the website says 2'],
      ['shop', '19h 30m', 'Hi Yael! Three minutes at 90 degrees is our own favourite. We are correcting the tin.'],
      ['them', '19h 20m', 'three it is. thanks!!']
    ],
    settled: true,
    returns: ['tea report: three minutes is correct. now tell me about the green one with the jasmine'],
    replies: [{ when: 'closes', say: 'you too! 🌊' }]
  },
  {
    username: 'dmitri_falk',
    name: 'Dmitri Falk',
    bio: 'Backend developer. I read the docs.',
    location: 'Tallinn',
    joined: '2011-01-30',
    past: [
      [
        'them',
        '2d 20h',
        'Password reset mail never arrives. Checked spam, checked filters, checked the mail server log: nothing was ever delivered to us.'
      ],
      ['shop', '2d 18h', 'Hello Dmitri, our mails were delayed on Tuesday. Could you try once more now?'],
      ['them', '2d 17h', 'Tried at 15:20 and 15:40. Nothing. dmitri@example.com, if you want to grep.']
    ],
    replies: [
      { when: 'shares-link', say: 'That link worked. I am in. Thank you, and please look at your SPF record.' },
      { when: 'asks-contact', say: 'dmitri@example.com' },
      { when: 'asks', say: 'No custom filters, and mails of other shops arrive.' },
      { when: 'waits', say: 'OK.' }
    ],
    otherwise: ['Still nothing in the log.'],
    nudges: ['Two days without a login now. Could somebody reset it by hand?']
  },
  {
    username: 'carlotta_m',
    name: 'Carlotta Mayhew',
    bio: 'hostess with the leastest',
    location: 'Savannah, GA',
    joined: '2014-09-25',
    opens: ['HELP. red candle wax on a white linen tablecloth. guests in three hours. what do i DO'],
    replies: [
      { when: 'asks', say: 'it is cotton-linen, and i have an iron and brown paper bags' },
      {
        when: ['shares-link', 'anything'],
        say: ['okay okay ironing through paper', 'IT IS COMING OUT. you are wizards']
      },
      { when: 'closes', say: 'bless you, truly. raising a glass to you tonight 🥂' }
    ],
    nudges: ['two hours and forty minutes. just saying. 😬']
  },
  {
    username: 'felix_arnou',
    name: 'Félix Arnou',
    bio: 'Chef de partie, tea drunk from deli cups',
    location: 'Montréal',
    joined: '2018-02-02',
    past: [
      ['them', '3d 6h', 'the teapot drips. every single pour. is there a trick?'],
      ['shop', '3d 5h', 'There is! Rub a little butter under the spout. If that does not help we exchange it.'],
      ['them', '3d 4h', 'butter. of course it is butter. i am a chef and i did not think of butter'],
      ['them', '7h 30m', 'ok the butter helped for two days. i think the spout is just badly cut on mine']
    ],
    replies: [
      { when: 'replaces', say: 'yes please, same colour if you have it' },
      { when: 'asks-order', say: '{order}' },
      { when: 'asks-photo', say: withPicture('the culprit', 'teapot', 33) },
      { when: 'refunds', say: 'would rather have one that pours 😄' }
    ],
    otherwise: ['merci in any case'],
    nudges: ['drip. drip. drip.']
  },
  {
    username: 'greta_lindqv',
    name: 'Greta Lindqvist',
    bio: 'Two toddlers, one dishwasher',
    location: 'Malmö',
    joined: '2016-03-03',
    opens: [
      'Hello, is the speckled mug dishwasher safe? And the gold rim?',
      'asking because it might already have happened'
    ],
    replies: [
      { when: 'refuses', say: 'oh dear. the rim did look a bit paler' },
      { when: ['replaces', 'gives-code'], say: 'That is really sweet, thank you!' },
      { when: 'asks', say: 'The normal programme, 60 degrees' }
    ],
    otherwise: ['Good to know, thank you']
  }
]
