import { t } from '../../../i18n/t.ts'
import { IconBell, IconBellRinging } from '@tabler/icons-react'
import { formatAhead, formatExact } from '../../../ui/time.ts'
import { useClock } from '../../../ui/use-now.ts'
import classes from './FollowUpMark.module.css'

/** When the next promise is due. `short`: in the list, only once it is due. */
export function FollowUpMark({ at, short = false }: { readonly at: number; readonly short?: boolean }) {
  const due = useClock((now) => at <= now)
  const words = useClock((now) => formatAhead(at, now))
  if (short && !due) return null
  const Icon = due ? IconBellRinging : IconBell
  return (
    <span className={classes.root} data-due={due} title={t('Promised for {time}', { time: formatExact(at) })}>
      <Icon size={13} stroke={2} aria-hidden="true" />
      {due ? t('Promise due') : words}
    </span>
  )
}
