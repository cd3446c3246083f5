import { Button } from '@mantine/core'
import { IconBulb } from '@tabler/icons-react'
import { useState } from 'react'
import { useQuery } from '../../../core/use-query.ts'
import { t } from '../../../i18n/t.ts'
import { useAction } from '../../../keyboard/KeyboardProvider.tsx'
import { ActionTip } from '../../../ui/ActionButton/ActionTip.tsx'
import { formatCount } from '../../../ui/count.ts'
import { FixesDialog } from './FixesDialog.tsx'
import classes from './Outcome.module.css'

/** Shows itself where agents keep changing the same words. */
export function FixesButton() {
  const [open, setOpen] = useState(false)
  const count = useQuery('library.fixes', {}).rows.length
  useAction('library.fixes', () => setOpen(true))
  const words = t('{count, plural, one {# fix proposed} other {# fixes proposed}}', { count })
  return (
    <>
      {count === 0 ? null : (
        <ActionTip action="library.fixes">
          <Button
            size="compact-sm"
            variant="default"
            className={classes.button}
            leftSection={<IconBulb size={14} stroke={1.75} aria-hidden="true" />}
            aria-label={words}
            onClick={() => setOpen(true)}
          >
            <span className={classes.words}>{words}</span>
            <span className={classes.number}>{formatCount(count)}</span>
          </Button>
        </ActionTip>
      )}
      {open ? <FixesDialog onClose={() => setOpen(false)} /> : null}
    </>
  )
}
