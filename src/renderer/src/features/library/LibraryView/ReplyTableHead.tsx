import { UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react'
import { t } from '../../../i18n/t.ts'
import { ActionButton } from '../../../ui/ActionButton/ActionButton.tsx'
import { columnWords, sortingWords } from '../library-words.ts'
import type { Sorting } from '../listed-replies.ts'
import classes from './ReplyTable.module.css'

export interface ReplyTableHeadProps {
  readonly sorting: Sorting
  readonly reversed: boolean
  /** The one that it is sorted by: the other way round. */
  readonly onSort: (sorting: Sorting) => void
}

/** Names the columns and sorts by them; those that have no room are behind the button, which is always there. */
export function ReplyTableHead({ sorting, reversed, onSort }: ReplyTableHeadProps) {
  const sort = (by: Sorting) => (
    <SortButton by={by} pressed={sorting === by} reversed={reversed} onSort={() => onSort(by)} />
  )
  return (
    <div className={`${classes.columns} ${classes.head}`} role="group" aria-label={t('Sort')}>
      <ActionButton action="library.sort" className={classes.sortMenu} position="top">
        <IconArrowsSort size={14} stroke={1.75} />
      </ActionButton>
      <span>{sort('title')}</span>
      <span className={classes.shortcut}>{t('Shortcut')}</span>
      <span className={classes.languages}>{t('Languages')}</span>
      <span className={classes.stage}>{t('Stage')}</span>
      <span className={classes.uses}>{sort('uses')}</span>
      <span className={classes.changed}>{sort('changed')}</span>
      <span className={classes.answered}>{sort('answered')}</span>
      <span className={classes.after}>{sort('after')}</span>
      <span className={classes.content}>{sort('content')}</span>
      <span className={classes.updated}>{sort('updated')}</span>
    </div>
  )
}

interface SortButtonProps {
  readonly by: Sorting
  /** Whether it is sorted by this. */
  readonly pressed: boolean
  readonly reversed: boolean
  readonly onSort: () => void
}

function SortButton({ by, pressed, reversed, onSort }: SortButtonProps) {
  const column = t(sortingWords[by])
  // Titles and times go up, figures go down.
  const up = (by === 'title' || by === 'after') !== reversed
  const Arrow = up ? IconArrowUp : IconArrowDown
  return (
    <UnstyledButton
      className={classes.sort}
      aria-pressed={pressed}
      aria-label={
        pressed && reversed ? t('Sort by {column}, the other way round', { column }) : t('Sort by {column}', { column })
      }
      data-end={by !== 'title'}
      onClick={onSort}
    >
      {t(columnWords[by])}
      {pressed && (by !== 'title' || reversed) ? <Arrow size={12} stroke={2} aria-hidden="true" /> : null}
    </UnstyledButton>
  )
}
