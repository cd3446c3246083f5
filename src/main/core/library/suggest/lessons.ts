import type { ReadDb } from '../../db/database.ts'
import { LAST_NUMBER, readAsked } from './asked.ts'
import type { Ranker } from './ranker.ts'
import type { ReplyMatcher } from './reply-matcher.ts'
import * as sql from './sql.ts'

/** More is not learned; the newest of it says most. */
const MOST_USES = 100_000
/** Of what the team wrote without the library. */
const MOST_SENT = 20_000
const PAGE = 200
const LAST_ID = '\uFFFF'

/** Work in steps: between any two of them it can wait. */
export type Steps = Generator<undefined, void>

/** Learns what the team used, the newest first, or what was used after the use with this id. */
export function* learnUses(db: ReadDb, ranker: Ranker, after: string | null): Steps {
  for (let learned = 0, from = after ?? LAST_ID; learned < MOST_USES;) {
    const page = db.all<sql.UsedRow>(after === null ? sql.USED_BEFORE : sql.USED_AFTER, from, PAGE)
    yield
    for (const row of page) {
      ranker.learn({
        id: row.id,
        reply: row.reply_id,
        member: row.member_id,
        at: row.at,
        ...askedBy(db, row)
      })
      yield
    }
    const last = page.at(-1)
    if (!last || page.length < PAGE) return
    from = last.id
    learned += page.length
  }
}

function askedBy(db: ReadDb, row: sql.UsedRow): { asked: string; first: boolean } {
  if (row.conversation_key === null || row.seen_to_at === null) return { asked: '', first: true }
  const upTo = { at: row.seen_to_at, eventNumber: row.seen_to_number ?? LAST_NUMBER }
  return readAsked(db, row.conversation_key, upTo)
}

/**
 * Learns from what the team sent before there was a library, or without it: a message that is nearly a canned reply
 * counts as a use of it by nobody in particular. One that is none speaks for silence, since there is a library.
 * @param wanted only these replies. @param since when the first reply was approved, ms since 1970
 */
export function* learnSent(
  db: ReadDb,
  ranker: Ranker,
  matcher: ReplyMatcher,
  wanted: (reply: string) => boolean,
  since: number
): Steps {
  for (let looked = 0, before = Number.MAX_SAFE_INTEGER; looked < MOST_SENT;) {
    const page = db.all<sql.SentRow>(sql.SENT_BEFORE, before, PAGE)
    yield
    for (const row of page) {
      const reply = row.canned === 1 ? null : matcher.match(row.text)
      const known = row.canned === 1 || (reply === null ? row.at < since : !wanted(reply))
      if (!known) {
        const upTo = { at: row.at, eventNumber: String(BigInt(row.event_number) - 1n) }
        const id = `sent ${row.key}`
        // It may have been no reply of the library that was looked for before.
        if (reply !== null) ranker.forget(id)
        ranker.learn({
          id,
          reply,
          member: null,
          at: row.at,
          ...readAsked(db, row.conversation_key, upTo)
        })
      }
      yield
    }
    const last = page.at(-1)
    if (!last || page.length < PAGE) return
    before = last.key
    looked += page.length
  }
}
