import { UnstyledButton } from '@mantine/core'
import { IconArrowDown } from '@tabler/icons-react'
import { t } from '../../../i18n/t.ts'
import classes from './JumpPill.module.css'

/** Leads back to the newest message; says how many have come meanwhile. */
export function JumpPill({ count, onJump }: { readonly count: number; readonly onJump: () => void }) {
  return (
    <div className={classes.place}>
      <UnstyledButton className={classes.root} data-new={count > 0} onClick={onJump}>
        <IconArrowDown size={14} stroke={2} aria-hidden="true" />
        {count > 0 ? t('{count, plural, one {# new message} other {# new messages}}', { count }) : t('Newest')}
      </UnstyledButton>
    </div>
  )
}
