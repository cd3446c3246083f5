import { Button } from '@mantine/core'
import { type RefObject, useLayoutEffect, useState } from 'react'
import type { FeedbackFilter } from '../../../../../shared/contract/feedback-commands.ts'
import type { FeedbackQuoteRow } from '../../../../../shared/contract/feedback-rows.ts'
import { problemWords } from '../../../core/error-words.ts'
import { useWidenedQuery } from '../../../core/use-query.ts'
import { t } from '../../../i18n/t.ts'
import { useAction } from '../../../keyboard/KeyboardProvider.tsx'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { dayOf } from '../../../ui/time.ts'
import { useClock } from '../../../ui/use-now.ts'
import classes from './BoardView.module.css'
import { QuoteOption } from './QuoteOption.tsx'

export interface QuoteListProps {
  readonly list: RefObject<HTMLDivElement | null>
  readonly filter: FeedbackFilter
  /** Null: whatever the theme. */
  readonly theme: string | null
  /** Back to the themes. */
  readonly onLeave: () => void
}

/** So many come at a time, and so many at most: who wants more exports them. */
const PAGE = 50
const MOST = 500

/** What was said, the newest first; each leads to where it stands. Keyed by what it is about. */
export function QuoteList({ list, filter, theme, onLeave }: QuoteListProps) {
  const { go } = useNavigation()
  const [limit, setLimit] = useState(PAGE)
  const [chosen, setChosen] = useState<string | null>(null)
  const [focused, setFocused] = useState(false)
  const today = useClock(dayOf)
  const quotes = useWidenedQuery('feedback.quotes', { filter, theme, limit })
  const { rows } = quotes
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === chosen)
  )
  const marked = rows[at]
  useLayoutEffect(() => {
    if (focused) list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [list, focused, marked?.id])

  const more = rows.length === limit && limit < MOST
  const widen = (): void => setLimit(Math.min(MOST, limit + PAGE))

  function move(steps: number): void {
    setChosen(rows[Math.max(0, Math.min(rows.length - 1, at + steps))]?.id ?? null)
    // Who walks down has the next ones before the end.
    if (more && at + steps >= rows.length - 1) widen()
  }

  function open(row: FeedbackQuoteRow | undefined): void {
    if (row === undefined) return
    const { conversation, message } = row
    go({ to: 'thread', conversation, enter: true, ...(message === null ? {} : { message }) })
  }

  useAction('conversation.next', () => move(1), focused)
  useAction('conversation.previous', () => move(-1), focused)
  useAction('conversation.first', () => move(-Infinity), focused)
  useAction('conversation.last', () => move(Infinity), focused)
  useAction('conversation.pageDown', () => move(10), focused)
  useAction('conversation.pageUp', () => move(-10), focused)
  useAction('conversation.open', () => open(marked), focused)
  useAction('conversation.list', onLeave, focused)

  if (quotes.status === 'error') {
    return (
      <p className={classes.problem} role="alert">
        {problemWords(quotes)}
      </p>
    )
  }
  if (quotes.status === 'ready' && rows.length === 0) {
    return (
      <p className={classes.nothing} role="status">
        {t('Nothing was said of it in this time, as it is filtered.')}
      </p>
    )
  }
  // While they are on their way the list is there already: the key that leads to it may come at once.
  return (
    <div className={classes.scroll}>
      <div
        ref={list}
        className={classes.quotes}
        role="listbox"
        aria-label={t('Quotes')}
        aria-busy={quotes.status === 'loading'}
        tabIndex={0}
        aria-activedescendant={marked === undefined ? undefined : `quote-${marked.id}`}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
      >
        {rows.map((row) => (
          <QuoteOption
            key={row.id}
            row={row}
            theme={theme}
            today={today}
            selected={focused && row === marked}
            onOpen={() => open(row)}
          />
        ))}
      </div>
      {more ? (
        <Button
          className={classes.more}
          size="compact-sm"
          variant="default"
          onClick={() => {
            widen()
            // The button goes with the last of them.
            setChosen(rows.at(-1)?.id ?? null)
            list.current?.focus({ preventScroll: true })
          }}
        >
          {t('Older quotes')}
        </Button>
      ) : rows.length < MOST ? null : (
        <p className={classes.nothing}>
          {t('These are the newest {count, number}. Choose a shorter time, or export all of them.', { count: MOST })}
        </p>
      )}
    </div>
  )
}
