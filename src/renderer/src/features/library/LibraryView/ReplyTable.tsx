import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { VList, type VListHandle } from 'virtua'
import type { CannedReplyRow } from '../../../../../shared/contract/library-rows.ts'
import type { FindingKind } from '../../../../../shared/domain/library/finding.ts'
import { t } from '../../../i18n/t.ts'
import type { Figures, Findings, Sorting } from '../listed-replies.ts'
import { useQuickKeys } from '../quick-keys/use-quick-keys.ts'
import { ReplyRow, replyRowId, type RowClick } from './ReplyRow.tsx'
import classes from './ReplyTable.module.css'
import { ReplyTableHead } from './ReplyTableHead.tsx'

/** Pixels; see the style sheet. */
const ROW_HEIGHT = 36

export interface ReplyTableProps {
  readonly rows: readonly CannedReplyRow[]
  readonly sorting: Sorting
  readonly reversed: boolean
  readonly onSort: (sorting: Sorting) => void
  /** Id of the reply that is open. */
  readonly selected: string | null
  readonly chosen: ReadonlySet<string>
  /** Ids of replies with something that is not saved. */
  readonly unsaved: ReadonlySet<string>
  /** What was found, where the list is of that. */
  readonly findings: Findings | null
  readonly finding: FindingKind | null
  readonly figures: Figures
  readonly onOpen: (reply: string, click: RowClick) => void
  readonly onToggle: (reply: string) => void
  /** In place of the rows when there are none. */
  readonly nothing: ReactNode
}

/** The replies of the library, ten thousand of them as quick as ten. */
export function ReplyTable(props: ReplyTableProps) {
  const { rows, sorting, reversed, onSort, selected, chosen, unsaved, findings, finding, figures } = props
  const { onOpen, onToggle, nothing } = props
  const list = useRef<VListHandle>(null)
  const quickKeys = useQuickKeys()
  const selectedIndex = rows.findIndex((row) => row.id === selected)
  useLayoutEffect(() => {
    if (selectedIndex >= 0) list.current?.scrollToIndex(selectedIndex, { align: 'nearest' })
    // Another reply is revealed; one that only moves with its rows is not run after.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [selected])
  if (rows.length === 0) return <div className={classes.empty}>{nothing}</div>
  return (
    <div className={classes.root} data-sorting={sorting}>
      <ReplyTableHead sorting={sorting} reversed={reversed} onSort={onSort} />
      <VList
        ref={list}
        className={classes.list}
        role="listbox"
        aria-label={t('Canned replies')}
        aria-multiselectable
        tabIndex={0}
        aria-activedescendant={selectedIndex < 0 || selected === null ? undefined : replyRowId(selected)}
        data={rows}
        itemSize={ROW_HEIGHT}
        keepMounted={selectedIndex < 0 ? [] : [selectedIndex]}
      >
        {(row, index) => (
          <ReplyRow
            key={row.id}
            row={row}
            position={index + 1}
            total={rows.length}
            selected={row.id === selected}
            chosen={chosen.has(row.id)}
            choosing={chosen.size > 0}
            unsaved={unsaved.has(row.id)}
            quickKey={quickKeys.get(row.id)}
            figures={figures.get(row.id)}
            found={findings?.get(row.id)?.findings.find(({ kind }) => kind === finding)}
            onOpen={onOpen}
            onToggle={onToggle}
          />
        )}
      </VList>
    </div>
  )
}
