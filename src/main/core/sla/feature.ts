import { AppError } from '../../../shared/contract/errors.ts'
import type { BreachRow } from '../../../shared/contract/triage-rows.ts'
import { conversationKey } from '../../../shared/domain/ids.ts'
import { planProblem, type ResponseKind } from '../../../shared/domain/sla.ts'
import { planProblemSentence } from '../../../shared/domain/sla-words.ts'
import type { CommandDefinition } from '../commands/command-definition.ts'
import { keepUndo } from '../commands/undo.ts'
import type { ReadDb } from '../db/database.ts'
import type { Clock } from '../deps.ts'
import type { QueryDefinition } from '../live/query-definition.ts'
import { putInForce, readPlan } from './plan.ts'
import { BREACHES } from './sql.ts'

interface StoredBreach {
  readonly id: string
  readonly account_id: string
  readonly conversation_id: string
  readonly title: string | null
  readonly kind: ResponseKind
  readonly policy_name: string
  readonly due_at: number
  readonly answered_at: number | null
  readonly responder_id: string | null
}

export function slaQueries(db: ReadDb): {
  'sla.plan': QueryDefinition<'sla.plan'>
  'sla.breaches': QueryDefinition<'sla.breaches'>
} {
  return {
    'sla.plan': {
      topics: () => ['sla'],
      rows() {
        const plan = readPlan(db)
        return plan === null ? [] : [{ id: plan.id, plan: plan.clocks.plan, applied: plan.applied }]
      }
    },
    'sla.breaches': {
      topics: () => ['sla', 'inbox'],
      rows: ({ limit }) =>
        db.all<StoredBreach>(BREACHES, limit).map((row): BreachRow => ({
          id: row.id,
          conversation: conversationKey(row.account_id, row.conversation_id),
          title: row.title ?? '',
          kind: row.kind,
          policy: row.policy_name,
          dueAt: row.due_at,
          answeredAt: row.answered_at,
          responder: row.responder_id
        }))
    }
  }
}

export function slaCommands(clock: Clock): { 'sla.save': CommandDefinition<'sla.save'> } {
  return {
    'sla.save': {
      kind: 'transaction',
      run(db, { base, plan }) {
        const problem = planProblem(plan)
        if (problem !== null) throw AppError.of('invalid-input', planProblemSentence(problem, plan))
        const before = readPlan(db)
        if ((before?.id ?? null) !== base) {
          throw new AppError(
            'conflict',
            'Another window has changed the answer times meanwhile. Look at them and change yours again.'
          )
        }
        if (before !== null) keepUndo(db, 'Answer times changed', { sla: before.clocks.plan }, clock.now())
        return { plan: putInForce(db, plan, clock.now()) }
      }
    }
  }
}
