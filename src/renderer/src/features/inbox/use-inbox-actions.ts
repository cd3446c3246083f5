import { useEffect, useRef } from 'react'
import { useCore } from '../../core/core-context.ts'
import { useAction } from '../../keyboard/KeyboardProvider.tsx'
import { useNavigation } from '../../shell/navigation-context.ts'
import { openThread } from '../thread/thread-window.ts'
import { moveSelection } from './inbox-selection.ts'
import type { ListPlace } from './use-leaving.ts'
import { useSelection } from './use-selection.ts'

/** So far Page up and Page down go. Conversations. */
const PAGE = 10

/**
 * Walking through the list and opening: what the keys of the list do.
 * @param loading whether the list is still on its way: what is pressed meanwhile is done when it is there
 */
export function useInboxActions(place: ListPlace, loading: boolean): void {
  const { rows, selected, focusList } = place
  /** Steps that were pressed before there was a list. */
  const early = useRef<number[]>([])
  const { go } = useNavigation()
  const { store } = useCore()
  const { selection, clear } = useSelection()

  function select(conversation: string | null): void {
    if (conversation === null) return
    go({ to: 'conversation', conversation })
    focusList()
  }

  function walk(steps: number): void {
    if (loading) early.current.push(steps)
    else select(moveSelection(rows, selected, steps))
  }

  useEffect(() => {
    if (loading || early.current.length === 0) return
    const steps = early.current
    early.current = []
    select(steps.reduce((from, step) => moveSelection(rows, from, step), selected))
    // Once, when the list has come.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [loading])

  useAction('conversation.next', () => walk(1))
  useAction('conversation.previous', () => walk(-1))
  useAction('conversation.first', () => walk(-Infinity))
  useAction('conversation.last', () => walk(Infinity))
  useAction('conversation.pageDown', () => walk(PAGE))
  useAction('conversation.pageUp', () => walk(-PAGE))
  useAction('conversation.list', () => {
    const typing = document.activeElement?.matches('input, textarea') === true
    if (selection.chosen.size > 0 && !typing) clear()
    go({ to: 'list' })
    focusList()
  })
  useAction('conversation.open', () => {
    const conversation = selected ?? rows[0]?.id
    if (conversation !== undefined) go({ to: 'thread', conversation, enter: true })
  })

  // The neighbours are fetched ahead, so that the next key shows them in the same frame.
  const below = selected === null ? null : moveSelection(rows, selected, 1)
  const above = selected === null ? null : moveSelection(rows, selected, -1)
  useEffect(() => {
    for (const neighbour of [above, below]) if (neighbour !== null) openThread(store, neighbour)
  }, [store, above, below])
}
