import type { SettingsSection } from '../features/settings/settings-sections.ts'
import type { Place, PlaceList } from './place-memory.ts'
import type { QueueId } from '../../../shared/domain/conversation.ts'

/** A search that is shown as a list of conversations: a saved one, by its id, or as it was typed. */
export type ListedSearch = { readonly view: string } | { readonly text: string }

export type View = 'inbox' | 'outbox' | 'library' | 'reports' | 'feedback' | 'promos' | 'settings'
export type Overlay =
  | 'search'
  | 'palette'
  | 'help'
  | 'connect'
  | 'import'
  | 'new-message'
  | 'costs'
  | 'backfill'
  | 'notifications'
  | 'answer-times'
  | 'undo-history'
  | 'placeholders'
  | 'library-import'
  | 'library-export'
  | 'library-links'
  | 'performance'

/** Where the user is. Only what the core does not know. */
export interface NavigationState {
  readonly view: View
  /** The part of the settings to show; null for the top. */
  readonly section: SettingsSection | null
  readonly queue: QueueId
  /** Listed in place of the queue; null: the queue is. */
  readonly search: ListedSearch | null
  /** What the search dialog begins with. */
  readonly searchText: string
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
  /** Key of the conversation that was opened to write in: its composer takes the focus as soon as it is there. */
  readonly writing: string | null
  /** The canned reply that is open in the library; null for none. */
  readonly reply: string | null
  readonly overlay: Overlay | null
  /** In a narrow window, which of the two panes is shown. */
  readonly front: 'list' | 'thread'
}

export type NavigationStep =
  | { readonly to: 'view'; readonly view: View; readonly section?: SettingsSection }
  | { readonly to: 'queue'; readonly queue: QueueId }
  | { readonly to: 'search'; readonly search: ListedSearch }
  | { readonly to: 'account'; readonly account: string | null }
  /** Selected in the list: shown beside it, the list stays in front. */
  | { readonly to: 'conversation'; readonly conversation: string | null }
  /** The thread comes to the front; `enter` gives it the focus, too, and `write` gives it to the composer. */
  | {
      readonly to: 'thread'
      readonly conversation: string
      readonly message?: string
      readonly enter?: boolean
      readonly write?: boolean
    }
  /** In the library; null closes it. */
  | { readonly to: 'reply'; readonly reply: string | null }
  | { readonly to: 'newest' }
  | { readonly to: 'list' }
  | { readonly to: 'overlay'; readonly overlay: Overlay | null; readonly searchText?: string }

export const startingPoint: NavigationState = {
  view: 'inbox',
  section: null,
  queue: 'inbox',
  search: null,
  searchText: '',
  account: null,
  conversation: null,
  message: null,
  visit: 0,
  entered: false,
  entries: 0,
  writing: null,
  reply: null,
  overlay: null,
  front: 'list'
}

export function navigate(state: NavigationState, step: NavigationStep): NavigationState {
  switch (step.to) {
    case 'view':
      return {
        ...state,
        view: step.view,
        section: step.section ?? null,
        visit: state.visit + 1,
        overlay: null,
        front: 'list'
      }
    case 'queue':
      return leaveConversation({ ...state, view: 'inbox', queue: step.queue, search: null, overlay: null })
    case 'search':
      return leaveConversation({ ...state, view: 'inbox', search: step.search, overlay: null })
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
        writing: null,
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
        writing: step.write === true ? step.conversation : null,
        overlay: null,
        front: 'thread'
      }
    case 'reply':
      return { ...state, view: 'library', reply: step.reply, overlay: null }
    case 'newest':
      return { ...state, message: null, visit: state.visit + 1 }
    case 'list':
      return { ...state, entered: false, front: 'list' }
    case 'overlay':
      return { ...state, overlay: step.overlay, searchText: step.searchText ?? '' }
  }
}

/** Where the window of one conversation begins: in it. */
export function startInWindow(conversation: string): NavigationState {
  return { ...startingPoint, conversation, entered: true, entries: 1, front: 'thread' }
}

/** The same steps in the window of one conversation, which has no list and no other views. */
export function navigateWindow(state: NavigationState, step: NavigationStep): NavigationState {
  switch (step.to) {
    case 'view':
    case 'queue':
    case 'search':
    case 'account':
    case 'reply':
    // Selecting is the list's business: what was undone elsewhere does not take this window along.
    case 'conversation':
      return { ...state, overlay: null }
    case 'list':
      return { ...state, entered: true, entries: state.entries + 1 }
    default:
      return navigate(state, step)
  }
}

/** Where the console begins: where it was left. */
export function startAt(place: Place): NavigationState {
  const { queue, view, account, conversation } = place
  return { ...startingPoint, queue, search: view === null ? null : { view }, account, conversation }
}

function leaveConversation(state: NavigationState): NavigationState {
  return { ...state, conversation: null, message: null, entered: false, writing: null, front: 'list' }
}

/** The list that is remembered for the next start; null for a search that is not saved. */
export function placeList({
  queue,
  search,
  account
}: Pick<NavigationState, 'queue' | 'search' | 'account'>): PlaceList | null {
  if (search === null) return { queue, view: null, account }
  return 'view' in search ? { queue, view: search.view, account } : null
}

/** Tells one list of conversations from another. */
export function listKey({ queue, search }: Pick<NavigationState, 'queue' | 'search'>): string {
  if (search === null) return `queue ${queue}`
  return 'view' in search ? `view ${search.view}` : `text ${search.text}`
}
