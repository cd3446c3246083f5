import type { ReadDb } from '../../db/database.ts'
import * as sql from './sql.ts'

/** After so long without an answer a conversation begins anew. */
const NEW_TALK_MS = 3 * 24 * 60 * 60_000

/** What the customer asked at some moment. */
export interface Asked {
  /** All since the last answer, in the order in which it was written; empty: nothing. */
  readonly asked: string
  /** The same, message by message. */
  readonly texts: readonly string[]
  /** Whether nobody had answered before. */
  readonly first: boolean
}

/** A place in a conversation, by X's clock. */
export interface Moment {
  readonly at: number
  /** In digits: X's numbers are longer than numbers are exact. */
  readonly eventNumber: string
}

export const LAST_NUMBER = '9223372036854775807'
/** After all that was said. */
export const theEnd: Moment = { at: Number.MAX_SAFE_INTEGER, eventNumber: LAST_NUMBER }

/** @param conversation key of the conversation's row. @param upTo the last message that counts */
export function readAsked(db: ReadDb, conversation: number, upTo: Moment): Asked {
  const said = db.all<sql.SaidRow>(sql.SAID, conversation, upTo.at, upTo.eventNumber)
  const answer = said.findIndex(({ outbound }) => outbound === 1)
  const theirs = (answer < 0 ? said : said.slice(0, answer)).toReversed()
  const answeredAt = said[answer]?.at ?? null
  const begins = theirs[0]?.at ?? null
  const texts = theirs.map(({ text }) => text)
  return {
    asked: texts.join('\n'),
    texts,
    first: answeredAt === null || (begins !== null && begins - answeredAt > NEW_TALK_MS)
  }
}
