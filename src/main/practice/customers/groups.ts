import { withPicture } from './attach.ts'
import type { GroupScript } from './script.ts'

/** Two group conversations with the shop in them, with people who come and go. */
export const groups: readonly GroupScript[] = [
  {
    key: 'wedding',
    members: ['perpetua_jo', 'nadia_events'],
    created: '17d 2h',
    past: [
      [
        'perpetua_jo',
        '17d 1h',
        'Hello all three! I made this group so that candles, flowers and tables talk to each other. Wedding on the 20th, 60 guests.'
      ],
      ['shop', '17d', 'What a good idea. We have the 60 ivory candles planned, 7 cm high.'],
      ['nadia_events', '16d 22h', 'Tables are 180 cm rounds, ten of them. Six candles each, then.'],
      { ago: '16d 20h', joins: ['amira_vidal'], by: 'perpetua_jo' },
      ['perpetua_jo', '16d 19h', 'Amira does the dance floor, she needs to know where nothing may burn 🔥'],
      ['amira_vidal', '16d 18h', 'Hi! Please no candles within two metres of the parquet. Dresses.'],
      ['shop', '16d 4h', 'Noted: nothing near the parquet. We can lend glass covers for the tables next to it.'],
      { ago: '15d 3h', leaves: ['amira_vidal'] },
      [
        'nadia_events',
        '2d 5h',
        withPicture('Setting up today, look at this light', 'candle', 70, 'A candle on a table')
      ],
      [
        'perpetua_jo',
        '1d 6h',
        'It was perfect. One question for the shop: can the guests’ leftover candles go back in the glasses for the anniversary?'
      ]
    ],
    chatter: [
      ['nadia_events', 'And where should we send the glass covers, to the shop or to the pottery?'],
      { joins: ['amira_vidal'], by: 'nadia_events' },
      ['amira_vidal', 'Hello again, I found one of the covers in my bag. Sorry!'],
      ['perpetua_jo', 'That makes twelve, then we have all of them 🎉'],
      { leaves: ['nadia_events'] }
    ],
    replies: [
      { who: 'perpetua_jo', when: ['thanks', 'closes'], say: 'Thank you both, it was a joy to work with you' },
      {
        who: 'nadia_events',
        when: ['ships', 'asks-contact', 'shares-link'],
        say: 'Perfect, the courier picks them up tomorrow.'
      },
      { who: 'perpetua_jo', when: 'asks', say: 'About forty are left, some only half burnt' },
      { who: 'amira_vidal', when: 'apologises', say: 'No, no, my fault entirely!' },
      { who: 'perpetua_jo', when: 'anything', say: 'Lovely, noted!' }
    ]
  },
  {
    key: 'tea-club',
    members: ['yaeltides', 'benito_ito', 'otis_penhale'],
    created: '12d 8h',
    past: [
      ['yaeltides', '12d 7h', 'tea club is open! shop people, you may watch and correct us ☕➡️🍵'],
      ['benito_ito', '12d 6h', 'First round: the roasted one, 90 degrees, go'],
      ['otis_penhale', '12d 5h', 'I measured 87 at the spout. One loses three on the way.'],
      ['shop', '12d 4h', 'We are impressed, and slightly afraid. 87 is fine for the roasted one.'],
      { ago: '9d 2h', joins: ['theo_brandvold', 'felix_arnou'], by: 'yaeltides' },
      ['theo_brandvold', '9d 1h', 'Hei! What did I miss?'],
      ['felix_arnou', '9d', 'otis measuring tea with engine parts, i guess'],
      { ago: '6d 3h', leaves: ['theo_brandvold'] },
      [
        'benito_ito',
        '2h 12m',
        'Question for the shop: does the smoky one keep if the tin was open in the sea air for a month?'
      ],
      ['yaeltides', '2h 8m', 'he left it on the balcony. again.']
    ],
    chatter: [
      ['otis_penhale', 'Salt air and tea do not mix. I would write it off.'],
      ['felix_arnou', 'or smoke a trout with it 🐟'],
      { joins: ['theo_brandvold'], by: 'yaeltides' },
      ['theo_brandvold', 'I am back. Left by accident, wrong button.'],
      ['benito_ito', 'Update: drank it anyway. Tasted of pirate.'],
      ['yaeltides', 'next round on sunday: jasmine. everybody bring a thermometer, otis will bring two']
    ],
    replies: [
      { who: 'benito_ito', when: ['refuses', 'gives-code'], say: 'Understood. New tin it is. RIP balcony tin.' },
      { who: 'otis_penhale', when: 'asks', say: 'Relative humidity was 81 per cent, since you ask.' },
      { who: 'yaeltides', when: ['thanks', 'closes'], say: 'the club thanks you 🫡' },
      { who: 'felix_arnou', when: 'anything', say: 'told you, trout' }
    ]
  }
]
