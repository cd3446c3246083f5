/**
 * npm run bench:library: how long the picker of canned replies takes for a letter, with 10,000 replies.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import type { Database, WriteDb } from '../src/main/core/db/database.ts'
import { openDatabase } from '../src/main/core/db/open.ts'
import { createFinder } from '../src/main/core/library/finder.ts'
import { libraryQueries } from '../src/main/core/library/queries.ts'
import { changeRecord, findRecord } from '../src/main/core/library/reply-record.ts'
import { createReply } from '../src/main/core/library/save-reply.ts'
import { createShelf } from '../src/main/core/library/shelf.ts'
import { createUseCounts } from '../src/main/core/library/use-counts.ts'
import { keepUses } from '../src/main/core/library/uses.ts'
import { createLive } from '../src/main/core/live/live.ts'
import { createLanguageSource } from '../src/main/core/send-check/language-source.ts'
import { ingest } from '../src/main/core/sync/ingest.ts'
import type { CannedReplyRow } from '../src/shared/contract/library-rows.ts'
import { diffRows, snapshotOf } from '../src/shared/live/patch.ts'
import { ReplyContent, ReplyPlacement } from '../src/shared/domain/library/canned-reply.ts'
import { conversationKey } from '../src/shared/domain/ids.ts'
import { DATABASE_KEY } from './data-set.ts'
import { seededRandom } from './generate.ts'
import { type Measured, measure, printTable } from './measure.ts'

const ME = 'me'
const ACCOUNT = '7'
const TYPED = ['refund late', 'orwhe', 'word12 w', 'xyz']

/** Every letter of what is typed, at the hardest: with a conversation that has words of its own. */
export async function pickerFigures(replies: number, runs: number): Promise<readonly Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-bench-library-'))
  const live = createLive({ error: (...given: readonly unknown[]) => console.error(...given) })
  const db = openDatabase(folder, DATABASE_KEY, live.publish)
  try {
    const random = seededRandom(5)
    const ids = fill(db, replies, random)
    const conversation = conversationKey(ACCOUNT, `${ACCOUNT}-1000`)
    const team = { me: () => ME, find: () => ({ id: ME, name: 'Ana' }), groupsOf: () => [] }
    const shelf = createShelf(db, live)
    const languages = createLanguageSource()
    const clock = { now: () => Date.now() }
    // Nothing here expires.
    const dates = { watch: () => undefined }
    const finder = createFinder({ db, live, shelf, dates, team, clock, languages })
    const queries = libraryQueries({ db, shelf, uses: createUseCounts(db, live), dates, team, clock, finder })
    const list = () => queries['library.list'].rows({}) as readonly CannedReplyRow[]
    const find = (text: string): unknown => finder.find({ conversation, text, limit: 50 })
    await languages.load()
    const read = measure('library read into memory', 1, () => void shelf.now(), 0)
    const built = measure('index built, with the first question', 1, () => void find(''), 0)
    const letters = TYPED.flatMap((text) => [...text].map((_, at) => text.slice(0, at + 1)))
    const figures = letters.map((text) => measure(`picker “${text}”`, runs, () => void find(text), 2))
    const slowest = figures.toSorted((a, b) => b.p95 - a.p95).slice(0, 5)
    let listed = snapshotOf(list())
    let changes = 0
    // Each time another tag: one that is there already is no change.
    const changeOne = (): void => {
      changes += 1
      db.write((tx) => {
        const record = findRecord(tx, ids[changes % ids.length] ?? '', ME)
        changeRecord(tx, record, { tags: [`tag${changes}`, 'changed'] }, Date.now())
      })
    }
    return [
      read,
      built,
      measure('picker, nothing typed', runs, () => void find('')),
      ...slowest,
      measure('picker after one reply was changed', Math.min(runs, 20), () => {
        changeOne()
        find('ship')
      }),
      measure('library list after one reply was changed, with its patch', 20, () => {
        changeOne()
        const difference = diffRows(listed, list())
        if (difference === null) throw new Error('the change is not listed')
        listed = difference.after
      })
    ]
  } finally {
    db.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const NAMED = [
  'refund',
  'late',
  'shipping',
  'order',
  'where',
  'parcel',
  'damaged',
  'photo',
  'thanks',
  'password',
  'invoice'
]

function fill(db: Database, count: number, random: () => number): string[] {
  // A few words are everywhere, most are rare, as in any language.
  const word = (): string => {
    const nth = Math.floor(5_000 * random() ** 3)
    return NAMED[nth] ?? `word${nth}`
  }
  const words = (many: number): string => Array.from({ length: many }, word).join(' ')
  return db.write((tx) => {
    const ids = Array.from({ length: count }, (_, nth) => {
      const content = ReplyContent.parse({
        title: words(4),
        shortcut: nth % 3 === 0 ? `${word()}-${nth}` : null,
        body: `Hello {{ customer.first_name | fallback: "there" }}, ${words(60)}`,
        language: 'en',
        variants: nth % 5 === 0 ? [{ language: 'es', body: words(60) }] : []
      })
      const placement = ReplyPlacement.parse({ folder: [word(), word()], tags: [word(), word()] })
      return approved(tx, content, placement)
    })
    for (let nth = 0; nth < count * 5; nth += 1) {
      const reply = ids[Math.floor(ids.length * random() ** 2)] ?? ''
      const sent = { outboxId: uuidv7(), accountId: ACCOUNT, conversationId: '7-1', member: nth % 4 === 0 ? ME : 'b' }
      keepUses(tx, { ...sent, text: 'x' }, [{ reply, version: 'v', text: 'x', from: null }], nth)
    }
    const events = Array.from({ length: 12 }, (_, nth) => ({
      id: String(1_790_000_000_000_000_000n + BigInt(nth)),
      kind: 'message' as const,
      conversationId: `${ACCOUNT}-1000`,
      at: Date.UTC(2026, 0, 1) + nth * 1000,
      senderId: '1000',
      text: `Where is my parcel? The refund is late and the photo shows it damaged ${words(40)}`,
      links: [],
      media: [],
      reactions: [],
      userIds: [],
      name: null
    }))
    ingest(tx, ACCOUNT, events, { source: 'read', now: Date.UTC(2026, 0, 2) })
    return ids
  })
}

function approved(tx: WriteDb, content: ReplyContent, placement: ReplyPlacement): string {
  const { reply, version } = createReply(tx, { content, placement }, { author: ME, now: 1 })
  changeRecord(tx, findRecord(tx, reply, ME), { approved: version, pending: null }, 1)
  return reply
}

if (import.meta.main) printTable(await pickerFigures(10_000, 10))
