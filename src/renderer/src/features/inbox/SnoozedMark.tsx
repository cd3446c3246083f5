import { t } from '../../i18n/t.ts'
import { IconClockPause } from '@tabler/icons-react'
import { formatAhead, formatExact } from '../../ui/time.ts'
import { useClock } from '../../ui/use-now.ts'

/** Until when a conversation is out of the way. */
export function SnoozedMark({
  until,
  className
}: {
  readonly until: number | null
  readonly className?: string | undefined
}) {
  const words = useClock((now) => (until === null ? t('until they reply') : formatAhead(until, now)))
  return (
    <span
      className={className}
      title={until === null ? t('Snoozed until they reply') : t('Snoozed until {time}', { time: formatExact(until) })}
    >
      <IconClockPause size={13} stroke={2} aria-hidden="true" />
      <span className="visually-hidden">{t('Snoozed')} </span>
      {words}
    </span>
  )
}
