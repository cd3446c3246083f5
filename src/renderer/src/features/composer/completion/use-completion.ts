import { type KeyboardEvent, type RefObject, useId, useState } from 'react'
import { useQuery } from '../../../core/use-query.ts'
import { typeText } from '../../../ui/type-text.ts'
import { emojiOf, findEmoji } from '../../emoji/emoji.ts'
import { useEmoji } from '../../emoji/use-emoji.ts'
import { useRecentEmoji } from '../../emoji/use-recent-emoji.ts'
import { findMembers, triggerAt, writtenOut } from './trigger.ts'

export interface CompletionOption {
  readonly key: string
  /** What is written for it. */
  readonly text: string
  readonly mark: string
  readonly label: string
}

export interface Completion {
  readonly id: string
  readonly options: readonly CompletionOption[]
  readonly marked: number
  readonly mark: (index: number) => void
  readonly take: (index: number) => void
  /** The cursor has moved. */
  readonly onSelect: () => void
  /** The text has lost the focus. */
  readonly onLeave: () => void
  /** @returns whether the key was for the list */
  readonly onKeyDown: (event: KeyboardEvent) => boolean
}

const MOST = 7

/**
 * Offers what is being begun at the cursor: emoji by their shortcodes, and in notes people of the team by their names.
 * @param members whether people can be called here
 */
export function useCompletion(
  field: RefObject<HTMLTextAreaElement | null>,
  text: string,
  members: boolean
): Completion {
  const id = useId()
  const [cursor, setCursor] = useState<number | null>(null)
  const [marked, setMarked] = useState(0)
  /** Where a list was closed by hand: it stays closed until another word is begun. */
  const [dismissed, setDismissed] = useState<number | null>(null)
  const trigger = cursor === null ? null : triggerAt(text, cursor, members)
  const open = trigger !== null && trigger.start !== dismissed
  const list = useEmoji(trigger?.kind === 'emoji')
  const [, remember] = useRecentEmoji()
  const team = useQuery('team.list', {})

  const options: CompletionOption[] = !open
    ? []
    : trigger.kind === 'emoji'
      ? findEmoji(list, trigger.query, MOST).map(({ emoji, label, shortcodes: [code] }) => ({
          key: emoji,
          text: emoji,
          mark: emoji,
          label: code === undefined ? label : `:${code}:`
        }))
      : findMembers(
          team.rows.filter((member) => !member.left),
          trigger.query
        )
          .slice(0, MOST)
          .map(({ id: key, name }) => ({ key, text: `@${name} `, mark: '@', label: name }))
  const current = Math.min(marked, options.length - 1)

  function take(index: number): void {
    const option = options[index]
    if (!option || !trigger || !field.current) return
    if (trigger.kind === 'emoji') remember(option.text)
    typeText(field.current, [trigger.start, trigger.end], option.text)
    setMarked(0)
  }

  function onSelect(): void {
    const input = field.current
    if (!input) return
    const here = input.selectionStart === input.selectionEnd ? input.selectionStart : null
    setCursor(here)
    if (here !== cursor) setMarked(0)
    const start = here === null ? null : (triggerAt(input.value, here, members)?.start ?? null)
    // A key that closes the list may tell of the cursor in the same moment.
    if (here !== null) setDismissed((now) => (start === now ? now : null))
    const written = here === null || here !== input.value.length ? null : writtenOut(input.value, here)
    const emoji = written === null ? null : emojiOf(list, written.code)
    if (written === null || emoji === null || here === null) return
    remember(emoji)
    // Not from within the letter that is just being typed.
    queueMicrotask(() => typeText(input, [written.start, here], emoji))
  }

  function onKeyDown(event: KeyboardEvent): boolean {
    if (options.length === 0 || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) {
      return false
    }
    if (event.key === 'ArrowDown') setMarked((current + 1) % options.length)
    else if (event.key === 'ArrowUp') setMarked((current + options.length - 1) % options.length)
    else if (event.key === 'Enter' || event.key === 'Tab') take(current)
    else if (event.key === 'Escape') setDismissed(trigger?.start ?? null)
    else return false
    event.preventDefault()
    return true
  }

  return { id, options, marked: current, mark: setMarked, take, onSelect, onLeave: () => setCursor(null), onKeyDown }
}
