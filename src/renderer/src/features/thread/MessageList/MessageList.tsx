import { useLayoutEffect, useRef, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import type { NoteRow, ThreadHeadRow } from '../../../../../shared/contract/rows.ts'
import { useRow, useWidenedQuery } from '../../../core/use-query.ts'
import type { ActionId } from '../../../keyboard/actions.ts'
import { useEarlyKeys } from '../../../keyboard/KeyboardProvider.tsx'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { plainText } from '../../../ui/plain-text.ts'
import { FeedbackDialog } from '../../feedback/FeedbackDialog/FeedbackDialog.tsx'
import { TaggedLine } from '../../feedback/TaggedLine/TaggedLine.tsx'
import { TaggingBar } from '../../feedback/TaggingBar/TaggingBar.tsx'
import { useTagging } from '../../feedback/use-tagging.ts'
import { Lightbox } from '../Lightbox/Lightbox.tsx'
import { NoteEditor } from '../../notes/NoteEditor/NoteEditor.tsx'
import { NoteItem } from '../../notes/NoteItem/NoteItem.tsx'
import { MessageMenu } from '../MessageMenu/MessageMenu.tsx'
import { useThreadReplyKeys } from '../../outbox/use-thread-reply-keys.ts'
import { MessageItem } from '../MessageItem/MessageItem.tsx'
import { photoId, photosOf } from '../photos.ts'
import { countNewer, showRows, type ShownRows, threadItems } from '../thread-items.ts'
import { firstWindow, widenNewer, widenOlder, windowEnds } from '../thread-window.ts'
import { useChosenMessage } from '../use-chosen-message.ts'
import { JumpPill } from './JumpPill.tsx'
import classes from './MessageList.module.css'
import { NoMessages } from './NoMessages.tsx'
import { NewMessageAnnouncer } from './NewMessageAnnouncer.tsx'
import { DayLine, MemberLine } from './ThreadLine.tsx'
import { LongThreadRows, type RowsHandle, SHORT_THREAD, ShortThreadRows } from './ThreadRows.tsx'

/** Fetch more when fewer pixels than this are left. */
const NEAR_EDGE = 900
/** Nearer to the end than this counts as being there. */
const AT_END = 60

const messageKeys: readonly ActionId[] = ['message.choose', 'message.feedback']

export interface MessageListProps {
  readonly head: ThreadHeadRow
  /** The message to open at; null for the newest. */
  readonly message: string | null
}

/** The messages of a conversation, as many as there are. Keyed by conversation, message and visit. */
export function MessageList({ head, message }: MessageListProps) {
  const { state, go } = useNavigation()
  const [window, setWindow] = useState(() => firstWindow(message))
  const answer = useWidenedQuery('thread.messages', { conversation: head.id, window })
  const seen = useRow('activity.seen', { conversation: head.id })
  const [shown, setShown] = useState<ShownRows | null>(null)
  const current = shown?.source === answer.rows ? shown : showRows(shown, answer.rows)
  if (current !== shown) setShown(current)
  const items = threadItems(current.rows)
  // As it was at first: a change of the way would lose the reader's place.
  const [short, setShort] = useState<boolean | null>(null)
  if (short === null && answer.status === 'ready') setShort(answer.rows.length <= SHORT_THREAD)
  const Rows = short === true ? ShortThreadRows : LongThreadRows
  const newest = current.rows.at(-1)
  const keyed = useThreadReplyKeys(head.id)
  const ends = windowEnds(
    window,
    // Notes stand between the messages that the window counts.
    answer.rows.filter((row) => row.kind !== 'note' || row.id === message).map((row) => row.id)
  )

  const scroller = useRef<HTMLDivElement>(null)
  const list = useRef<RowsHandle>(null)
  const placed = useRef(false)
  const follow = useRef(message === null)
  const lastShown = useRef<string | null>(null)
  /** The newest row when the reader scrolled up; null while at the end. */
  const [leftAt, setLeftAt] = useState<string | null>(null)
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set())
  /** Here and not in the list, which forgets what scrolls away. */
  const [edited, setEdited] = useState<NoteRow | null>(null)
  /** Undefined until the first one is looked at: most conversations need no lightbox. */
  const chosen = useChosenMessage({ conversation: head.id, rows: current.rows, scroller, list })
  const tagging = useTagging({ conversation: head.id, rows: current.rows, scroller, chosen: chosen.id })
  useEarlyKeys(messageKeys, head.id, answer.status === 'loading')
  const [photo, setPhoto] = useState<string | null | undefined>(undefined)

  useLayoutEffect(() => {
    const last = current.rows.length - 1
    if (last < 0) return
    const target = current.rows.findIndex((row) => row.id === message)
    const arrived = newest?.id !== lastShown.current
    const mine = arrived && newest !== undefined && (newest.kind === 'note' || newest.id.startsWith('outbox:'))
    lastShown.current = newest?.id ?? null
    if (!placed.current) {
      placed.current = true
      list.current?.scrollToIndex(target < 0 ? last : target, { align: target < 0 ? 'end' : 'center' })
    } else if (follow.current || mine) {
      list.current?.scrollToIndex(last, { align: 'end' })
    }
    // Only a change of the rows moves the list, and only when the reader is at its end or has just written.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [current.rows])

  // Entered by a key or from a search: the arrow keys scroll it from now on.
  useLayoutEffect(() => {
    if (state.entered) scroller.current?.focus({ preventScroll: true })
  }, [state.entered, state.entries])

  function scrolled(offset: number): void {
    const handle = list.current
    if (!handle || !placed.current) return
    const below = handle.scrollSize - offset - handle.viewportSize
    follow.current = below < AT_END && !ends.newer
    setLeftAt((before) => (follow.current ? null : (before ?? newest?.id ?? null)))
    if (answer.status !== 'ready') return
    if (offset < NEAR_EDGE && ends.older) setWindow(widenOlder(window))
    else if (below < NEAR_EDGE && ends.newer) setWindow(widenNewer(window))
  }

  /** The window, the composer or a message has another height: who was at the end stays at the end. */
  function resized(): void {
    if (placed.current && follow.current) list.current?.scrollToIndex(current.rows.length - 1, { align: 'end' })
  }

  function toNewest(): void {
    if (window.at === 'message' && ends.newer) go({ to: 'newest' })
    else list.current?.scrollToIndex(current.rows.length - 1, { align: 'end' })
  }

  return (
    <div className={classes.root}>
      <div
        ref={scroller}
        className={classes.scroller}
        role="log"
        aria-live="off"
        aria-label={t('Messages with {name}', { name: plainText(head.name) })}
        tabIndex={0}
        onKeyDown={(event) => {
          if (!tagging.press(event)) chosen.press(event)
        }}
      >
        <div className={classes.spacer} />
        {answer.status === 'ready' && current.rows.length === 0 ? <NoMessages head={head} /> : null}
        <Rows
          ref={list}
          scroller={scroller}
          items={items}
          shift={current.shift}
          kept={chosen.index}
          onScroll={scrolled}
          onResize={resized}
        >
          {({ row, day, startsGroup, endsGroup }) => (
            <div key={row.kind === 'message' ? (row.outboxId ?? row.id) : row.id}>
              {day === null ? null : <DayLine day={day} />}
              {row.kind === 'member' ? (
                <MemberLine row={row} />
              ) : row.kind === 'note' ? (
                <NoteItem row={row} target={row.id === message} onEdit={setEdited} />
              ) : (
                <MessageItem
                  row={row}
                  startsGroup={startsGroup}
                  endsGroup={endsGroup}
                  named={head.group}
                  target={row.id === message}
                  keyed={row.outboxId !== null && row.outboxId === keyed}
                  seenAt={seen?.messageId === row.id ? seen.at : null}
                  expanded={expanded.has(row.id)}
                  onExpand={(id) => setExpanded((before) => new Set([...before, id]))}
                  onZoom={(id, key) => setPhoto(photoId(id, key))}
                  chosen={row.id === chosen.id}
                  marks={tagging.marksOf(row)}
                  onMark={(entry) => tagging.openEntry(row, entry)}
                  tagged={
                    <TaggedLine entries={tagging.wholeOf(row)} onOpen={(entry) => tagging.openEntry(row, entry)} />
                  }
                  menu={
                    <MessageMenu
                      row={row}
                      opened={row.id === chosen.menu}
                      onOpen={(opened) => chosen.openMenu(opened ? row.id : null)}
                      onCopy={() => chosen.copy(row)}
                      onDelete={() => chosen.remove(row)}
                      onTag={() => tagging.begin(row)}
                      tagged={tagging.entries.filter((entry) => entry.message === row.id)}
                      onTagged={(entry) => tagging.openEntry(row, entry)}
                    />
                  }
                />
              )}
            </div>
          )}
        </Rows>
        {leftAt === null && !ends.newer ? null : (
          <JumpPill count={countNewer(current.rows, leftAt)} onJump={toNewest} />
        )}
      </div>
      <TaggingBar tagging={tagging} />
      {tagging.target === null ? null : (
        <FeedbackDialog conversation={head.id} target={tagging.target} onClose={() => tagging.open(null)} />
      )}
      <NewMessageAnnouncer rows={current.rows} />
      {edited === null ? null : <NoteEditor row={edited} onClose={() => setEdited(null)} />}
      {photo === undefined ? null : <Lightbox photos={photosOf(current.rows)} shown={photo} onShow={setPhoto} />}
    </div>
  )
}
