import type { QueueId } from '../../../shared/domain/conversation.ts'

export type View = 'inbox' | 'outbox' | 'settings'
export type Overlay = 'search' | 'help' | 'connect' | 'import'

/** Where the user is. Only what the core does not know. */
export interface NavigationState {
  readonly view: View
  readonly queue: QueueId
  /** Shows one account's conversations only. */
  readonly account: string | null
  /** Key of the open conversation. */
  readonly conversation: string | null
  /** The message to show in it, e.g. a hit of a search; null for the newest. */
  readonly message: string | null
  /** Raised with each visit, so that going to the same message again scrolls again. */
  readonly visit: number
  /** Whether the thread was entered (and takes the focus) or only looked at from the list. */
  readonly entered: boolean
  /** Raised with each entry, so that entering again takes the focus again. */
  readonly entries: number
  readonly overlay: Overlay | null
  /** In a narrow window, which of the two panes is shown. */
  readonly front: 'list' | 'thread'
}

export type NavigationStep =
  | { readonly to: 'view'; readonly view: View }
  | { readonly to: 'queue'; readonly queue: QueueId }
  | { readonly to: 'account'; readonly account: string | null }
  /** Selected in the list: shown beside it, the list stays in front. */
  | { readonly to: 'conversation'; readonly conversation: string | null }
  /** The thread comes to the front; `enter` gives it the focus, too. */
  | { readonly to: 'thread'; readonly conversation: string; readonly message?: string; readonly enter?: boolean }
  | { readonly to: 'newest' }
  | { readonly to: 'list' }
  | { readonly to: 'overlay'; readonly overlay: Overlay | null }

export const startingPoint: NavigationState = {
  view: 'inbox',
  queue: 'inbox',
  account: null,
  conversation: null,
  message: null,
  visit: 0,
  entered: false,
  entries: 0,
  overlay: null,
  front: 'list'
}

export function navigate(state: NavigationState, step: NavigationStep): NavigationState {
  switch (step.to) {
    case 'view':
      return { ...state, view: step.view, overlay: null, front: 'list' }
    case 'queue':
      return leaveConversation({ ...state, view: 'inbox', queue: step.queue, overlay: null })
    case 'account':
      return leaveConversation({ ...state, account: step.account })
    case 'conversation':
      if (step.conversation === state.conversation) return state
      return {
        ...state,
        conversation: step.conversation,
        message: null,
        visit: state.visit + 1,
        entered: false,
        front: 'list'
      }
    case 'thread':
      return {
        ...state,
        view: 'inbox',
        conversation: step.conversation,
        message: step.message ?? null,
        visit: step.message === undefined && step.conversation === state.conversation ? state.visit : state.visit + 1,
        entered: step.enter === true,
        entries: state.entries + 1,
        overlay: null,
        front: 'thread'
      }
    case 'newest':
      return { ...state, message: null, visit: state.visit + 1 }
    case 'list':
      return { ...state, entered: false, front: 'list' }
    case 'overlay':
      return { ...state, overlay: step.overlay }
  }
}

function leaveConversation(state: NavigationState): NavigationState {
  return { ...state, conversation: null, message: null, entered: false, front: 'list' }
}
