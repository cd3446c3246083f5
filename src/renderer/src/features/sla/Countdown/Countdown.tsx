import { IconClockPause, IconFlame, IconHourglassHigh, IconHourglassLow } from '@tabler/icons-react'
import type { Due } from '../../../../../shared/domain/sla.ts'
import { t } from '../../../i18n/t.ts'
import { formatExact } from '../../../ui/time.ts'
import { useClock } from '../../../ui/use-now.ts'
import { countdown, dueState, policyName } from '../countdown.ts'
import { useSlaClocks } from '../use-sla-clocks.ts'
import classes from './Countdown.module.css'

const icons = { broken: IconFlame, risk: IconHourglassLow, paused: IconClockPause, calm: IconHourglassHigh } as const

/** How long until the answer is due, counting down. */
export function Countdown({ due }: { readonly due: Due }) {
  const clocks = useSlaClocks()
  const text = useClock((now) => countdown(due, clocks, now))
  const state = useClock((now) => dueState(due, clocks, now))
  const Icon = icons[state]
  return (
    <span
      className={classes.root}
      data-state={state}
      title={t('{kind, select, first {First answer} other {Answer}} due {time} ({policy})', {
        kind: due.kind,
        time: formatExact(due.dueAt),
        policy: policyName(due, clocks)
      })}
    >
      <Icon size={13} stroke={2} aria-hidden="true" />
      {text}
    </span>
  )
}
