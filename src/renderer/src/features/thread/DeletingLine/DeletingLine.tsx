import { UnstyledButton } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { t } from '../../../i18n/t.ts'
import { useCommand } from '../../../core/use-command.ts'
import { ActionKeys } from '../../../ui/Keys/ActionKeys.tsx'
import { secondsUntil } from '../../../ui/time.ts'
import { useClock } from '../../../ui/use-now.ts'
import classes from '../DeliveryLine/DeliveryLine.module.css'

export interface DeletingLineProps {
  readonly requestId: string
  /** When it goes, ms since 1970. */
  readonly at: number
}

/** What is about to happen to a message, and the way back. */
export function DeletingLine({ requestId, at }: DeletingLineProps) {
  const run = useCommand()
  const seconds = useClock((now) => secondsUntil(at, now))
  return (
    <div className={classes.root} data-tone="waiting" role="status">
      <span className={classes.text}>
        <IconTrash size={13} className={classes.icon} aria-hidden="true" />
        <span aria-hidden="true">{t('Deleting in {seconds, number} s.', { seconds })} </span>
        {t('Deleted here and in your X account. The customer keeps their copy.')}
      </span>
      <UnstyledButton className={classes.step} onClick={() => void run('requests.undo', { requestId })}>
        {t('Keep it')} <ActionKeys action="window.undo" />
      </UnstyledButton>
    </div>
  )
}
