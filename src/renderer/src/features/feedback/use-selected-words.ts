import { type RefObject, useEffect, useState } from 'react'
import type { MessageRow, ThreadRow } from '../../../../shared/contract/rows.ts'
import { snapSpan, type TextSpan } from '../../../../shared/domain/feedback/span.ts'
import { textSegments } from '../thread/text-segments.ts'
import { sourceSpan } from './shown-words.ts'

/** Words of a message. */
export interface SelectedWords extends TextSpan {
  readonly message: MessageRow
}

/** Only what X has can be tagged: a reply on its way may still be changed. */
export function canTag(row: ThreadRow | undefined): row is MessageRow {
  return row?.kind === 'message' && row.outboxId === null && (row.delivery === 'received' || row.delivery === 'sent')
}

/** What is selected with the mouse in a message of the thread; null: nothing. */
export function useSelectedWords(
  scroller: RefObject<HTMLElement | null>,
  rows: readonly ThreadRow[]
): SelectedWords | null {
  const [range, setRange] = useState<{ readonly id: string; readonly start: number; readonly end: number } | null>(null)
  useEffect(() => {
    const look = (): void => setRange(readSelection(scroller.current))
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [scroller])
  const message = range === null ? undefined : rows.find(({ id }) => id === range.id)
  if (range === null || !canTag(message)) return null
  const place = sourceSpan(textSegments(message.text, message.links, message.media.length > 0), range.start, range.end)
  const span = place && snapSpan(message.text, place)
  return span && { message, ...span }
}

/** How much of what is shown lies before the selection and its end, in the message where it begins. */
function readSelection(within: HTMLElement | null): { id: string; start: number; end: number } | null {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const first = range.startContainer instanceof Element ? range.startContainer : range.startContainer.parentElement
  const text = first?.closest<HTMLElement>('[data-words]')
  if (!text || within?.contains(text) !== true) return null
  const before = document.createRange()
  before.setStart(text, 0)
  before.setEnd(range.startContainer, range.startOffset)
  const start = before.toString().length
  const whole = document.createRange()
  whole.selectNodeContents(text)
  if (text.contains(range.endContainer)) whole.setEnd(range.endContainer, range.endOffset)
  return { id: text.dataset['words'] ?? '', start, end: whole.toString().length }
}
