import { t } from '../../../i18n/t.ts'
import { Button, CloseButton } from '@mantine/core'
import { IconCategory, IconCheck, IconClockPause, IconFlag, IconTag, IconUserCheck } from '@tabler/icons-react'
import { MOST_CONVERSATIONS } from '../../../../../shared/domain/conversation.ts'
import { ActionButton } from '../../../ui/ActionButton/ActionButton.tsx'
import { formatCount } from '../../../ui/count.ts'
import classes from './SelectionBar.module.css'

export interface SelectionBarProps {
  readonly count: number
  /** How many the list holds; null while nobody knows. */
  readonly total: number | null
  readonly onAll: () => void
  readonly onClear: () => void
}

/** How many conversations are chosen, and what can be done with them. Stands where the queue's name stands. */
export function SelectionBar({ count, total, onAll, onClear }: SelectionBarProps) {
  // One command is about so many at most; of a search, more are not looked for.
  const most = Math.min(total ?? 0, MOST_CONVERSATIONS)
  return (
    <div className={classes.root} role="toolbar" aria-label={t('Selected conversations')}>
      <CloseButton size="sm" aria-label={t('Clear the selection')} onClick={onClear} />
      <strong className={classes.count} role="status">
        <span aria-hidden="true" className={classes.short}>
          {formatCount(count)}
        </span>
        <span className={classes.word}>{t('{count, number} selected', { count })}</span>
      </strong>
      {most > count ? (
        <Button className={classes.all} variant="subtle" size="compact-xs" onClick={onAll}>
          {most < MOST_CONVERSATIONS
            ? t('All {count, number}', { count: most })
            : t('The first {count, number}', { count: most })}
        </Button>
      ) : null}
      <span className={classes.actions}>
        <ActionButton action="conversation.resolve">
          <IconCheck size={17} stroke={1.75} />
        </ActionButton>
        <ActionButton action="conversation.snooze">
          <IconClockPause size={17} stroke={1.75} />
        </ActionButton>
        <ActionButton action="conversation.assign">
          <IconUserCheck size={17} stroke={1.75} />
        </ActionButton>
        <ActionButton action="conversation.tag">
          <IconTag size={17} stroke={1.75} />
        </ActionButton>
        <ActionButton action="conversation.priority">
          <IconFlag size={17} stroke={1.75} />
        </ActionButton>
        <ActionButton action="conversation.category">
          <IconCategory size={17} stroke={1.75} />
        </ActionButton>
      </span>
    </div>
  )
}
