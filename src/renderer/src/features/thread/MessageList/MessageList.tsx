import { useLayoutEffect, useRef, useState } from 'react'
import { Virtualizer, type VirtualizerHandle } from 'virtua'
import type { ThreadHeadRow } from '../../../../../shared/contract/rows.ts'
import { useWidenedQuery } from '../../../core/use-query.ts'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { plainText } from '../../../ui/plain-text.ts'
import { Lightbox } from '../Lightbox/Lightbox.tsx'
import { MessageItem } from '../MessageItem/MessageItem.tsx'
import { photoId, photosOf } from '../photos.ts'
import { countNewer, showRows, type ShownRows, threadItems } from '../thread-items.ts'
import { firstWindow, widenNewer, widenOlder, windowEnds } from '../thread-window.ts'
import { JumpPill } from './JumpPill.tsx'
import classes from './MessageList.module.css'
import { NewMessageAnnouncer } from './NewMessageAnnouncer.tsx'
import { DayLine, MemberLine } from './ThreadLine.tsx'

/** Fetch more when fewer pixels than this are left. */
const NEAR_EDGE = 900
/** Nearer to the end than this counts as being there. */
const AT_END = 60

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
  const [shown, setShown] = useState<ShownRows | null>(null)
  const current = shown?.source === answer.rows ? shown : showRows(shown, answer.rows)
  if (current !== shown) setShown(current)
  const items = threadItems(current.rows)
  const newest = current.rows.at(-1)
  const ends = windowEnds(
    window,
    answer.rows.map((row) => row.id)
  )

  const scroller = useRef<HTMLDivElement>(null)
  const list = useRef<VirtualizerHandle>(null)
  const placed = useRef(false)
  const follow = useRef(message === null)
  const lastShown = useRef<string | null>(null)
  /** The newest row when the reader scrolled up; null while at the end. */
  const [leftAt, setLeftAt] = useState<string | null>(null)
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set())
  /** Undefined until the first one is looked at: most conversations need no lightbox. */
  const [photo, setPhoto] = useState<string | null | undefined>(undefined)

  useLayoutEffect(() => {
    const last = current.rows.length - 1
    if (last < 0) return
    const target = current.rows.findIndex((row) => row.id === message)
    const arrived = newest?.id !== lastShown.current
    const mine = arrived && newest?.kind === 'message' && newest.id.startsWith('outbox:')
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
        aria-label={`Messages with ${plainText(head.name)}`}
        tabIndex={0}
      >
        <div className={classes.spacer} />
        <Virtualizer
          ref={list}
          scrollRef={scroller}
          shift={current.shift}
          data={items}
          bufferSize={400}
          onScroll={scrolled}
          onResize={resized}
        >
          {({ row, day, startsGroup, endsGroup }) => (
            <div key={row.kind === 'message' ? (row.outboxId ?? row.id) : row.id}>
              {day === null ? null : <DayLine day={day} />}
              {row.kind === 'member' ? (
                <MemberLine row={row} />
              ) : (
                <MessageItem
                  row={row}
                  startsGroup={startsGroup}
                  endsGroup={endsGroup}
                  named={head.group}
                  target={row.id === message}
                  expanded={expanded.has(row.id)}
                  onExpand={(id) => setExpanded((before) => new Set([...before, id]))}
                  onZoom={(id, key) => setPhoto(photoId(id, key))}
                />
              )}
            </div>
          )}
        </Virtualizer>
        {leftAt === null && !ends.newer ? null : (
          <JumpPill count={countNewer(current.rows, leftAt)} onJump={toNewest} />
        )}
      </div>
      <NewMessageAnnouncer rows={current.rows} />
      {photo === undefined ? null : <Lightbox photos={photosOf(current.rows)} shown={photo} onShow={setPhoto} />}
    </div>
  )
}
