import { AppError } from '../../../shared/contract/errors.ts'
import {
  NOTICE_PAUSE_SETTING,
  NOTICE_PLAN_SETTING,
  NoticePlan,
  noticePlanProblem,
  startingNoticePlan
} from '../../../shared/domain/notice-plan.ts'
import { noticeProblemSentence } from '../../../shared/domain/notice-plan-words.ts'
import { ownTimeZone } from '../../../shared/domain/time-zone.ts'
import type { CommandDefinition } from '../commands/command-definition.ts'
import type { WriteDb } from '../db/database.ts'
import type { Clock, SettingsStore } from '../deps.ts'
import type { QueryDefinition } from '../live/query-definition.ts'

/** A pause longer than this is a slip of the keyboard; who wants silence switches notifications off. */
const LONGEST_PAUSE_MS = 31 * 24 * 3_600_000

/** What this desk is told. A value nobody could have chosen counts as the default. */
export function readNoticePlan(settings: SettingsStore): NoticePlan {
  const parsed = NoticePlan.safeParse(settings.all()[NOTICE_PLAN_SETTING])
  return parsed.success ? parsed.data : startingNoticePlan(ownTimeZone())
}

export function writeNoticePlan(db: WriteDb, settings: SettingsStore, plan: NoticePlan): void {
  settings.set(NOTICE_PLAN_SETTING, plan)
  db.touch('settings')
}

/** Until when nothing is told (ms since 1970); null when it is told. */
export function pausedUntil(settings: SettingsStore, now: number): number | null {
  const until = settings.all()[NOTICE_PAUSE_SETTING]
  return typeof until === 'number' && until > now && until <= now + LONGEST_PAUSE_MS ? until : null
}

export function attentionQueries(
  settings: SettingsStore,
  clock: Clock
): { 'attention.plan': QueryDefinition<'attention.plan'> } {
  return {
    'attention.plan': {
      topics: () => ['settings', 'attention'],
      rows: () => [{ id: 'plan', plan: readNoticePlan(settings), pausedUntil: pausedUntil(settings, clock.now()) }]
    }
  }
}

export function attentionCommands(
  settings: SettingsStore,
  clock: Clock
): {
  'attention.save': CommandDefinition<'attention.save'>
  'attention.pause': CommandDefinition<'attention.pause'>
} {
  return {
    'attention.save': {
      kind: 'transaction',
      run(db, { plan }) {
        const problem = noticePlanProblem(plan)
        if (problem !== null) throw AppError.of('invalid-input', noticeProblemSentence(problem, plan))
        writeNoticePlan(db, settings, plan)
        return null
      }
    },
    'attention.pause': {
      kind: 'transaction',
      run(db, { until }) {
        if (until !== null && until <= clock.now()) {
          throw new AppError('invalid-input', 'This moment has passed. Choose one that is still to come.')
        }
        if (until !== null && until > clock.now() + LONGEST_PAUSE_MS) {
          throw new AppError(
            'invalid-input',
            'Notifications can be paused for a month at most. Choose an earlier moment.'
          )
        }
        settings.set(NOTICE_PAUSE_SETTING, until)
        db.touch('settings')
        return null
      }
    }
  }
}
