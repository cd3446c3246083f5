import { Button } from '@mantine/core'
import { IconArrowsSplit2 } from '@tabler/icons-react'
import { t } from '../../../i18n/t.ts'
import classes from './ConflictBar.module.css'

/** Two windows have written different texts: this one decides, and the other text is in the history either way. */
export function ConflictBar({ onKeep, onTake }: { readonly onKeep: () => void; readonly onTake: () => void }) {
  return (
    <div className={classes.root} role="alert">
      <IconArrowsSplit2 size={15} stroke={2} className={classes.icon} aria-hidden="true" />
      <p className={classes.text}>{t('Another window has changed this draft. Both texts are kept in the history.')}</p>
      <div className={classes.choices}>
        <Button size="compact-xs" variant="default" onClick={onTake}>
          {t('Show the other')}
        </Button>
        <Button size="compact-xs" onClick={onKeep}>
          {t('Keep this text')}
        </Button>
      </div>
    </div>
  )
}
