import type { CustomerScript } from './script.ts'

/** What an agent should recognise and resolve without an answer. All addresses are reserved for examples. */
export const spamCustomers: readonly CustomerScript[] = [
  {
    username: 'growthrocket99',
    name: 'GROWTH ROCKET 🚀',
    bio: 'We grow brands. DM for packages.',
    location: 'Worldwide',
    joined: '2024-06-01',
    followers: 4,
    following: 4980,
    past: [
      [
        'them',
        '4h 50m',
        'Dear owner, get 10,000 REAL followers in 24h!! 100% safe!! only today 19.99 https://growth-rocket.example/buy?ref=7731'
      ]
    ],
    nudges: ['Did you see my offer sir?? Last 3 places!! https://growth-rocket.example/last-chance'],
    silent: true
  },
  {
    username: 'verify_helpdesk',
    name: 'Account Verification Desk',
    bio: 'Official support for your account safety',
    location: '',
    joined: '2025-01-12',
    followers: 0,
    following: 12,
    past: [
      [
        'them',
        '9h 5m',
        'Your account will be suspended within 24 hours because of a copyright complaint. Confirm your password here to keep it: https://x-verify.example/login'
      ]
    ],
    silent: true
  },
  {
    username: 'crypto_lena_x',
    name: 'Lena | passive income',
    bio: '💰 ask me how 💰',
    location: 'Dubai',
    joined: '2024-11-20',
    followers: 310,
    following: 4100,
    opens: ['hey dear 🌹 how is your day', 'i found a platform where my coins double every week, you want i show you?'],
    silent: true
  },
  {
    username: 'bulkboxes_co',
    name: 'Bulk Boxes Company',
    bio: 'Packaging manufacturer since 2003',
    location: 'Shenzhen',
    joined: '2018-05-16',
    past: [
      [
        'them',
        '11d 5h',
        'Hello friend, we are factory of paper box, best price, MOQ 500 pcs, see catalogue https://bulkboxes.example/catalogue.pdf'
      ],
      ['shop', '11d 2h', 'Thank you, we are well supplied at the moment.']
    ],
    returns: ['Hello friend, maybe this month need box?'],
    silent: true
  }
]
