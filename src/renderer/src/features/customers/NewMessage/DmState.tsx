import { IconCircleCheck, IconCircleX, IconHelpCircle } from '@tabler/icons-react'
import { t } from '../../../i18n/t.ts'
import { formatDate } from '../../../ui/time.ts'
import { useClock } from '../../../ui/use-now.ts'
import classes from './NewMessage.module.css'

export interface DmStateProps {
  /** What X says; null when it does not. */
  readonly accepts: boolean | null
  /** When X said it, ms since 1970. */
  readonly asOf: number | null
}

/** Whether somebody takes messages of this account, as far as X says. */
export function DmState({ accepts, asOf }: DmStateProps) {
  const day = useClock((now) => (asOf === null ? '' : formatDate(asOf, now)))
  const today = useClock((now) => day === formatDate(now, now))
  const Icon = accepts === null ? IconHelpCircle : accepts ? IconCircleCheck : IconCircleX
  return (
    <p className={classes.dmState} data-accepts={accepts ?? 'unknown'}>
      <Icon size={16} stroke={1.75} aria-hidden="true" />
      {accepts === null
        ? t('X does not say whether they accept direct messages')
        : accepts
          ? t('Accepts your direct messages')
          : t('Does not accept direct messages from you')}
      {accepts === null || day === '' || today ? null : (
        <span className={classes.detail}> {t('as of {day}', { day })}</span>
      )}
    </p>
  )
}
