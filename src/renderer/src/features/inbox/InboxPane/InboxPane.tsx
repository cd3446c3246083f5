import type { CSSProperties } from 'react'
import { IconAlertTriangle, IconMessagePlus } from '@tabler/icons-react'
import { useLayoutEffect, useRef, useState } from 'react'
import { VList, type VListHandle } from 'virtua'
import { problemWords } from '../../../core/error-words.ts'
import { t } from '../../../i18n/t.ts'
import type { QueueId } from '../../../../../shared/domain/conversation.ts'
import { useQuery } from '../../../core/use-query.ts'
import { useAction } from '../../../keyboard/KeyboardProvider.tsx'
import { type ListedSearch, placeList } from '../../../shell/navigation.ts'
import { useDetach } from '../../../shell/use-detach.ts'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { ActionButton } from '../../../ui/ActionButton/ActionButton.tsx'
import { EmptyState } from '../../../ui/EmptyState/EmptyState.tsx'
import { useLandingFocus } from '../../../ui/use-landing-focus.ts'
import { useDensity } from '../../settings/use-density.ts'
import { BrokenSearch, EmptySearch } from '../../views/BrokenSearch/BrokenSearch.tsx'
import { SearchLine } from '../../views/SearchLine/SearchLine.tsx'
import { EncryptedChatCard } from '../../activity/EncryptedChatCard/EncryptedChatCard.tsx'
import { useTags } from '../../tags/use-tags.ts'
import { useTeam } from '../../team/use-team.ts'
import { type Anchor, nextAnchor, withAnchor } from '../inbox-selection.ts'
import { EmptyInbox } from '../EmptyInbox/EmptyInbox.tsx'
import { InboxRow, rowElementId } from '../InboxRow/InboxRow.tsx'
import { useListScroll, useRememberedScroll } from '../use-list-scroll.ts'
import { firstLimit, LIST_STEP, MOST_LISTED, rowHeights } from '../list-limit.ts'
import { listShift } from '../list-shift.ts'
import { SelectionBar } from '../SelectionBar/SelectionBar.tsx'
import { TriageActions } from '../TriageActions/TriageActions.tsx'
import { useInboxActions } from '../use-inbox-actions.ts'
import { keyQuery, useListedRows, useListTitle } from '../use-listed-rows.ts'
import { useListTotal } from '../use-list-total.ts'
import { useSelection } from '../use-selection.ts'
import { useSelectionActions } from '../use-selection-actions.ts'
import classes from './InboxPane.module.css'

/** Widen the window when fewer pixels than this are left below. */
const NEAR_END = 2_000
const nobody: readonly string[] = []

export interface InboxPaneProps {
  readonly queue: QueueId
  /** Listed in place of the queue. */
  readonly search: ListedSearch | null
  readonly account: string | null
  readonly style?: CSSProperties
  readonly hidden?: boolean
}

