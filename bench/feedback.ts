/**
 * npm run bench:feedback: what tagging, looking and suggesting cost with 200,000 tagged quotes of three years in 120 themes.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FeedbackFilter } from '../src/shared/contract/feedback-commands.ts'
import type { Database, WriteDb } from '../src/main/core/db/database.ts'
import { openDatabase } from '../src/main/core/db/open.ts'
import { readBoard, readTotal } from '../src/main/core/feedback/board.ts'
import { addEntry } from '../src/main/core/feedback/entries.ts'
import { feedbackOf, readQuotes } from '../src/main/core/feedback/quotes.ts'
import { suggestThemes } from '../src/main/core/feedback/suggest-themes.ts'
import { listThemes } from '../src/main/core/feedback/themes.ts'
import { ingest } from '../src/main/core/sync/ingest.ts'
import { sentiments } from '../src/shared/domain/feedback/feedback.ts'
import { conversationKey } from '../src/shared/domain/ids.ts'
import { DATABASE_KEY } from './data-set.ts'
import { seededRandom, text } from './generate.ts'
import { measure, type Measured, printTable, summarise } from './measure.ts'

const SPANS = Number(process.argv[2] ?? 200_000)
const ACCOUNT = '7'
const DAY = 86_400_000
const END = Date.UTC(2026, 10, 1)
const DAYS = 3 * 365
/** Messages of a conversation, each of them tagged. */
const EACH = 10
const THEMES = 120
const PRODUCTS = 12
const PART = 1_000

const random = seededRandom(5)
const some = (count: number): number => Math.floor(random() ** 2 * count)
const texts: string[] = []
const saidAt = (nth: number): number => Math.floor(END - DAYS * DAY + (nth / SPANS) * DAYS * DAY)
const conversationOf = (nth: number): string => `${ACCOUNT}-${1_000 + Math.floor(nth / EACH)}`
const eventOf = (nth: number): string => String(1_790_000_000_000_000_000n + BigInt(nth))

function fill(db: Database): void {
  for (let first = 0; first < SPANS; first += PART) {
    db.write((tx) => {
      const numbers = Array.from({ length: Math.min(PART, SPANS - first) }, (_, nth) => first + nth)
      const events = numbers.map((nth) => ({
        id: eventOf(nth),
        kind: 'message' as const,
        conversationId: conversationOf(nth),
        at: saidAt(nth),
        senderId: conversationOf(nth).slice(ACCOUNT.length + 1),
        text: text(random),
        links: [],
        media: [],
        reactions: [],
        userIds: [],
        name: null
      }))
      ingest(tx, ACCOUNT, events, { source: 'read', now: END })
      for (const [at, nth] of numbers.entries()) {
        const said = events[at]?.text ?? ''
        if (nth % 1_000 === 0) texts.push(said)
        tag(tx, nth, said)
      }
    })
  }
}

function tag(tx: WriteDb, nth: number, said: string): void {
  const words = said.split(' ').slice(0, 6).join(' ')
  const themes = [...new Set([`Theme ${some(THEMES)}`, ...(nth % 3 === 0 ? [`Theme ${some(THEMES)}`] : [])])]
  addEntry(
    tx,
    {
      conversation: conversationKey(ACCOUNT, conversationOf(nth)),
      message: eventOf(nth),
      words: { start: 0, end: words.length, quote: words },
      themes,
      product: nth % 2 === 0 ? `Product ${some(PRODUCTS)}` : null,
      sentiment: sentiments[nth % sentiments.length] ?? 'neutral',
      severity: null,
      note: ''
    },
    { member: `member ${nth % 5}`, now: saidAt(nth) }
  )
}

/** The whole, and the longest that the core is kept at once. */
function inSteps(name: string, work: () => Generator<void, unknown>): Measured[] {
  const steps: number[] = []
  const whole = measure(name, 20, () => {
    const going = work()
    for (let done = false; !done;) {
      const start = performance.now()
      done = going.next().done === true
      steps.push(performance.now() - start)
    }
  })
  return [whole, summarise(`${name}, a step`, steps)]
}

const folder = mkdtempSync(join(tmpdir(), 'backchannel-bench-feedback-'))
const db = openDatabase(folder, DATABASE_KEY, () => undefined)
try {
  const start = performance.now()
  fill(db)
  console.log(`${SPANS} messages taken in and tagged in ${((performance.now() - start) / 1_000).toFixed(1)} s`)
  const all = { category: null, tag: null, product: null, sentiment: null }
  const last = (days: number, more: Partial<FeedbackFilter> = {}): FeedbackFilter => ({
    from: END - days * DAY,
    to: END,
    ...all,
    ...more
  })
  const theme = listThemes(db)[0]?.id ?? ''
  const product = db.get<{ id: string }>('SELECT id FROM feedback_product ORDER BY folded')?.id ?? ''
  printTable([
    measure('tag some words', 100, (run) =>
      db.write((tx) =>
        tag(tx, run, tx.get<{ text: string }>('SELECT text FROM message WHERE event_id = ?', eventOf(run))?.text ?? '')
      )
    ),
    measure('themes', 200, () => listThemes(db)),
    measure('what is tagged in a conversation', 500, (run) =>
      feedbackOf(db, conversationKey(ACCOUNT, conversationOf(run * 37)))
    ),
    measure('themes that fit some words', 200, (run) => suggestThemes(db, texts[run % texts.length] ?? '')),
    ...[30, 90, 365].flatMap((days) => [
      ...inSteps(`board of ${days} days`, () => readBoard(db, last(days))),
      ...inSteps(`total of ${days} days`, () => readTotal(db, last(days)))
    ]),
    ...inSteps('board of a year, one product', () => readBoard(db, last(365, { product }))),
    ...inSteps('board of a year, one category', () => readBoard(db, last(365, { category: 'billing' }))),
    measure('50 quotes of a theme', 100, () => readQuotes(db, last(365), theme, 50)),
    measure('50 quotes of a theme, one category', 20, () =>
      readQuotes(db, last(365, { category: 'billing' }), theme, 50)
    )
  ])
} finally {
  db.close()
  rmSync(folder, { recursive: true, force: true })
}
