import { clockOf, dueOf } from '../../../shared/domain/sla.ts'
import type { WriteDb } from '../db/database.ts'
import { keepBreach } from './breaches.ts'
import type { PlanInForce } from './plan.ts'
import { pausesOf, policyOf, promisedSince } from './promise.ts'
import * as sql from './sql.ts'

/** Of one conversation; longer ones go on in the next part. */
const MOST_MESSAGES = 2_000

/** A wait that an answer ended. */
export interface AnsweredWait {
  readonly askedAt: number
  readonly answeredAt: number
  /** Whether nothing was asked before it (since the conversation was last resolved). */
  readonly first: boolean
  readonly own: boolean
}

/**
 * The waits in a part of a conversation: each begins with the first message that is not answered. What is asked after the
 * conversation was resolved is a new matter, and what was open then asks for nothing any more, unless it is answered first.
 * @param settled up to when it was resolved, and whether that lies before this part
 * @param askedBefore whether somebody asked before this part in the same matter
 */
export function answeredWaits(
  spoken: readonly sql.SpokenRow[],
  settled: { readonly to: number; readonly before: boolean },
  askedBefore: boolean
): AnsweredWait[] {
  const waits: AnsweredWait[] = []
  let old = !settled.before
  let asked = askedBefore
  let open: { readonly askedAt: number; readonly first: boolean } | null = null
  for (const { at, outbound, own } of spoken) {
    if (outbound === 1) {
      if (open !== null) waits.push({ ...open, answeredAt: at, own: own === 1 })
      open = null
      continue
    }
    if (old && at > settled.to) {
      old = false
      asked = false
      open = null
    }
    open ??= { askedAt: at, first: !asked }
    asked = true
  }
  return waits
}

/**
 * Keeps how long answers took, of a part of the conversations in which there are new ones.
 * @param me who sits at this desk
 * @returns whether there may be more
 */
export function measureResponses(
  db: WriteDb,
  plan: PlanInForce | null,
  { me, now, most }: { readonly me: string; readonly now: number; readonly most: number }
): boolean {
  const rows = db.all<sql.UnmeasuredRow>(sql.UNMEASURED, most)
  for (const row of rows) measureConversation(db, plan, row, { me, now })
  return rows.length === most
}

function measureConversation(
  db: WriteDb,
  plan: PlanInForce | null,
  { key, answered_at: answeredAt, measured_to: measuredTo }: sql.UnmeasuredRow,
  { me, now }: { readonly me: string; readonly now: number }
): void {
  const subject = db.get<sql.SubjectRow>(sql.SUBJECT, key)
  const spoken = db.all<sql.SpokenRow>(sql.SPOKEN, key, measuredTo, MOST_MESSAGES)
  const last = spoken.length === MOST_MESSAGES ? spoken.findLast(({ outbound }) => outbound === 1)?.at : answeredAt
  // So many questions without an answer are no conversation: the rest is not measured.
  db.run(sql.SET_MEASURED, last ?? answeredAt, key)
  if (!subject) return
  const { account_id: account, id, settled_to: settledTo } = subject
  const settled = { to: settledTo, before: settledTo <= measuredTo }
  const askedBefore = db.get(sql.ASKED_BEFORE, key, settled.before ? settledTo : 0, measuredTo) !== undefined
  for (const wait of answeredWaits(spoken, settled, askedBefore)) {
    const kind = wait.first ? 'first' : 'next'
    const policy = plan?.clocks.plan.on === true ? policyOf(plan.clocks, subject) : null
    const responder = wait.own ? me : null
    if (plan !== null && policy !== null) {
      const since = promisedSince(subject, wait.askedAt)
      const due = dueOf(plan.clocks, policy, { kind, since, pauses: pausesOf(db, subject) })
      // Broken and answered while nobody was looking, e.g. before this console was started.
      if (due !== null && due.dueAt < wait.answeredAt) {
        keepBreach(db, plan, subject, { since: wait.askedAt, kind, dueAt: due.dueAt, policy: policy.id }, now)
      }
    }
    db.run(sql.ANSWER_BREACHES, wait.answeredAt, responder, now, account, id, wait.answeredAt)
    const clock = plan === null ? null : policy === null ? plan.clocks.hours : clockOf(plan.clocks, policy)
    const wall = wait.answeredAt - wait.askedAt
    db.run(
      sql.ADD_RESPONSE,
      account,
      id,
      wait.askedAt,
      wait.answeredAt,
      kind,
      wall,
      clock === null ? wall : clock.between(wait.askedAt, wait.answeredAt),
      responder,
      subject.category,
      policy?.id ?? null,
      now
    )
  }
}