/** The conversation list of one queue, or of a search. Keyed by what is listed and account. */
export function InboxPane({ queue, search, account, style, hidden }: InboxPaneProps) {
  const { state } = useNavigation()
  const remembered = placeList({ queue, search, account })
  const rememberedScroll = useRememberedScroll(remembered)
  const list = useRef<VListHandle>(null)
  const [density] = useDensity()
  const rowHeight = rowHeights[density]
  const detach = useDetach()
  const [limit, setLimit] = useState(() => firstLimit(rememberedScroll / rowHeight))
  const [anchor, setAnchor] = useState<Anchor | null>(null)
  const pane = useRef<HTMLElement>(null)
  const answer = useListedRows(queue, search, { account, limit })
  const typing = new Map(useQuery('activity.typing', {}).rows.map((row) => [row.id, row.people]))
  const encrypted = useQuery('activity.encryptedChats', {}).rows
  const elsewhere = encrypted.filter(
    (row) => row.conversation === null && (account === null || row.accountId === account)
  )
  const selected = state.conversation
  const seen = nextAnchor(answer.rows, anchor, selected)
  if (seen !== anchor) setAnchor(seen)
  const rows = withAnchor(answer.rows, seen, selected)
  const selectedIndex = rows.findIndex((row) => row.id === selected)

  const focusList = (): void => (pane.current?.querySelector<HTMLElement>('[role=listbox]') ?? pane.current)?.focus()
  const place = { rows, selected, focusList }
  const { selection, clear } = useSelection()
  const choosing = useSelectionActions(place, keyQuery(queue, search, account))
  const tags = useTags()
  const team = useTeam()
  const loaded = answer.rows.length < limit ? rows.length : null
  const total = useListTotal({ queue, search, account }, loaded, selection.chosen.size > 0)
  useInboxActions(place, answer.status === 'loading')
  const scroll = useListScroll(list, rememberedScroll, rows.length, remembered !== null)
  useAction('window.detach', () => selected !== null && detach(selected), selected !== null)
  // Also when the conversation that had it is left for the list that is shown already.
  useLandingFocus(pane, focusList, `${rows.length === 0 ? 'nothing' : 'rows'} ${selected === null ? '' : 'open'}`)

  // Conversations that move above the part in view would push it away; at the top the newest are wanted in view.
  const shown = useRef(rows)
  useLayoutEffect(() => {
    const before = shown.current
    shown.current = rows
    const handle = list.current
    if (!handle || before === rows || handle.scrollOffset < rowHeight) return
    const first = Math.floor(handle.scrollOffset / rowHeight)
    const moved = listShift(before, rows, first, Math.ceil(handle.viewportSize / rowHeight))
    if (moved !== 0) handle.scrollBy(moved * rowHeight)
  }, [rows, rowHeight])

  useLayoutEffect(() => {
    // What was out of sight when the console was left stays so.
    if (selectedIndex >= 0 && scroll.restored()) list.current?.scrollToIndex(selectedIndex, { align: 'nearest' })
    // Another conversation is revealed; one that only moves with its rows is not run after.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [selected])

  function widen(): void {
    const handle = list.current
    if (!handle || answer.status !== 'ready' || answer.rows.length < limit) return
    if (handle.scrollSize - handle.scrollOffset - handle.viewportSize < NEAR_END)
      setLimit(Math.min(MOST_LISTED, limit + LIST_STEP))
  }

  const title = useListTitle(queue, search)
  return (
    <section
      ref={pane}
      className={classes.root}
      style={style}
      hidden={hidden}
      aria-label={t('Conversations: {queue}', { queue: title })}
      data-density={density}
      tabIndex={-1}
      onMouseDown={(event) => {
        // The middle button would start to scroll.
        if (event.button === 1) event.preventDefault()
      }}
      onAuxClick={(event) => {
        const row = event.target instanceof Element ? event.target.closest('[role=option]') : null
        const conversation = rows.find((one) => rowElementId(one.id) === row?.id)?.id
        if (event.button === 1 && conversation !== undefined) detach(conversation)
      }}
    >
      <header className={classes.header}>
        <h2 className={selection.chosen.size > 0 ? 'visually-hidden' : classes.title}>
          <bdi>{title}</bdi>
        </h2>
        {selection.chosen.size > 0 ? (
          <SelectionBar
            count={selection.chosen.size}
            total={total}
            onAll={choosing.all}
            onClear={() => {
              clear()
              focusList()
            }}
          />
        ) : (
          <ActionButton action="conversation.new">
            <IconMessagePlus size={18} stroke={1.75} />
          </ActionButton>
        )}
      </header>
      {search === null ? null : <SearchLine search={search} broken={answer.status === 'error'} />}
      {rows.length === 0 ? (
        <div className={classes.empty}>
          {answer.status === 'ready' ? search === null ? <EmptyInbox queue={queue} /> : <EmptySearch /> : null}
          {answer.status === 'error' && search !== null ? (
            <BrokenSearch search={search} message={problemWords(answer)} />
          ) : null}
          {answer.status === 'error' && search === null ? (
            <EmptyState icon={<IconAlertTriangle size={32} stroke={1.5} />} title={t('This queue could not be read')}>
              {problemWords(answer)}
            </EmptyState>
          ) : null}
        </div>
      ) : (
        <VList
          ref={list}
          className={classes.list}
          role="listbox"
          aria-label={title}
          aria-multiselectable
          tabIndex={0}
          aria-activedescendant={selectedIndex < 0 || selected === null ? undefined : rowElementId(selected)}
          data={rows}
          itemSize={rowHeight}
          keepMounted={selectedIndex < 0 ? [] : [selectedIndex]}
          onScroll={(offset) => {
            widen()
            scroll.scrolled(offset)
          }}
        >
          {(row, index) => (
            <InboxRow
              key={row.id}
              row={row}
              position={index + 1}
              total={rows.length}
              selected={row.id === selected}
              typing={typing.get(row.id) ?? nobody}
              encrypted={encrypted.some((chat) => chat.conversation === row.id)}
              chosen={selection.chosen.has(row.id)}
              choosing={selection.chosen.size > 0}
              tags={tags}
              assignee={row.assignee === null ? null : (team.get(row.assignee) ?? null)}
              onOpen={choosing.open}
              onToggle={choosing.toggle}
            />
          )}
        </VList>
      )}
      <TriageActions place={place} />
      <EncryptedChatCard
        label={t('Encrypted X Chat of others')}
        rows={elsewhere}
        withKeys={!encrypted.some((chat) => chat.conversation === selected)}
      />
    </section>
  )
}
