import { lockFolder } from '../src/main/core/db/folder-lock.ts'
import { openDatabase } from '../src/main/core/db/open.ts'
import { inboxQueries } from '../src/main/core/inbox/queries.ts'
import { searchQueries } from '../src/main/core/search/queries.ts'
import { threadQueries } from '../src/main/core/thread/queries.ts'
import { systemClock } from '../src/main/host/system-clock.ts'
import { queueIds } from '../src/shared/domain/conversation.ts'
import { conversationKey } from '../src/shared/domain/ids.ts'
import { DATABASE_KEY } from './data-set.ts'
import { OWNER_ID, seededRandom } from './generate.ts'
import { type Measured, measure } from './measure.ts'

/** A common word, a rare one, two together, a phrase, two letters, Japanese, and a word while it is typed. */
const SEARCHES = [
  'sku12',
  'parcel',
  'refund late',
  '"refund late"',
  're',
  'th',
  '確認',
  'sku123',
  'the you it',
  'refund is:unread',
  'from:us parcel',
  'is:waiting -refund',
  'parcel before:2026-01-01',
  'late OR 確認',
  'xylophone'
]

export interface CoreFigures {
  readonly hot: readonly Measured[]
  readonly search: readonly Measured[]
  readonly open: Measured
}

/** The statements behind the screens, on a data folder that nobody else has open. */
export function coreFigures(folder: string, runs: number, seed: number): CoreFigures {
  const release = lockFolder(folder)
  const db = openDatabase(folder, DATABASE_KEY, () => undefined)
  const me = db.get<{ id: string }>('SELECT id FROM team_member ORDER BY created_at, id LIMIT 1')?.id ?? ''
  const desk = { clock: systemClock(), team: { me: () => me }, settings: { all: () => ({}) } }
  const { 'inbox.list': inbox, 'inbox.counts': counts } = inboxQueries({ db, ...desk })
  const thread = threadQueries(db)
  const search = searchQueries({ db, ...desk })
  const ids = (inbox.rows({ queue: 'all', account: null, limit: 5_000 }) as readonly { id: string }[]).map(
    ({ id }) => id
  )
  const random = seededRandom(seed + 2)
  const anyId = (): string => ids[Math.floor(random() * ids.length)] ?? conversationKey(OWNER_ID, OWNER_ID)
  try {
    const hot = [
      ...queueIds.map((queue) =>
        measure(`inbox page, 50 of ${queue}`, runs, () => void inbox.rows({ queue, account: null, limit: 50 }))
      ),
      measure('inbox page, 200 of inbox', runs, () => void inbox.rows({ queue: 'inbox', account: null, limit: 200 })),
      measure('queue counts', runs, () => void counts.rows({ account: null })),
      measure('thread page, 60 newest', runs, () => {
        void thread['thread.messages'].rows({ conversation: anyId(), window: { at: 'newest', older: 60 } })
      }),
      measure('thread head', runs, () => void thread['thread.head'].rows({ conversation: anyId() }))
    ]
    const found = SEARCHES.map((text) =>
      measure(`search ${text}`, Math.ceil(runs / 4), () => void search['search.messages'].rows({ text, limit: 50 }), 5)
    )
    db.close()
    const open = measure(
      'open the database and read the inbox',
      10,
      () => {
        const opened = openDatabase(folder, DATABASE_KEY, () => undefined)
        const again = inboxQueries({ db: opened, ...desk })
        void again['inbox.list'].rows({ queue: 'inbox', account: null, limit: 200 })
        opened.close()
      },
      1
    )
    return { hot, search: found, open }
  } finally {
    db.close()
    release()
  }
}
