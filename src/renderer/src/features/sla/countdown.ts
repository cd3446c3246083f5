import { type Due, type SlaClocks } from '../../../../shared/domain/sla.ts'
import { alwaysOpen, type OpenClock } from '../../../../shared/domain/business-hours.ts'
import { t } from '../../i18n/t.ts'
import { formatAhead, formatWait } from '../../ui/time.ts'

/** Broken, at risk, with its clock standing still, or far from it. */
export type DueState = 'broken' | 'risk' | 'paused' | 'calm'

export function dueState(due: Due, clocks: SlaClocks | null, now: number): DueState {
  if (now >= due.dueAt) return 'broken'
  if (!clockOfDue(due, clocks).isOpen(now)) return 'paused'
  return now >= due.riskAt ? 'risk' : 'calm'
}

/** `breaks in 12 min`, `broken 5 min ago`, `opens Mon 30 Nov at 09:00`: how much open time is left. */
export function countdown(due: Due, clocks: SlaClocks | null, now: number): string {
  const clock = clockOfDue(due, clocks)
  switch (dueState(due, clocks, now)) {
    case 'broken':
      return t('broken {time} ago', { time: formatWait(now - due.dueAt) })
    case 'paused': {
      const opensAt = clock.opensAt(now)
      return opensAt === null ? t('closed') : t('opens {time}', { time: formatAhead(opensAt, now) })
    }
    default:
      return t('breaks in {time}', { time: formatWait(clock.between(now, due.dueAt)) })
  }
}

function clockOfDue(due: Due, clocks: SlaClocks | null): OpenClock {
  const policy = clocks?.plan.policies.find(({ id }) => id === due.policy)
  return clocks === null || policy?.always === true ? alwaysOpen : clocks.hours
}

/** What the target is called, for a hover. */
export function policyName(due: Due, clocks: SlaClocks | null): string {
  return clocks?.plan.policies.find(({ id }) => id === due.policy)?.name ?? ''
}
