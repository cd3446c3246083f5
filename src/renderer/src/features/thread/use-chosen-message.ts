import { notifications } from '@mantine/notifications'
import { type KeyboardEvent, type RefObject, useLayoutEffect, useState } from 'react'
import { t } from '../../i18n/t.ts'
import type { MessageRow, ThreadRow } from '../../../../shared/contract/rows.ts'
import { useCommand } from '../../core/use-command.ts'
import { useAction } from '../../keyboard/KeyboardProvider.tsx'
import type { RowsHandle } from './MessageList/ThreadRows.tsx'
import { canDelete, moveChosen, whyNotDeleted } from './message-steps.ts'

export interface ChosenMessage {
  /** The message that has the focus, or had it last. */
  readonly id: string | null
  /** Where it stands among the rows; -1 when none is chosen. */
  readonly index: number
  /** Whose menu is open. */
  readonly menu: string | null
  readonly openMenu: (id: string | null) => void
  /** Keys inside the list: up and down, Enter for the menu, Esc to leave. */
  readonly press: (event: KeyboardEvent) => void
  readonly copy: (row: MessageRow) => void
  readonly remove: (row: MessageRow) => void
}

const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, Home: -Infinity, End: Infinity }

/** Choosing one message of a thread by key, and what can be done with it. */
export function useChosenMessage(parts: {
  readonly conversation: string
  readonly rows: readonly ThreadRow[]
  readonly scroller: RefObject<HTMLElement | null>
  readonly list: RefObject<RowsHandle | null>
}): ChosenMessage {
  const { conversation, rows, scroller, list } = parts
  const run = useCommand()
  const [id, setId] = useState<string | null>(null)
  const [menu, setMenu] = useState<string | null>(null)
  /** Raised with each choice, so that choosing the same one again takes the focus again. */
  const [visit, setVisit] = useState(0)
  const index = id === null ? -1 : rows.findIndex((row) => row.id === id)
  const row = rows[index]

  const element = (): HTMLElement | null => scroller.current?.querySelector<HTMLElement>('[data-chosen=true]') ?? null
  const inFocus = (): boolean => element()?.contains(document.activeElement) === true

  function choose(next: string | null): void {
    if (next === null) return
    setId(next)
    setVisit(visit + 1)
    list.current?.scrollToIndex(
      rows.findIndex((one) => one.id === next),
      { align: 'nearest' }
    )
  }

  function leave(): void {
    setId(null)
    scroller.current?.focus({ preventScroll: true })
  }

  useLayoutEffect(() => {
    if (visit > 0) element()?.focus({ preventScroll: true })
    // The element appears with the choice.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [visit])

  // It was deleted: the focus stays in the thread.
  const gone = id !== null && index < 0
  useLayoutEffect(() => {
    if (gone && document.activeElement === document.body) scroller.current?.focus({ preventScroll: true })
  }, [gone, scroller])

  function copy(message: MessageRow): void {
    navigator.clipboard.writeText(message.text).then(
      () => notifications.show({ message: t('Text copied') }),
      () => notifications.show({ color: 'red', message: t('The text could not be copied.') })
    )
  }

  function remove(message: MessageRow): void {
    if (canDelete(message)) void run('thread.deleteMessage', { conversation, message: message.id })
    else {
      const why = whyNotDeleted(message)
      if (why !== null) notifications.show({ message: why })
    }
  }

  useAction('message.choose', () => choose(moveChosen(rows, inFocus() ? id : null, 0)), rows.length > 0)
  // A message that was chosen a while ago must not be deleted by a key that is pressed somewhere else.
  const chosen = row?.kind === 'message' ? row : null
  useAction('message.copy', () => chosen && inFocus() && copy(chosen), chosen !== null)
  useAction('message.delete', () => chosen && inFocus() && remove(chosen), chosen !== null)

  function press(event: KeyboardEvent): void {
    if (!inFocus() || menu !== null || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const step = steps[event.key]
    if (step !== undefined) choose(moveChosen(rows, id, step))
    else if (event.key === 'Escape') leave()
    else if (event.key === 'Enter' && event.target === element()) setMenu(id)
    else return
    event.preventDefault()
  }

  return {
    id,
    index,
    menu,
    openMenu(next) {
      setMenu(next)
      if (next !== null) return
      if (id !== null) setVisit(visit + 1)
      else scroller.current?.focus({ preventScroll: true })
    },
    press,
    copy,
    remove
  }
}
