import type { ThreadWindow } from '../../../../shared/contract/queries.ts'
import type { ViewStore } from '../../core/view-store.ts'

/** How many messages a thread opens with, and how many more each look further back brings. */
const FIRST_PAGE = 60
const PAGE = 120
const MOST = 20_000

export function firstWindow(message: string | null): ThreadWindow {
  return message === null
    ? { at: 'newest', older: FIRST_PAGE }
    : { at: 'message', id: message, older: FIRST_PAGE, newer: FIRST_PAGE }
}

/** The window with more of the past in it. */
export function widenOlder(window: ThreadWindow): ThreadWindow {
  return { ...window, older: Math.min(MOST, window.older + PAGE) }
}

/** The window around a message with more of what came after it. */
export function widenNewer(window: ThreadWindow): ThreadWindow {
  return window.at === 'newest' ? window : { ...window, newer: Math.min(MOST, window.newer + PAGE) }
}

/** Whether there may be messages before and after the rows that a window brought. */
export function windowEnds(window: ThreadWindow, ids: readonly string[]): { older: boolean; newer: boolean } {
  if (window.at === 'newest') return { older: ids.length >= window.older, newer: false }
  const anchor = ids.indexOf(window.id)
  if (anchor < 0) return { older: ids.length >= window.older, newer: false }
  return { older: anchor >= window.older, newer: ids.length - 1 - anchor >= window.newer }
}

/** Subscribes ahead to what an open thread will ask for. */
export function openThread(store: ViewStore, conversation: string): void {
  store.prefetch('thread.head', { conversation })
  store.prefetch('thread.messages', { conversation, window: firstWindow(null) })
  store.prefetch('thread.draft', { conversation, mode: 'reply' })
  store.prefetch('customers.card', { conversation })
}
