import type { ReplyFiguresRow } from '../../../../../shared/contract/library-rows.ts'
import { t } from '../../../i18n/t.ts'
import { formatAge, formatWait } from '../../../ui/time.ts'
import table from '../LibraryView/ReplyTable.module.css'
import { partText, shortPartText } from './figures.ts'

export interface FigureCellsProps {
  /** Undefined: never sent, or not counted yet. */
  readonly figures: ReplyFiguresRow | undefined
}

/** What became of a reply, in its line of the library. */
export function FigureCells({ figures }: FigureCellsProps) {
  const changed = figures === undefined ? null : partText(figures.changed)
  const answered = figures === undefined ? null : partText(figures.answered)
  const content = figures === undefined ? null : partText(figures.content)
  const after = figures?.answered.medianMs ?? null
  return (
    <>
      <FigureCell
        className={table.changed}
        text={figures === undefined ? null : shortPartText(figures.changed)}
        words={changed === null ? '' : t('{part} changed before sending', { part: changed })}
      />
      <FigureCell
        className={table.answered}
        text={figures === undefined ? null : shortPartText(figures.answered)}
        words={answered === null ? '' : t('{part} answered', { part: answered })}
      />
      <FigureCell
        className={table.after}
        text={after === null ? null : formatAge(after)}
        words={after === null ? '' : t('after {time}', { time: formatWait(after) })}
      />
      <FigureCell
        className={table.content}
        text={figures === undefined ? null : shortPartText(figures.content)}
        words={content === null ? '' : t('{part} content', { part: content })}
      />
    </>
  )
}

interface FigureCellProps {
  readonly className: string | undefined
  /** Null: not known, and then there is nothing. */
  readonly text: string | null
  /** For a hover, and read in place of the figure. */
  readonly words: string
}

function FigureCell({ className, text, words }: FigureCellProps) {
  if (text === null) return <span className={className} />
  return (
    <span className={className} title={words}>
      <span aria-hidden="true">{text}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  )
}
