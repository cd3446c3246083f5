import {
  type ReactElement,
  type Ref,
  type RefObject,
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useRef
} from 'react'
import { Virtualizer, type VirtualizerHandle } from 'virtua'
import type { ThreadItem } from '../thread-items.ts'
import classes from './MessageList.module.css'

/** So many rows stand in the page as they are: a list that measures each row and renders again takes twice as long. */
export const SHORT_THREAD = 40

/** What a list of rows can do, whichever way they stand in the page. */
export interface RowsHandle {
  /** Pixels. */
  readonly scrollSize: number
  readonly viewportSize: number
  scrollToIndex(index: number, options: { readonly align: 'nearest' | 'center' | 'end' }): void
}

export interface ThreadRowsProps {
  readonly ref: Ref<RowsHandle>
  readonly scroller: RefObject<HTMLElement | null>
  readonly items: readonly ThreadItem[]
  /** Whether rows came in above the ones in view. */
  readonly shift: boolean
  /** Stays in the page wherever the reader is; -1 for none. */
  readonly kept: number
  readonly onScroll: (offset: number) => void
  /** A row or the room for them has another height. */
  readonly onResize: () => void
  readonly children: (item: ThreadItem) => ReactElement
}

/** The rows of a thread of any length: only those in view are in the page. */
export function LongThreadRows({ ref, scroller, items, shift, kept, onScroll, onResize, children }: ThreadRowsProps) {
  const list = useRef<VirtualizerHandle>(null)
  useImperativeHandle(ref, () => ({
    get scrollSize() {
      return list.current?.scrollSize ?? 0
    },
    get viewportSize() {
      return list.current?.viewportSize ?? 0
    },
    scrollToIndex: (index, { align }) => list.current?.scrollToIndex(index, { align })
  }))
  return (
    <Virtualizer
      ref={list}
      scrollRef={scroller}
      shift={shift}
      data={items}
      bufferSize={400}
      onScroll={onScroll}
      onResize={onResize}
      keepMounted={kept < 0 ? [] : [kept]}
    >
      {children}
    </Virtualizer>
  )
}

/** The rows of a short thread, all of them in the page. */
export function ShortThreadRows({ ref, scroller, items, onScroll, onResize, children }: ThreadRowsProps) {
  const box = useRef<HTMLDivElement>(null)
  useImperativeHandle(ref, () => ({
    get scrollSize() {
      return scroller.current?.scrollHeight ?? 0
    },
    get viewportSize() {
      return scroller.current?.clientHeight ?? 0
    },
    scrollToIndex(index, { align }) {
      const room = scroller.current
      const row = box.current?.children[index]
      if (room === null || row === undefined) return
      const { top, height } = row.getBoundingClientRect()
      const start = room.scrollTop + top - room.getBoundingClientRect().top
      const end = start + height - room.clientHeight
      const nearest = Math.min(start, Math.max(end, room.scrollTop))
      room.scrollTop = align === 'end' ? end : align === 'center' ? (start + end) / 2 : nearest
    }
  }))
  const scrolled = useEffectEvent(() => onScroll(scroller.current?.scrollTop ?? 0))
  const resized = useEffectEvent(onResize)
  useEffect(() => {
    const room = scroller.current
    const rows = box.current
    if (room === null || rows === null) return
    const listen = (): void => scrolled()
    room.addEventListener('scroll', listen, { passive: true })
    const observer = new ResizeObserver(() => resized())
    observer.observe(room)
    observer.observe(rows)
    return () => {
      room.removeEventListener('scroll', listen)
      observer.disconnect()
    }
  }, [scroller])
  return (
    <div ref={box} className={classes.short}>
      {items.map((item) => children(item))}
    </div>
  )
}
