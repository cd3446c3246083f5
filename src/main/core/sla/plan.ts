import { v7 as uuidv7 } from 'uuid'
import { riskHorizon, type SlaClocks, slaClocks, SlaPlan } from '../../../shared/domain/sla.ts'
import type { ReadDb, WriteDb } from '../db/database.ts'
import * as sql from './sql.ts'

/** The plan in force, with its clocks. Times in ms since 1970. */
export interface PlanInForce {
  readonly id: string
  readonly sequence: number
  readonly since: number
  readonly applied: boolean
  readonly clocks: SlaClocks
}

/** The last text that was parsed, and what it says: every commit asks, and a plan rarely changes. */
let parsed: { readonly text: string; readonly clocks: SlaClocks } | null = null

/** @returns null before the first plan */
export function readPlan(db: ReadDb): PlanInForce | null {
  const row = db.get<sql.PlanRow>(sql.NEWEST_PLAN)
  if (!row) return null
  if (parsed?.text !== row.plan) parsed = { text: row.plan, clocks: slaClocks(SlaPlan.parse(JSON.parse(row.plan))) }
  const { id, sequence, created_at: since, applied } = row
  return { id, sequence, since, applied: applied === 1, clocks: parsed.clocks }
}

/** Puts a plan in force; the conversations follow in parts. @returns its id */
export function putInForce(db: WriteDb, plan: SlaPlan, now: number): string {
  const id = uuidv7()
  db.run(sql.ADD_PLAN, id, JSON.stringify(plan), now, now)
  db.touch('sla')
  return id
}

/** What a plan is about has changed (a tag is gone): all conversations are looked through again. */
export function applyAgain(db: WriteDb, now: number): void {
  const plan = db.get<sql.PlanRow>(sql.NEWEST_PLAN)
  if (!plan) return
  db.run(sql.SET_APPLIED, 0, now, plan.sequence)
  db.touch('sla')
}

/** Whoever is at risk at `now` is due by then. */
export function atRiskBy(db: ReadDb, now: number): number {
  const plan = readPlan(db)
  return plan === null ? now : riskHorizon(plan.clocks, now)
}
