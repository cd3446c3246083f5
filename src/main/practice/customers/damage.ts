import { withGif, withPicture, withVideo, withVoice } from './attach.ts'
import type { CustomerScript } from './script.ts'

/** Broken, dented, odd: customers who show what they mean, in pictures, a GIF, a video and a voice clip. */
export const damageCustomers: readonly CustomerScript[] = [
  {
    username: 'tamsin_grove',
    name: 'Tamsin Grove',
    bio: 'primary school librarian 📚',
    location: 'Norwich',
    joined: '2013-10-10',
    past: [
      [
        'them',
        '18m',
        withPicture('My mug arrived like this 😢', 'broken-mug', 8, 'A mug with a long crack and a shard beside it')
      ],
      ['them', '16m', 'order {order}, the blue one. the box itself looked fine']
    ],
    replies: [
      { when: 'asks-order', say: '{order}' },
      {
        when: 'asks-photo',
        say: withPicture('Here is the box from outside', 'parcel', 21, 'A parcel with one dented corner')
      },
      { when: 'replaces', say: ['That would be wonderful, thank you!', 'Do I need to send the broken one back?'] },
      { when: 'refunds', say: 'I would love the mug rather than the money, if you have another blue one' },
      { when: 'apologises', say: 'Not your fault, these things travel through many hands' },
      { when: 'closes', say: 'Thank you so much, you have been lovely' }
    ],
    otherwise: ['Sorry, do you need anything else from me?'],
    nudges: ['Did the picture come through?'],
    returns: [withPicture('The new one is here and it is whole! 💙', 'mug', 8, 'A whole mug, steaming')]
  },
  {
    username: 'harlan_voss',
    name: 'Harlan Voss',
    bio: 'Long-haul driver. Podcasts > radio.',
    location: 'Tulsa, OK',
    joined: '2016-07-27',
    past: [['them', '42m', withVoice('easier to say it than type it, I am driving', 7, 4)]],
    replies: [
      { when: 'asks', say: withVoice('', 4, 9) },
      { when: ['replaces', 'refunds'], say: 'Sounds good. Parked now, thanks for listening to all that' },
      { when: 'apologises', say: 'no trouble at all' },
      { when: 'closes', say: 'Over and out 👋' }
    ],
    otherwise: ['what I said in the voice message still stands 😄'],
    nudges: ['did the voice message work? otherwise I will type it tonight']
  },
  {
    username: 'ingrid_maelen',
    name: 'Ingrid Mælen',
    bio: 'Plants outnumber people here',
    location: 'Bergen',
    joined: '2019-08-15',
    past: [
      [
        'them',
        '3d 9h',
        withPicture(
          'The planter leaks at the bottom, see the ring on my shelf. Is it meant to have a saucer?',
          'plant',
          14
        )
      ],
      [
        'shop',
        '3d 8h',
        'Hello Ingrid, it should have come with one! We are so sorry about your shelf. A saucer leaves today.'
      ],
      ['them', '3d 7h', 'Ah, that explains it. Thank you, the shelf will survive.'],
      ['shop', '3d 6h', 'Good to hear. Here is 15% off your next order as an apology: SHELF15']
    ],
    returns: ['The saucer arrived and fits. Used SHELF15 for a second planter, so everybody wins 🌿']
  },
  {
    username: 'wes_carrow',
    name: 'Wes Carrow',
    bio: 'dad jokes, dad bod, dad mug',
    location: 'Duluth, MN',
    joined: '2012-04-01',
    past: [
      ['them', '1h 12m', withGif('my candle does the wobble dance, is the flame supposed to do this', 'candle', 27)]
    ],
    replies: [
      { when: 'asks', say: 'no draught that I know of. although the dog door is right there. oh.' },
      { when: 'anything', say: 'wick trimmed, dog door shut, dance is over. bit sad actually' },
      { when: 'closes', say: 'have a wick-ed good day' }
    ],
    nudges: ['the dancing continues']
  },
  {
    username: 'amira_vidal',
    name: 'Amira Vidal',
    bio: 'Ballet teacher. Kettle on.',
    location: 'Brighton',
    joined: '2020-01-20',
    past: [
      [
        'them',
        '2h 40m',
        withVideo('Listen to... well, look at how the lid rattles. Is that normal for the cast iron one?')
      ],
      ['them', '2h 38m', 'Happy to wait, it is not urgent']
    ],
    replies: [
      { when: 'replaces', say: 'A new lid alone would be enough, I think' },
      { when: 'asks-order', say: '{order}' },
      { when: 'asks', say: 'Only when it boils, yes' },
      { when: 'closes', say: 'Thank you! Back to class 🩰' }
    ],
    otherwise: ['Alright, good to know it is not dangerous'],
    nudges: ['Could you see the video?']
  },
  {
    username: 'solveig_a',
    name: 'Solveig Aurdal',
    bio: 'Weaver',
    location: 'Tromsø',
    joined: '2021-11-30',
    opens: [
      withPicture(
        'Is the glaze supposed to have these little holes? I rather like them, only asking if it is safe to drink from',
        'mug',
        64
      )
    ],
    replies: [
      { when: 'asks', say: 'Only on the outside, the inside is smooth' },
      { when: ['anything', 'closes'], say: 'Then I shall call them freckles. Thank you!' }
    ]
  },
  {
    username: 'cormac_dunne',
    name: 'Cormac Dunne',
    bio: 'Hurling, history, hob nobs',
    location: 'Kilkenny',
    joined: '2014-12-12',
    opens: [
      withPicture('Your courier has a funny idea of "fragile"', 'parcel', 77, 'A parcel with a crushed corner'),
      'Did not open it yet. Should I, or do you want it back as it is?'
    ],
    replies: [
      { when: 'asks-order', say: '{order}, six tumblers' },
      { when: 'asks-photo', say: withPicture('Opened. One tumbler down, five standing', 'broken-mug', 78) },
      { when: 'replaces', say: 'Just the one tumbler would do me grand' },
      { when: 'refunds', say: 'For the one, sure. Keep the rest' },
      { when: 'closes', say: 'Sound. Thanks a million' }
    ],
    otherwise: ['Grand, I will open it so'],
    nudges: ['Opening it in an hour unless I hear otherwise!']
  }
]
