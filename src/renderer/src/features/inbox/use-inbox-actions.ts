import { useEffect, useRef } from 'react'
import type { InboxRow } from '../../../../shared/contract/rows.ts'
import { useCore } from '../../core/core-context.ts'
import { useCommand } from '../../core/use-command.ts'
import { useAction } from '../../keyboard/KeyboardProvider.tsx'
import { useUndoNotice } from '../../shell/UndoNotice/use-undo-notice.tsx'
import { useNavigation } from '../../shell/navigation-context.ts'
import { plainText } from '../../ui/plain-text.ts'
import { openThread } from '../thread/thread-window.ts'
import { afterLeaving, moveSelection } from './inbox-selection.ts'

export interface InboxActions {
  readonly rows: readonly InboxRow[]
  readonly selected: string | null
  readonly focusList: () => void
}

/** Walking through the list, opening, resolving: what the keys of the inbox do. */
export function useInboxActions({ rows, selected, focusList }: InboxActions): void {
  const { go } = useNavigation()
  const { store } = useCore()
  const run = useCommand()
  const tell = useUndoNotice()
  /** Resolved by the user, but not out of the list yet. */
  const resolving = useRef(new Set<string>())

  function select(conversation: string | null): void {
    if (conversation === null) return
    go({ to: 'conversation', conversation })
    focusList()
  }

  async function resolve(conversation: string): Promise<void> {
    const head = store.peek('thread.head', { conversation }).rows[0]
    const row = rows.find((one) => one.id === conversation)
    if ((head ?? row)?.status === 'resolved') {
      await run('inbox.reopen', { conversations: [conversation] })
      return
    }
    const next = afterLeaving(rows, conversation, resolving.current)
    resolving.current.add(conversation)
    // Go on at once: the answer of the core takes a millisecond, and the next key may follow sooner.
    const answer = run('inbox.resolve', { conversations: [conversation] })
    go({ to: 'conversation', conversation: next })
    focusList()
    const done = await answer
    resolving.current.delete(conversation)
    if (done) tell(`Resolved ${plainText(head?.name ?? row?.title ?? '')}`)
  }

  useAction('conversation.next', () => select(moveSelection(rows, selected, 1)))
  useAction('conversation.previous', () => select(moveSelection(rows, selected, -1)))
  useAction('conversation.first', () => select(moveSelection(rows, selected, -Infinity)))
  useAction('conversation.last', () => select(moveSelection(rows, selected, Infinity)))
  useAction('conversation.list', () => {
    go({ to: 'list' })
    focusList()
  })
  useAction('conversation.open', () => {
    const conversation = selected ?? rows[0]?.id
    if (conversation !== undefined) go({ to: 'thread', conversation, enter: true })
  })
  useAction('conversation.resolve', () => void (selected !== null && resolve(selected)), selected !== null)

  // The neighbours are fetched ahead, so that the next key shows them in the same frame.
  const below = selected === null ? null : moveSelection(rows, selected, 1)
  const above = selected === null ? null : moveSelection(rows, selected, -1)
  useEffect(() => {
    for (const neighbour of [above, below]) if (neighbour !== null) openThread(store, neighbour)
  }, [store, above, below])
}
