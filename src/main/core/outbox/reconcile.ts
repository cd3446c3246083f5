import { snowflakeTime } from '../../../shared/domain/ids.ts'
import type { Link } from '../../../shared/domain/message.ts'
import { attachmentOfReply } from '../attachments/attachments.ts'
import type { ReadDb, WriteDb } from '../db/database.ts'
import { noteCost } from '../sync/cost-meter.ts'
import * as attempts from './attempt-sql.ts'
import { possibleTimes, type PossibleTimes } from './possible-times.ts'
import { sameMessage } from './same-message.ts'
import * as sql from './sql.ts'
import { changed, markSent, needAttention } from './transitions.ts'

/**
 * How often and how long X is read back before the agent is asked. X's reads lag its writes (data-perf.md A4), so one
 * empty read proves nothing; and nothing is ever sent again by guess.
 */
const MIN_CHECKS = 3
const MIN_CHECK_TIME_MS = 60_000
/** X lists no event that is older. */
const LISTED_MS = 30 * 86_400_000

/** Delay before the next look, by the number of looks before the last one. */
function nextCheckDelay(checks: number): number {
  return checks === 0 ? 5_000 : checks === 1 ? 20_000 : 60_000
}

interface Match {
  readonly eventId: string
  /** False when the same text is there, but not certainly as the result of this attempt. */
  readonly certain: boolean
}

/**
 * Finds what became of attempts without an answer among the own messages that X has shown (decision 0005). Attempts of a
 * conversation are gone through in the order they were made, messages in X's order, and each message stands for one
 * attempt at most: two equal texts are two.
 * @returns how many replies turned out to be sent.
 */
export function claimLost(db: WriteDb, accountId: string, now: number): number {
  let found = 0
  for (const attempt of db.all<attempts.LostAttempt>(attempts.LOST, accountId, now - LISTED_MS)) {
    const match = matches(db, accountId, attempt).find((each) => each.certain)
    if (!match) continue
    db.run(attempts.CLAIM, match.eventId, attempt.key)
    const entry = db.get<sql.OutboxEntry>(sql.FIND, attempt.outbox_id)
    if (!entry) continue
    if (entry.state === 'sent') {
      // It was sent again meanwhile: the customer has it twice, and the thread says so.
      changed(db, entry)
    } else {
      markSent(db, entry, match.eventId, now)
      // X charged for it when it arrived, although it never said so.
      noteCost(db, accountId, 'dm-send', 1, now)
      found += 1
    }
  }
  return found
}

/** Messages that may be the result of an attempt and belong to no other, oldest first. */
function matches(db: ReadDb, accountId: string, attempt: attempts.LostAttempt): Match[] {
  const times = possibleTimes(attempt)
  return db
    .all<attempts.Candidate>(attempts.CANDIDATES, accountId, attempt.conversation_id, attempt.known_to ?? '0')
    .flatMap((candidate): Match[] => {
      const sameness = sameMessage(
        { text: attempt.text, hasMedia: attachmentOfReply(db, attempt.outbox_id) !== null },
        {
          text: candidate.text,
          links: candidate.links === null ? [] : (JSON.parse(candidate.links) as Link[]),
          hasMedia: candidate.has_media === 1
        }
      )
      if (sameness === 'other') return []
      // A time that does not fit rules nothing out: our clock may have been set since. It is for a person to tell.
      return [{ eventId: candidate.event_id, certain: sameness === 'same' && isCertain(times, timeOf(candidate)) }]
    })
}

function timeOf({ event_id: id, at }: attempts.Candidate): number {
  const carried = snowflakeTime(id)
  return carried !== null && Math.abs(carried - at) < 60_000 ? carried : at
}

function isCertain(times: PossibleTimes, at: number): boolean {
  return at >= times.certainFrom && at <= times.certainTo
}

/** How far back X has to be read to know what became of a reply's attempts. */
export function lookBackTo(db: ReadDb, outboxId: string): { earliest: number; knownTo: string | null } {
  const lost = db.all<attempts.LostAttempt>(attempts.OF_REPLY, outboxId)
  const [first] = lost
  if (!first) return { earliest: 0, knownTo: null }
  return { earliest: Math.min(...lost.map((each) => possibleTimes(each).earliest)), knownTo: first.known_to }
}

/**
 * After a complete look at X that did not show the reply: look again later, or ask the agent.
 * @param readable false when X does not let this conversation be read: the look showed nothing at all.
 */
export function noteMiss(
  db: WriteDb,
  accountId: string,
  entry: sql.OutboxEntry,
  options: { readonly readable: boolean; readonly now: number }
): void {
  const { readable, now } = options
  const looks = entry.checks + 1
  const attemptedAt = entry.attempted_at ?? entry.created_at
  db.run(sql.NOTE_LOOK, 1, now, now + nextCheckDelay(entry.checks), now, entry.id)
  // When our clock was set back, only the looks themselves tell that time has passed.
  const waited = now < attemptedAt ? looks >= MIN_CHECKS + 2 : now - attemptedAt >= MIN_CHECK_TIME_MS
  if (looks < MIN_CHECKS || !waited) return
  const ids = db
    .all<attempts.LostAttempt>(attempts.OF_REPLY, entry.id)
    .flatMap((attempt) => matches(db, accountId, attempt).map((match) => match.eventId))
  needAttention(db, entry, [{ kind: 'not-shown', at: attemptedAt, looks, readable, ids: [...new Set(ids)] }], now)
}
