import type { CeilingRow } from '../../../shared/contract/budget-rows.ts'
import type { ReadDb, WriteDb } from '../db/database.ts'
import type { SettingsStore } from '../deps.ts'
import { pricesUsd } from '../x/prices.ts'
import { costBetween, utcDay } from './cost-meter.ts'
import { xNow } from './x-clock.ts'

/** Names in the settings; USD, absent or null for none. */
export const CEILING_DAY = 'costs.ceilingDayUsd'
export const CEILING_MONTH = 'costs.ceilingMonthUsd'

const DAY_MS = 86_400_000
/** From here on only what customers write is read: no older messages, no profiles. */
const SAVING_SHARE = 0.8
/** The price of a poll that brings ten new messages: when less is left, it is kept for replies. */
const LAST_SHARE = 0.2
const LAST_FOR_REPLIES_USD = 10 * pricesUsd['dm-read']

export type CeilingStage = CeilingRow['stage']

export interface Ceiling {
  readonly stage: CeilingStage
  /** What may still be spent on reading; null without a ceiling. */
  readonly leftUsd: number | null
  /** The ceiling that is nearest; null without one. */
  readonly period: 'day' | 'month' | null
  readonly limitUsd: number | null
  /** When it starts again: midnight or the first of the month, UTC. */
  readonly resetsAt: number | null
  /** The team said: send replies all the same. */
  readonly permitted: boolean
}

interface Period {
  readonly period: 'day' | 'month'
  readonly key: string
  readonly limitUsd: number
  readonly leftUsd: number
  readonly resetsAt: number
}

/** How near the spending is to what the team allows. All accounts count together. */
export function ceilingOf(db: ReadDb, settings: SettingsStore, now: number): Ceiling {
  const periods = periodsOf(db, settings, now)
  const nearest = periods.reduce<Period | null>(
    (least, each) => (least === null || each.leftUsd / each.limitUsd < least.leftUsd / least.limitUsd ? each : least),
    null
  )
  if (nearest === null) {
    return { stage: 'none', leftUsd: null, period: null, limitUsd: null, resetsAt: null, permitted: true }
  }
  const leftUsd = Math.min(...periods.map((each) => each.leftUsd))
  const stages = periods.map(stageOf)
  const stage = stageNames.findLast((each) => stages.includes(each)) ?? 'fine'
  const binding = periods.find((each) => stageOf(each) === stage) ?? nearest
  const reached = periods.filter((each) => stageOf(each) === 'reached')
  return {
    stage,
    leftUsd,
    period: binding.period,
    limitUsd: binding.limitUsd,
    resetsAt: binding.resetsAt,
    permitted: reached.every(({ key }) => db.get('SELECT 1 FROM ceiling_permit WHERE period = ?', key) !== undefined)
  }
}

/** Mildest first. */
const stageNames = ['fine', 'saving', 'reading-stopped', 'reached'] as const

function stageOf({ leftUsd, limitUsd }: Period): (typeof stageNames)[number] {
  if (leftUsd + 1e-9 < pricesUsd['dm-send']) return 'reached'
  if (leftUsd + 1e-9 < Math.min(LAST_FOR_REPLIES_USD, limitUsd * LAST_SHARE)) return 'reading-stopped'
  return leftUsd <= limitUsd * (1 - SAVING_SHARE) ? 'saving' : 'fine'
}

function periodsOf(db: ReadDb, settings: SettingsStore, ours: number): Period[] {
  const now = xNow(db, ours)
  const today = utcDay(now)
  const date = new Date(now)
  const month = [date.getUTCFullYear(), date.getUTCMonth()] as const
  const firstDay = utcDay(Date.UTC(...month, 1))
  const nextMonth = Date.UTC(month[0], month[1] + 1, 1)
  const dayLimit = limitIn(settings, CEILING_DAY)
  const monthLimit = limitIn(settings, CEILING_MONTH)
  return [
    ...(dayLimit === null
      ? []
      : [
          {
            period: 'day' as const,
            key: `day:${date.toISOString().slice(0, 10)}`,
            limitUsd: dayLimit,
            leftUsd: dayLimit - costBetween(db, null, today, today),
            resetsAt: (today + 1) * DAY_MS
          }
        ]),
    ...(monthLimit === null
      ? []
      : [
          {
            period: 'month' as const,
            key: `month:${date.toISOString().slice(0, 7)}`,
            limitUsd: monthLimit,
            leftUsd: monthLimit - costBetween(db, null, firstDay, today),
            resetsAt: nextMonth
          }
        ])
  ]
}

function limitIn(settings: SettingsStore, name: string): number | null {
  const value = settings.all()[name]
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : null
}

/** The agent decides: replies go on leaving in the period whose ceiling is reached. */
export function permitSending(db: WriteDb, settings: SettingsStore, now: number): void {
  for (const period of periodsOf(db, settings, now)) {
    if (stageOf(period) !== 'reached') continue
    db.run('INSERT INTO ceiling_permit (period, at) VALUES (?, ?) ON CONFLICT DO NOTHING', period.key, now)
  }
  db.touch('sync')
  db.touch('outbox')
}
