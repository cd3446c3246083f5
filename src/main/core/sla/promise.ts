import { shelfOf } from '../../../shared/domain/conversation.ts'
import { type Due, dueOf, type Pause, policyFor, type SlaClocks, type SlaPolicy } from '../../../shared/domain/sla.ts'
import type { ReadDb, WriteDb } from '../db/database.ts'
import { firstUnanswered } from '../inbox/first-unanswered.ts'
import { readPlan } from './plan.ts'
import * as sql from './sql.ts'

/** When an answer is due, and to what. */
export interface Promised extends Due {
  /** The message that waits for it (ms since 1970). */
  readonly since: number
}

/** Says what is promised in a conversation. One for each transaction: the plan is read once. */
export type Promises = (key: number, answeredAt: number, waitingSince: number | null) => Promised | null

export function promises(db: WriteDb): Promises {
  const plan = readPlan(db)
  if (plan === null || !plan.clocks.plan.on) return () => null
  const pausing = plan.clocks.plan.policies.some((policy) => policy.pausesSnoozed)
  return (key, answeredAt, waitingSince) => {
    if (waitingSince === null && !pausing) return null
    const subject = db.get<sql.SubjectRow>(sql.SUBJECT, key)
    if (!subject) return null
    if (pausing) notePause(db, subject)
    return waitingSince === null ? null : promisedTo(db, plan.clocks, subject, key, answeredAt)
  }
}

function promisedTo(
  db: ReadDb,
  clocks: SlaClocks,
  subject: sql.SubjectRow,
  key: number,
  answeredAt: number
): Promised | null {
  const shelf = shelfOf(subject.status, subject.place)
  // A customer who waits goes on waiting while we snooze. Who is not let in, or is blocked, was promised nothing.
  if ((shelf !== 'open' && shelf !== 'snoozed') || subject.blocked === 1) return null
  const policy = policyOf(clocks, subject)
  if (policy === null) return null
  const first = firstUnanswered(db, key, subject.settled_to)
  const since = answeredAt <= subject.settled_to ? first : firstUnanswered(db, key, answeredAt)
  if (since === null) return null
  const kind = since === first ? 'first' : 'next'
  const pauses = policy.pausesSnoozed ? pausesOf(db, subject) : []
  const due = dueOf(clocks, policy, { kind, since: promisedSince(subject, since), pauses })
  return due === null ? null : { ...due, since }
}

/** Who had to wait to be let in was promised nothing until then. */
export function promisedSince({ let_in_at: letInAt }: sql.SubjectRow, askedAt: number): number {
  return Math.max(askedAt, letInAt)
}

export function policyOf({ plan }: SlaClocks, subject: sql.SubjectRow): SlaPolicy | null {
  const { account_id: account, category, priority } = subject
  return policyFor(plan, { account, category, priority, tags: JSON.parse(subject.tags) as string[] })
}

export function pausesOf(db: ReadDb, { account_id: account, id }: sql.SubjectRow): Pause[] {
  return db.all<Pause>(sql.PAUSES, account, id)
}

/** A snooze that was taken back has lasted for no time: its state’s time lies before it. */
function notePause(db: WriteDb, { account_id: account, id, status, status_at: at }: sql.SubjectRow): void {
  if (status === 'snoozed') db.run(sql.START_PAUSE, account, id, at, at)
  else db.run(sql.END_PAUSES, at, at, account, id)
}
