import { useRef } from 'react'
import type { InboxRow } from '../../../../shared/contract/rows.ts'
import { useNavigation } from '../../shell/navigation-context.ts'
import { afterLeaving } from './inbox-selection.ts'

/** Where one is in the list. */
export interface ListPlace {
  readonly rows: readonly InboxRow[]
  /** The open conversation. */
  readonly selected: string | null
  readonly focusList: () => void
}

/**
 * Does what takes conversations out of the list, and goes on to the next at once: the answer of the core takes a
 * millisecond, and the next key may follow sooner.
 * @returns what was done; null when it did not work
 */
export function useLeaving({ rows, selected, focusList }: ListPlace) {
  const { go } = useNavigation()
  /** Done with by the user, but not out of the list yet. */
  const leaving = useRef(new Set<string>())
  return async <R>(conversations: readonly string[], act: () => Promise<R | null>): Promise<R | null> => {
    for (const conversation of conversations) leaving.current.add(conversation)
    // The window of one conversation has no list to go on in.
    const moves = selected !== null && rows.length > 0 && conversations.includes(selected)
    const next = moves ? afterLeaving(rows, selected, leaving.current) : null
    const answer = act()
    if (moves) {
      go({ to: 'conversation', conversation: next })
      focusList()
    }
    const done = await answer
    for (const conversation of conversations) leaving.current.delete(conversation)
    return done
  }
}
