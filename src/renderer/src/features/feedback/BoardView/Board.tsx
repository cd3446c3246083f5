import { type RefObject, useRef, useState } from 'react'
import type { FeedbackFilter } from '../../../../../shared/contract/feedback-commands.ts'
import { problemWords } from '../../../core/error-words.ts'
import { useQuery, useWidenedQuery } from '../../../core/use-query.ts'
import { t } from '../../../i18n/t.ts'
import { useAction } from '../../../keyboard/KeyboardProvider.tsx'
import { useLandingFocus } from '../../../ui/use-landing-focus.ts'
import { type BoardChoice, isFiltered, noFilter } from '../board-choice.ts'
import { boardRows } from '../board-rows.ts'
import { BoardHeader } from './BoardHeader.tsx'
import { BoardPicker, type BoardPick } from './BoardPicker.tsx'
import { BoardTotal } from './BoardTotal.tsx'
import classes from './BoardView.module.css'
import { ExportQuotes } from './ExportQuotes.tsx'
import { NoThemes } from './NoThemes.tsx'
import { ThemeList } from './ThemeList.tsx'
import { ThemePane } from './ThemePane.tsx'
import { useThemeSteps } from './use-theme-steps.ts'

export interface BoardProps {
  /** The part of the window that it stands in. */
  readonly place: RefObject<HTMLElement | null>
  readonly choice: BoardChoice
  readonly filter: FeedbackFilter
  readonly onChange: (change: Partial<BoardChoice>) => void
}

/** Themes as they are filtered, and the quotes of one of them. */
export function Board({ place, choice, filter, onChange }: BoardProps) {
  // While another filter is on its way, what was there stays.
  const board = useWidenedQuery('feedback.board', { filter })
  const total = useWidenedQuery('feedback.total', { filter }).rows[0] ?? null
  const themes = useQuery('feedback.themes', {})
  const [asked, setAsked] = useState<BoardPick | 'export' | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const quotes = useRef<HTMLDivElement>(null)
  const compared = choice.days !== null
  // Without anything in this time, a theme that was looked at can still be renamed or brought back.
  const theme = themes.rows.find(({ id }) => id === choice.theme) ?? null
  const rows = boardRows(board.rows, themes.rows, { compared, all: !compared && !isFiltered(choice) })
  const nothing = board.status === 'ready' && rows.length === 0 && theme === null
  useLandingFocus(place, () => (list.current ?? place.current)?.focus(), nothing ? 'nothing' : 'themes')

  useThemeSteps({
    rows,
    theme: theme?.id ?? null,
    onTheme: (id) => onChange({ theme: id }),
    focusList: () => list.current?.focus(),
    enter: () => quotes.current?.focus()
  })
  useAction('feedback.time', () => setAsked('time'))
  useAction('feedback.category', () => setAsked('category'))
  useAction('feedback.tag', () => setAsked('tag'))
  useAction('feedback.product', () => setAsked('product'))
  useAction('feedback.sentiment', () => setAsked('sentiment'))
  useAction('feedback.clear', () => onChange(noFilter))
  useAction('feedback.export', () => setAsked('export'))

  return (
    <>
      <BoardHeader choice={choice} />
      {board.status === 'error' ? (
        <p className={classes.problem} role="alert">
          {problemWords(board)}
        </p>
      ) : null}
      {total === null ? null : <BoardTotal total={total} days={choice.days} />}
      {nothing ? (
        <NoThemes choice={choice} />
      ) : (
        <div className={classes.panes}>
          <ThemeList
            list={list}
            rows={rows}
            total={total}
            compared={compared}
            selected={theme?.id ?? null}
            onSelect={(id) => {
              onChange({ theme: id })
              list.current?.focus()
            }}
          />
          <ThemePane
            key={JSON.stringify([theme?.id, filter])}
            theme={theme}
            others={themes.rows.filter(({ id }) => id !== theme?.id)}
            filter={filter}
            quotes={quotes}
            onTheme={(id) => onChange({ theme: id })}
            onLeave={() => list.current?.focus()}
          />
        </div>
      )}
      {asked === null || asked === 'export' ? null : (
        <BoardPicker
          pick={asked}
          choice={choice}
          onChoose={(change) => {
            setAsked(null)
            onChange(change)
          }}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === 'export' ? (
        <ExportQuotes
          title={theme === null ? t('Export quotes') : t('Export quotes of {theme}', { theme: theme.name })}
          filter={filter}
          theme={theme?.id ?? null}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </>
  )
}
