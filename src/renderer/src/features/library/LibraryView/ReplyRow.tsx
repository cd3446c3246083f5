import {
  IconAlertTriangle,
  IconCheck,
  IconLanguage,
  IconLock,
  IconPaperclip,
  IconPencil,
  IconPuzzle
} from '@tabler/icons-react'
import type { CannedReplyRow, LibraryFinding, ReplyFiguresRow } from '../../../../../shared/contract/library-rows.ts'
import type { QuickKey } from '../../../../../shared/domain/library/quick-key.ts'
import { t } from '../../../i18n/t.ts'
import { formatCount } from '../../../ui/count.ts'
import { plainText } from '../../../ui/plain-text.ts'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import { useClock } from '../../../ui/use-now.ts'
import { isNew } from '../editor/unsaved.ts'
import { findingText } from '../findings/finding-words.ts'
import { languageName, stageText, timeText } from '../library-words.ts'
import { FigureCells } from '../outcome/FigureCells.tsx'
import { QuickKeyMark } from '../quick-keys/QuickKeyMark.tsx'
import listRow from '../../../ui/ListRow/ListRow.module.css'
import classes from './ReplyTable.module.css'

/** How a row was clicked. */
export interface RowClick {
  readonly shift: boolean
  /** Ctrl, or Command on a Mac. */
  readonly mod: boolean
}

export interface ReplyRowProps {
  readonly row: CannedReplyRow
  readonly position: number
  readonly total: number
  readonly selected: boolean
  readonly chosen: boolean
  /** Whether any is chosen. */
  readonly choosing: boolean
  /** Whether something is written here that is not saved. */
  readonly unsaved: boolean
  /** With which this member inserts it. */
  readonly quickKey: QuickKey | undefined
  /** Why it is listed, where the list is of what was found. */
  readonly found: LibraryFinding | undefined
  /** What became of it; undefined: never sent, or not counted yet. */
  readonly figures: ReplyFiguresRow | undefined
  readonly onOpen: (reply: string, click: RowClick) => void
  readonly onToggle: (reply: string) => void
}

export function replyRowId(reply: string): string {
  return `reply-${reply}`
}

/** A line of the library. */
export function ReplyRow(props: ReplyRowProps) {
  const { row, position, total, selected, chosen, choosing, unsaved, quickKey, found, figures, onOpen, onToggle } =
    props
  const reason = useClock((now) => (found === undefined || found.kind === 'duplicate' ? '' : findingText(found, now)))
  const time = useClock((now) => timeText(row, now) ?? '')
  return (
    <div
      id={replyRowId(row.id)}
      role="option"
      className={`${listRow.row} ${classes.columns} ${classes.row}`}
      aria-selected={selected}
      aria-checked={choosing ? chosen : undefined}
      aria-posinset={position}
      aria-setsize={total}
      data-chosen={chosen}
      data-choosing={choosing}
      data-retired={row.stage === 'retired'}
      onClick={(event) => onOpen(row.id, { shift: event.shiftKey, mod: event.ctrlKey || event.metaKey })}
      // Shift and a click would mark the text between.
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
    >
      <span
        className={classes.box}
        title={t('Select')}
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation()
          if (event.shiftKey) onOpen(row.id, { shift: true, mod: false })
          else onToggle(row.id)
        }}
      >
        <span className={classes.tick}>{chosen ? <IconCheck size={12} stroke={3} /> : null}</span>
      </span>
      <span className={classes.title}>
        <bdi className={classes.name}>{plainText(row.title)}</bdi>
        <RowMarks row={row} unsaved={unsaved} />
        {quickKey === undefined ? null : <QuickKeyMark quickKey={quickKey} />}
        <span className={classes.preview} dir="auto">
          {reason === '' ? plainText(row.preview) : reason}
        </span>
      </span>
      <span className={classes.shortcut} dir="auto">
        {row.shortcut === null ? null : `/${plainText(row.shortcut)}`}
      </span>
      <span className={classes.languages} title={row.languages.map(languageName).join(', ')}>
        {row.languages.join(' ')}
      </span>
      <span className={classes.stage} data-stage={row.stage}>
        {time === '' ? stageText(row) : time}
      </span>
      {isNew(row.id) ? null : (
        <>
          <span className={classes.uses}>
            {formatCount(row.uses)}
            <span className="visually-hidden"> {t('uses')}</span>
          </span>
          <FigureCells figures={figures} />
          <RelativeTime at={row.updatedAt} className={classes.updated} />
        </>
      )}
    </div>
  )
}

function RowMarks({ row, unsaved }: Pick<ReplyRowProps, 'row' | 'unsaved'>) {
  return (
    <>
      {row.kind === 'fragment' ? (
        <span className={classes.mark} title={t('Fragment')}>
          <IconPuzzle size={13} stroke={1.75} aria-label={t('Fragment')} />
        </span>
      ) : null}
      {row.scope === 'everyone' ? null : (
        <span className={classes.mark}>
          <IconLock size={13} stroke={1.75} aria-hidden="true" />
          {row.scope === 'private' ? t('Private') : <bdi>{plainText(row.team ?? '')}</bdi>}
        </span>
      )}
      {row.attachment === null ? null : (
        <span className={classes.mark} title={plainText(row.attachment)}>
          <IconPaperclip size={13} stroke={1.75} aria-label={t('With {file}', { file: plainText(row.attachment) })} />
        </span>
      )}
      {unsaved ? (
        <span className={classes.warning} title={t('Not saved yet')}>
          <IconPencil size={13} stroke={2} aria-label={t('Not saved yet')} />
        </span>
      ) : null}
      {row.broken ? (
        <span className={classes.broken} title={t('Has a mistake')}>
          <IconAlertTriangle size={13} stroke={2} aria-label={t('Has a mistake')} />
        </span>
      ) : null}
      {row.outdated ? (
        <span className={classes.warning} title={t('A translation is out of date')}>
          <IconLanguage size={13} stroke={2} aria-label={t('A translation is out of date')} />
        </span>
      ) : null}
    </>
  )
}
