import { AppError } from '../../../shared/contract/errors.ts'
import type { CeilingRow, CostRow } from '../../../shared/contract/budget-rows.ts'
import type { CommandDefinition } from '../commands/command-definition.ts'
import type { ReadDb } from '../db/database.ts'
import type { Clock, SettingsStore } from '../deps.ts'
import type { QueryDefinition } from '../live/query-definition.ts'
import { pricesUsd } from '../x/prices.ts'
import { ceilingOf, permitSending } from './ceiling.ts'
import { costBetween, unitsBetween, utcDay } from './cost-meter.ts'
import { xNow } from './x-clock.ts'

interface CostParts {
  readonly clock: Clock
  readonly settings: SettingsStore
}

export function costQueries(
  db: ReadDb,
  { clock, settings }: CostParts
): { 'costs.kinds': QueryDefinition<'costs.kinds'>; 'costs.ceiling': QueryDefinition<'costs.ceiling'> } {
  return {
    'costs.kinds': {
      topics: () => ['costs', 'accounts'],
      rows() {
        const accounts = db.all<{ id: string }>('SELECT id FROM account ORDER BY practice, added_at, id')
        return [null, ...accounts.map(({ id }) => id)].flatMap((account) => costRows(db, account, clock.now()))
      }
    },
    'costs.ceiling': {
      topics: () => ['costs', 'settings', 'sync', 'outbox'],
      rows: () => [ceilingRow(db, settings, clock.now())]
    }
  }
}

function costRows(db: ReadDb, accountId: string | null, ours: number): CostRow[] {
  const now = xNow(db, ours)
  const today = utcDay(now)
  const day = new Map(unitsBetween(db, accountId, today, today).map((row) => [row.kind, row.units]))
  return unitsBetween(db, accountId, firstOfMonth(now), today).map(({ kind, units }) => {
    const todayUnits = day.get(kind) ?? 0
    const priceUsd = pricesUsd[kind]
    return {
      id: `${accountId ?? 'all'} ${kind}`,
      accountId,
      kind,
      priceUsd,
      todayUnits,
      todayUsd: todayUnits * priceUsd,
      monthUnits: units,
      monthUsd: units * priceUsd
    }
  })
}

function firstOfMonth(now: number): number {
  const date = new Date(now)
  return utcDay(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1))
}

function ceilingRow(db: ReadDb, settings: SettingsStore, ours: number): CeilingRow {
  const { stage, period, limitUsd, resetsAt, permitted } = ceilingOf(db, settings, ours)
  const now = xNow(db, ours)
  const today = utcDay(now)
  const waiting = db.get<{ count: number }>(
    "SELECT count(*) AS count FROM outbox WHERE state <> 'sent' AND state IN ('held', 'queued')"
  )
  return {
    id: 'ceiling',
    todayUsd: costBetween(db, null, today, today),
    monthUsd: costBetween(db, null, firstOfMonth(now), today),
    stage,
    period,
    limitUsd,
    resetsAt,
    permitted,
    repliesWaiting: stage === 'reached' && !permitted ? (waiting?.count ?? 0) : 0
  }
}

/** @param reconsider tells the accounts, after the commit, that what they may spend has changed. */
export function costCommands(parts: CostParts & { readonly reconsider: () => void }): {
  'costs.sendAnyway': CommandDefinition<'costs.sendAnyway'>
} {
  const { clock, settings, reconsider } = parts
  return {
    'costs.sendAnyway': {
      kind: 'transaction',
      run(db) {
        if (ceilingOf(db, settings, clock.now()).stage !== 'reached') {
          throw new AppError('conflict', 'The ceiling is not reached: replies leave anyway.')
        }
        permitSending(db, settings, clock.now())
        reconsider()
        return null
      }
    }
  }
}
