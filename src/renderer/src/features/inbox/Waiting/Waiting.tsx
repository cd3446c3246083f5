import { IconClockHour4, IconClockExclamation } from '@tabler/icons-react'
import { t } from '../../../i18n/t.ts'
import { formatExact, formatWait } from '../../../ui/time.ts'
import { useClock } from '../../../ui/use-now.ts'
import { isLate } from '../preview.ts'
import classes from './Waiting.module.css'

/** How long the customer has been waiting, counting on. */
export function Waiting({ since }: { readonly since: number }) {
  const text = useClock((now) => formatWait(now - since))
  const late = useClock((now) => isLate(since, now))
  const Icon = late ? IconClockExclamation : IconClockHour4
  return (
    <span className={classes.root} data-late={late} title={t('Waiting since {time}', { time: formatExact(since) })}>
      <Icon size={13} stroke={2} aria-hidden="true" />
      {t('waiting {time}', { time: text })}
    </span>
  )
}
