import { Button, CloseButton } from '@mantine/core'
import { IconArchive, IconCheck, IconFolderSymlink, IconTag, IconTrash, IconUsersGroup } from '@tabler/icons-react'
import { t } from '../../../i18n/t.ts'
import { ActionButton } from '../../../ui/ActionButton/ActionButton.tsx'
import classes from './LibraryView.module.css'

export interface LibrarySelectionBarProps {
  readonly count: number
  readonly total: number
  readonly onAll: () => void
  readonly onClear: () => void
}

/** How many replies are chosen, and what can be done with them. */
export function LibrarySelectionBar({ count, total, onAll, onClear }: LibrarySelectionBarProps) {
  return (
    <div className={classes.selection} role="toolbar" aria-label={t('Selected replies')}>
      <CloseButton size="sm" aria-label={t('Clear the selection')} onClick={onClear} />
      <strong className={classes.chosen} role="status">
        {t('{count, number} selected', { count })}
      </strong>
      {total > count ? (
        <Button variant="subtle" size="compact-xs" onClick={onAll}>
          {t('All {count, number}', { count: total })}
        </Button>
      ) : null}
      <span className={classes.bulk}>
        <ActionButton action="library.move">
          <IconFolderSymlink size={17} stroke={1.75} />
        </ActionButton>
        <ActionButton action="library.tag">
          <IconTag size={17} stroke={1.75} />
        </ActionButton>
        <ActionButton action="library.scope">
          <IconUsersGroup size={17} stroke={1.75} />
        </ActionButton>
        <ActionButton action="library.approve">
          <IconCheck size={17} stroke={1.75} />
        </ActionButton>
        <ActionButton action="library.retire">
          <IconArchive size={17} stroke={1.75} />
        </ActionButton>
        <ActionButton action="library.delete">
          <IconTrash size={17} stroke={1.75} />
        </ActionButton>
      </span>
    </div>
  )
}
