import { useAction } from '../keyboard/KeyboardProvider.tsx'
import { useNavigation } from './navigation-context.ts'
import type { Panes } from './use-panes.ts'

/** The keys that lead from place to place and open and close what lies around. */
export function usePlaces(panes: Panes, drawer: { readonly toggle: () => void }): void {
  const { go } = useNavigation()
  useAction('go.inbox', () => go({ to: 'queue', queue: 'inbox' }))
  useAction('go.unread', () => go({ to: 'queue', queue: 'unread' }))
  useAction('go.waiting', () => go({ to: 'queue', queue: 'waiting-on-us' }))
  useAction('go.answered', () => go({ to: 'queue', queue: 'waiting-on-them' }))
  useAction('go.resolved', () => go({ to: 'queue', queue: 'resolved' }))
  useAction('go.all', () => go({ to: 'queue', queue: 'all' }))
  useAction('go.outbox', () => go({ to: 'view', view: 'outbox' }))
  useAction('go.settings', () => go({ to: 'view', view: 'settings' }))
  useAction('window.search', () => go({ to: 'overlay', overlay: 'search' }))
  useAction('window.help', () => go({ to: 'overlay', overlay: 'help' }))
  useAction('window.queues', () => panes.commit({ hideQueues: !panes.wish.hideQueues }))
  useAction('window.customer', () => {
    if (panes.layout.customerAsDrawer) drawer.toggle()
    else panes.commit({ hideCustomer: !panes.wish.hideCustomer })
  })
}
