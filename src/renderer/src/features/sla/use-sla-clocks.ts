import { type SlaClocks, slaClocks, type SlaPlan } from '../../../../shared/domain/sla.ts'
import { useRow } from '../../core/use-query.ts'

/** Each plan's clocks are made once: every row of the list asks for them. */
const made = new WeakMap<SlaPlan, SlaClocks>()

/** What is promised, with its clocks; null before anything is. */
export function useSlaClocks(): SlaClocks | null {
  const plan = useRow('sla.plan', {})?.plan
  if (plan === undefined) return null
  const clocks = made.get(plan) ?? slaClocks(plan)
  made.set(plan, clocks)
  return clocks
}
