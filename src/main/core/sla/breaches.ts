import { v7 as uuidv7 } from 'uuid'
import type { ResponseKind } from '../../../shared/domain/sla.ts'
import type { WriteDb } from '../db/database.ts'
import type { PlanInForce } from './plan.ts'
import * as sql from './sql.ts'

/** A promise that was not kept. */
interface Breach {
  readonly since: number
  readonly kind: ResponseKind
  readonly dueAt: number
  readonly policy: string
}

/**
 * Keeps that a promise was broken: once for each wait, whatever happens to it later. Nobody breaks a promise that was
 * made after its time: what was due before the plan came into force does not count.
 */
export function keepBreach(
  db: WriteDb,
  plan: PlanInForce,
  subject: sql.SubjectRow,
  { since, kind, dueAt, policy }: Breach,
  now: number
): void {
  if (dueAt < plan.since) return
  const { account_id: account, id } = subject
  if (db.get(sql.OPEN_BREACH, account, id, subject.settled_to) !== undefined) return
  db.run(
    sql.ADD_BREACH,
    uuidv7(),
    account,
    id,
    since,
    kind,
    policy,
    plan.clocks.plan.policies.find((each) => each.id === policy)?.name ?? '',
    subject.category,
    subject.priority,
    subject.assignee_id,
    dueAt,
    now
  )
}

/** Keeps what has been broken by now. @returns whether there may be more */
export function noteBreaches(db: WriteDb, plan: PlanInForce, now: number, most: number): boolean {
  const rows = db.all<sql.UnnotedRow>(sql.UNNOTED, now, most)
  for (const row of rows) {
    const subject = db.get<sql.SubjectRow>(sql.SUBJECT, row.conversation_key)
    const breach = { since: row.sla_since, kind: row.sla_kind, dueAt: row.sla_due_at, policy: row.sla_policy }
    if (subject) keepBreach(db, plan, subject, breach, now)
    db.run(sql.SET_NOTED, row.conversation_key)
  }
  return rows.length === most
}
