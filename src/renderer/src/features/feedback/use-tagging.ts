import { notifications } from '@mantine/notifications'
import { type KeyboardEvent, type RefObject, useState } from 'react'
import type { FeedbackRow } from '../../../../shared/contract/feedback-rows.ts'
import type { MessageRow, ThreadRow } from '../../../../shared/contract/rows.ts'
import { placeSpan, type TextSpan } from '../../../../shared/domain/feedback/span.ts'
import { useQuery } from '../../core/use-query.ts'
import { t } from '../../i18n/t.ts'
import { useAction } from '../../keyboard/KeyboardProvider.tsx'
import { feedbackLine } from './feedback-words.ts'
import type { WordMark } from './shown-words.ts'
import { canTag, type SelectedWords, useSelectedWords } from './use-selected-words.ts'
import { beginChoice, chosenSpan, moveChoice, type WordChoice } from './word-steps.ts'

/** What is to be tagged, or was. */
export interface TaggingTarget {
  /** Null: the conversation. */
  readonly message: MessageRow | null
  /** Null: the whole message. */
  readonly words: TextSpan | null
  /** What was tagged already; null for something new. */
  readonly entry: FeedbackRow | null
}

export interface Tagging {
  readonly entries: readonly FeedbackRow[]
  /** Words that are chosen by key. */
  readonly choice: { readonly text: string; readonly at: number; readonly of: number } | null
  /** Words that are selected with the mouse. */
  readonly selected: SelectedWords | null
  /** What the dialog is about; null: it is closed. */
  readonly target: TaggingTarget | null
  readonly open: (target: TaggingTarget | null) => void
  /** What of a message is tagged, and what is being chosen of it. */
  readonly marksOf: (row: MessageRow) => readonly WordMark[]
  /** Entries that are about a message as a whole, or whose words are gone. */
  readonly wholeOf: (row: MessageRow) => readonly FeedbackRow[]
  readonly openEntry: (row: MessageRow, id: string) => void
  /** Tags a message: its words are chosen first. */
  readonly begin: (row: MessageRow) => void
  /** Keys while words are chosen. @returns whether it was one */
  readonly press: (event: KeyboardEvent) => boolean
}

const CHOSEN = 'chosen'
const PLACES = ['Home', 'End']

/** Tagging feedback on words, messages, and the conversation. */
export function useTagging(parts: {
  readonly conversation: string
  readonly rows: readonly ThreadRow[]
  readonly scroller: RefObject<HTMLElement | null>
  /** The message that has the focus by key. */
  readonly chosen: string | null
}): Tagging {
  const { conversation, rows, scroller, chosen } = parts
  const entries = useQuery('feedback.ofConversation', { conversation }).rows
  const selected = useSelectedWords(scroller, rows)
  const [choice, setChoice] = useState<WordChoice | null>(null)
  const [target, setTarget] = useState<TaggingTarget | null>(null)
  const message = rows.find(({ id }) => id === choice?.message)
  const span = choice === null ? null : chosenSpan(choice)

  const inFocus = (): boolean =>
    scroller.current?.querySelector('[data-chosen=true]')?.contains(document.activeElement) === true

  function begin(row: MessageRow): void {
    if (!canTag(row)) {
      notifications.show({ message: t('Feedback can be tagged when the message is with X.') })
      return
    }
    const begun = beginChoice(row.id, row.text)
    if (begun === null) setTarget({ message: row, words: null, entry: null })
    else setChoice(begun)
  }

  useAction('message.feedback', () => {
    const row = rows.find(({ id }) => id === chosen)
    if (selected !== null) setTarget({ ...selectedTarget(selected), entry: null })
    else if (row?.kind === 'message' && inFocus()) begin(row)
    else setTarget({ message: null, words: null, entry: null })
  })

  function press(event: KeyboardEvent): boolean {
    if (choice === null || !canTag(message) || event.ctrlKey || event.metaKey || event.altKey) return false
    const step = stepOf(event)
    if (step !== null) setChoice(moveChoice(choice, step, event.shiftKey))
    else if (event.key === 'Escape') setChoice(null)
    else if (event.key === 'Enter' || event.key.toLowerCase() === 'a') {
      setTarget({ message, words: event.key === 'Enter' ? span : null, entry: null })
      setChoice(null)
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      setChoice(null)
      return false
    } else return false
    event.preventDefault()
    return true
  }

  return {
    entries,
    selected,
    target,
    open: setTarget,
    begin,
    press,
    choice:
      choice === null || span === null || message?.kind !== 'message'
        ? null
        : {
            text: message.text.slice(span.start, span.end),
            at: Math.abs(choice.at - choice.from) + 1,
            of: choice.words.length
          },
    marksOf(row) {
      const marks = entries.flatMap((entry): WordMark[] => {
        const place = entry.message === row.id && entry.words !== null ? placeSpan(row.text, entry.words) : null
        return place === null ? [] : [{ id: entry.id, label: feedbackLine(entry), ...place }]
      })
      return choice?.message === row.id && span !== null ? [...marks, { id: CHOSEN, label: null, ...span }] : marks
    },
    wholeOf: (row) =>
      entries.filter(
        (entry) => entry.message === row.id && (entry.words === null || placeSpan(row.text, entry.words) === null)
      ),
    openEntry(row, id) {
      const entry = entries.find((one) => one.id === id)
      if (entry) setTarget({ message: row, words: entry.words, entry })
    }
  }
}

function selectedTarget({ message, start, end }: SelectedWords): { message: MessageRow; words: TextSpan } {
  return { message, words: { start, end } }
}

/** How many words a key goes on. In a text from right to left, the left arrow goes on. */
function stepOf(event: KeyboardEvent): number | null {
  if (PLACES.includes(event.key)) return event.key === 'Home' ? -Infinity : Infinity
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return null
  const text = event.currentTarget.querySelector('[data-chosen=true] [data-words]')
  const onwards = text !== null && isRightToLeft(text) ? 'ArrowLeft' : 'ArrowRight'
  return event.key === onwards ? 1 : -1
}

/** `dir=auto` tells no selector which way it went; its first strong letter does. */
function isRightToLeft(element: Element): boolean {
  return getComputedStyle(element).direction === 'rtl'
}
