import { UnstyledButton } from '@mantine/core'
import { IconArrowDown } from '@tabler/icons-react'
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { VList, type VListHandle } from 'virtua'
import type { CannedReplyRow } from '../../../../../shared/contract/library-rows.ts'
import type { FindingKind } from '../../../../../shared/domain/library/finding.ts'
import { t } from '../../../i18n/t.ts'
import { sortingWords } from '../library-words.ts'
import type { Findings, Sorting } from '../listed-replies.ts'
import { useQuickKeys } from '../quick-keys/use-quick-keys.ts'
import { ReplyRow, replyRowId, type RowClick } from './ReplyRow.tsx'
import classes from './ReplyTable.module.css'

/** Pixels; see the style sheet. */
const ROW_HEIGHT = 36

export interface ReplyTableProps {
  readonly rows: readonly CannedReplyRow[]
  readonly sorting: Sorting
  readonly onSort: (sorting: Sorting) => void
  /** Id of the reply that is open. */
  readonly selected: string | null
  readonly chosen: ReadonlySet<string>
  /** Ids of replies with something that is not saved. */
  readonly unsaved: ReadonlySet<string>
  /** What was found, where the list is of that. */
  readonly findings: Findings | null
  readonly finding: FindingKind | null
  readonly onOpen: (reply: string, click: RowClick) => void
  readonly onToggle: (reply: string) => void
  /** In place of the rows when there are none. */
  readonly nothing: ReactNode
}

/** The replies of the library, ten thousand of them as quick as ten. */
export function ReplyTable(props: ReplyTableProps) {
  const { rows, sorting, onSort, selected, chosen, unsaved, findings, finding, onOpen, onToggle, nothing } = props
  const list = useRef<VListHandle>(null)
  const quickKeys = useQuickKeys()
  const selectedIndex = rows.findIndex((row) => row.id === selected)
  useLayoutEffect(() => {
    if (selectedIndex >= 0) list.current?.scrollToIndex(selectedIndex, { align: 'nearest' })
    // Another reply is revealed; one that only moves with its rows is not run after.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [selected])
  if (rows.length === 0) return <div className={classes.empty}>{nothing}</div>
  const sortBy = (by: Sorting): ReactNode => (
    <UnstyledButton
      className={classes.sort}
      aria-pressed={sorting === by}
      aria-label={t('Sort by {column}', { column: t(sortingWords[by]) })}
      data-end={by !== 'title'}
      onClick={() => onSort(by)}
    >
      {t(sortingWords[by])}
      {sorting === by && by !== 'title' ? <IconArrowDown size={12} stroke={2} aria-hidden="true" /> : null}
    </UnstyledButton>
  )
  return (
    <div className={classes.root}>
      <div className={`${classes.columns} ${classes.head}`} role="group" aria-label={t('Sort')}>
        <span />
        <span>{sortBy('title')}</span>
        <span className={classes.shortcut}>{t('Shortcut')}</span>
        <span className={classes.languages}>{t('Languages')}</span>
        <span className={classes.stage}>{t('Stage')}</span>
        <span className={classes.uses}>{sortBy('uses')}</span>
        <span className={classes.updated}>{sortBy('updated')}</span>
      </div>
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
            found={findings?.get(row.id)?.findings.find(({ kind }) => kind === finding)}
            onOpen={onOpen}
            onToggle={onToggle}
          />
        )}
      </VList>
    </div>
  )
}
