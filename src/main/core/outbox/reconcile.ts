import type { Link } from '../../../shared/domain/message.ts'
import type { WriteDb } from '../db/database.ts'
import * as sql from './sql.ts'
import { markSent, setState } from './transitions.ts'

/** X's clock and ours may differ; a message further from the attempt than this cannot be its result. */
const CLOCK_TOLERANCE_MS = 5 * 60_000

/**
 * How often and how long X is read back before the agent is asked. X's reads lag its writes (data-perf.md A4), so one
 * empty read proves nothing; and nothing is ever sent again by guess.
 */
const MIN_CHECKS = 3
const MIN_CHECK_TIME_MS = 60_000

/** Delay before the next look, by the number of looks before the last one. */
function nextCheckDelay(checks: number): number {
  return checks === 0 ? 5_000 : checks === 1 ? 20_000 : 60_000
}

/** Finds replies whose answer was lost among the own messages that X has shown. @returns how many were found. */
export function claimLost(db: WriteDb, accountId: string, now: number): number {
  let found = 0
  for (const entry of db.all<sql.OutboxEntry>(sql.LOST, accountId)) {
    const attemptedAt = entry.attempted_at ?? entry.created_at
    const candidates = db.all<sql.Candidate>(
      sql.CANDIDATES,
      accountId,
      entry.conversation_id,
      attemptedAt - CLOCK_TOLERANCE_MS,
      attemptedAt + CLOCK_TOLERANCE_MS
    )
    const match = candidates.find((candidate) => sameText(entry.text, candidate))
    if (!match) continue
    markSent(db, entry, match.event_id, now)
    found += 1
  }
  return found
}

/** After a look at X that did not show the reply: look again later, or ask the agent. */
export function noteMiss(db: WriteDb, entry: sql.OutboxEntry, now: number): void {
  const checks = entry.checks + 1
  db.run(sql.NOTE_CHECK, now + nextCheckDelay(entry.checks), now, entry.id)
  if (checks < MIN_CHECKS || now - (entry.attempted_at ?? entry.created_at) < MIN_CHECK_TIME_MS) return
  setState(db, entry, 'needs-attention', {
    reason: `X did not answer when this was sent, and does not show it after ${checks} looks. Send it again only if the customer has not got it.`,
    now
  })
}

/** X rewrites links to t.co and may escape &, < and >; white space at the ends is dropped. */
function sameText(sent: string, candidate: sql.Candidate): boolean {
  const links = candidate.links === null ? [] : (JSON.parse(candidate.links) as Link[])
  let shown = candidate.text
  for (const link of links) shown = shown.replaceAll(link.url, link.expanded)
  return (
    normal(sent) === normal(shown) ||
    normal(sent) === normal(unescape(shown)) ||
    normal(sent) === normal(candidate.text)
  )
}

function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

function normal(text: string): string {
  return text
    .normalize('NFC')
    .replace(/https?:\/\/(?:www\.)?/gu, '')
    .replace(/\/(?=\s|$)/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}
