import type { CSSProperties } from 'react'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useLayoutEffect, useRef, useState } from 'react'
import { VList, type VListHandle } from 'virtua'
import type { QueueId } from '../../../../../shared/domain/conversation.ts'
import { useWidenedQuery } from '../../../core/use-query.ts'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { EmptyState } from '../../../ui/EmptyState/EmptyState.tsx'
import { useLandingFocus } from '../../../ui/use-landing-focus.ts'
import { type Anchor, nextAnchor, withAnchor } from '../inbox-selection.ts'
import { EmptyInbox } from '../EmptyInbox/EmptyInbox.tsx'
import { InboxRow, rowElementId } from '../InboxRow/InboxRow.tsx'
import { listShift } from '../list-shift.ts'
import { queueWords } from '../queue-words.ts'
import { useInboxActions } from '../use-inbox-actions.ts'
import classes from './InboxPane.module.css'

const STEP = 200
const MOST = 20_000
/** Widen the window when fewer pixels than this are left below. */
const NEAR_END = 2_000
const ROW_HEIGHT = 76

export interface InboxPaneProps {
  readonly queue: QueueId
  readonly account: string | null
  readonly style?: CSSProperties
  readonly hidden?: boolean
}

/** The conversation list of one queue. Keyed by queue and account. */
export function InboxPane({ queue, account, style, hidden }: InboxPaneProps) {
  const { state, go } = useNavigation()
  const [limit, setLimit] = useState(STEP)
  const [anchor, setAnchor] = useState<Anchor | null>(null)
  const list = useRef<VListHandle>(null)
  const pane = useRef<HTMLElement>(null)
  const answer = useWidenedQuery('inbox.list', { queue, account, limit })
  const selected = state.conversation
  const seen = nextAnchor(answer.rows, anchor, selected)
  if (seen !== anchor) setAnchor(seen)
  const rows = withAnchor(answer.rows, seen, selected)
  const selectedIndex = rows.findIndex((row) => row.id === selected)

  const focusList = (): void => (pane.current?.querySelector<HTMLElement>('[role=listbox]') ?? pane.current)?.focus()
  useInboxActions({ rows, selected, focusList })
  useLandingFocus(pane, focusList, rows.length === 0 ? 'nothing' : 'rows')

  // Conversations that move above the part in view would push it away; at the top the newest are wanted in view.
  const shown = useRef(rows)
  useLayoutEffect(() => {
    const before = shown.current
    shown.current = rows
    const handle = list.current
    if (!handle || before === rows || handle.scrollOffset < ROW_HEIGHT) return
    const first = Math.floor(handle.scrollOffset / ROW_HEIGHT)
    const moved = listShift(before, rows, first, Math.ceil(handle.viewportSize / ROW_HEIGHT))
    if (moved !== 0) handle.scrollBy(moved * ROW_HEIGHT)
  }, [rows])

  useLayoutEffect(() => {
    if (selectedIndex >= 0) list.current?.scrollToIndex(selectedIndex, { align: 'nearest' })
    // Another conversation is revealed; one that only moves with its rows is not run after.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [selected])

  function widen(): void {
    const handle = list.current
    if (!handle || answer.status !== 'ready' || answer.rows.length < limit) return
    if (handle.scrollSize - handle.scrollOffset - handle.viewportSize < NEAR_END) setLimit(Math.min(MOST, limit + STEP))
  }

  const words = queueWords[queue]
  return (
    <section
      ref={pane}
      className={classes.root}
      style={style}
      hidden={hidden}
      aria-label={`Conversations: ${words.title}`}
      tabIndex={-1}
    >
      <header className={classes.header}>
        <h2 className={classes.title}>{words.title}</h2>
      </header>
      {rows.length === 0 ? (
        <div className={classes.empty}>
          {answer.status === 'ready' ? <EmptyInbox queue={queue} /> : null}
          {answer.status === 'error' ? (
            <EmptyState icon={<IconAlertTriangle size={32} stroke={1.5} />} title="This queue could not be read">
              {answer.message}
            </EmptyState>
          ) : null}
        </div>
      ) : (
        <VList
          ref={list}
          className={classes.list}
          role="listbox"
          aria-label={words.title}
          tabIndex={0}
          aria-activedescendant={selectedIndex < 0 || selected === null ? undefined : rowElementId(selected)}
          data={rows}
          itemSize={ROW_HEIGHT}
          keepMounted={selectedIndex < 0 ? [] : [selectedIndex]}
          onScroll={widen}
        >
          {(row, index) => (
            <InboxRow
              key={row.id}
              row={row}
              position={index + 1}
              total={rows.length}
              selected={row.id === selected}
              onOpen={(conversation) => {
                go({ to: 'thread', conversation })
                focusList()
              }}
            />
          )}
        </VList>
      )}
    </section>
  )
}
