import { type RefObject, useLayoutEffect } from 'react'
import type { BoardRow, BoardTotalRow } from '../../../../../shared/contract/feedback-rows.ts'
import { t } from '../../../i18n/t.ts'
import { formatCount } from '../../../ui/count.ts'
import { plainText } from '../../../ui/plain-text.ts'
import { changeWords } from '../../reports/report-words.ts'
import { splitWords } from '../board-words.ts'
import classes from './BoardView.module.css'
import { Trend } from './Trend.tsx'

export interface ThemeListProps {
  readonly list: RefObject<HTMLDivElement | null>
  readonly rows: readonly BoardRow[]
  readonly total: BoardTotalRow | null
  /** Whether there is a time before. */
  readonly compared: boolean
  /** Null: all themes. */
  readonly selected: string | null
  readonly onSelect: (theme: string | null) => void
}

const ALL = 'all'

/** All themes, the most frequent first. */
export function ThemeList({ list, rows, total, compared, selected, onSelect }: ThemeListProps) {
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [list, selected])
  const shown = selected === null || rows.some(({ id }) => id === selected)
  return (
    <div
      ref={list}
      className={classes.list}
      role="listbox"
      aria-label={t('Themes')}
      tabIndex={0}
      aria-activedescendant={shown ? optionId(selected) : undefined}
    >
      <div
        id={optionId(null)}
        role="option"
        aria-selected={selected === null}
        aria-label={[t('All themes'), formatCount(total?.count ?? 0)].join(', ')}
        className={classes.row}
        onClick={() => onSelect(null)}
      >
        <span className={classes.line}>
          <span className={classes.name}>{t('All themes')}</span>
          <span className={classes.count}>{formatCount(total?.count ?? 0)}</span>
        </span>
      </div>
      {rows.map((row) => (
        <ThemeOption
          key={row.id}
          row={row}
          compared={compared}
          selected={row.id === selected}
          onSelect={() => onSelect(row.id)}
        />
      ))}
    </div>
  )
}

interface ThemeOptionProps {
  readonly row: BoardRow
  readonly compared: boolean
  readonly selected: boolean
  readonly onSelect: () => void
}

function ThemeOption({ row, compared, selected, onSelect }: ThemeOptionProps) {
  const { count, before, severe } = row
  return (
    <div id={optionId(row.id)} role="option" aria-selected={selected} className={classes.row} onClick={onSelect}>
      <span className={classes.line}>
        <bdi className={classes.name}>{plainText(row.name)}</bdi>
        <Trend steps={row.trend} />
        <span className={classes.count}>{formatCount(count)}</span>
      </span>
      <span className={classes.about}>
        {row.retired ? <span>{t('retired')}</span> : null}
        {count === 0 ? null : <span>{splitWords(row)}</span>}
        {severe === 0 ? null : <span>{t('{count, number} of severity 3', { count: severe })}</span>}
        {compared ? (
          <span className={classes.against} title={t('{value} before', { value: formatCount(before) })}>
            {changeWords(count, before)}
          </span>
        ) : null}
      </span>
    </div>
  )
}

function optionId(theme: string | null): string {
  return `theme-${theme ?? ALL}`
}
