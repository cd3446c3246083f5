import { notifications } from '@mantine/notifications'
import { useDensity } from '../features/settings/use-density.ts'
import { t } from '../i18n/t.ts'
import { useAction } from '../keyboard/KeyboardProvider.tsx'
import { usePauseKeys } from '../features/attention/use-pause.ts'
import { useNavigation } from './navigation-context.ts'
import { useOverlayKeys } from './use-overlay-keys.ts'
import type { Panes } from './use-panes.ts'
import { useShowCustomer } from './use-show-customer.ts'

/** The keys that lead from place to place and open and close what lies around. */
export function usePlaces(
  panes: Panes,
  drawer: { readonly open: () => void; readonly toggle: () => void; readonly opened: boolean }
): void {
  const { go, state } = useNavigation()
  const inInbox = state.view === 'inbox'
  const visible = panes.layout.customerAsDrawer ? drawer.opened : panes.layout.customer > 0
  const hidden = !visible && inInbox && state.conversation !== null
  const [density, setDensity] = useDensity()
  usePauseKeys()
  useAction('go.inbox', () => go({ to: 'queue', queue: 'inbox' }))
  useAction('go.at-risk', () => go({ to: 'queue', queue: 'at-risk' }))
  useAction('go.mine', () => go({ to: 'queue', queue: 'mine' }))
  useAction('go.unassigned', () => go({ to: 'queue', queue: 'unassigned' }))
  useAction('go.snoozed', () => go({ to: 'queue', queue: 'snoozed' }))
  useAction('go.follow-ups', () => go({ to: 'queue', queue: 'follow-ups' }))
  useAction('go.mentions', () => go({ to: 'queue', queue: 'mentions' }))
  useAction('go.requests', () => go({ to: 'queue', queue: 'requests' }))
  useAction('go.spam', () => go({ to: 'queue', queue: 'spam' }))
  useAction('go.unread', () => go({ to: 'queue', queue: 'unread' }))
  useAction('go.waiting', () => go({ to: 'queue', queue: 'waiting-on-us' }))
  useAction('go.answered', () => go({ to: 'queue', queue: 'waiting-on-them' }))
  useAction('go.resolved', () => go({ to: 'queue', queue: 'resolved' }))
  useAction('go.all', () => go({ to: 'queue', queue: 'all' }))
  useAction('go.outbox', () => go({ to: 'view', view: 'outbox' }))
  useAction('go.library', () => go({ to: 'view', view: 'library' }))
  useAction('go.reports', () => go({ to: 'view', view: 'reports' }))
  useAction('go.feedback', () => go({ to: 'view', view: 'feedback' }))
  useAction('go.promos', () => go({ to: 'view', view: 'promos' }))
  useAction('go.settings', () => go({ to: 'view', view: 'settings' }))
  useAction('window.density', () => setDensity(density === 'compact' ? 'comfortable' : 'compact'))
  useOverlayKeys()
  useAction(
    'window.queues',
    () => {
      if (panes.queuesFit) panes.commit({ hideQueues: !panes.wish.hideQueues })
      else
        notifications.show({
          message: t('There is no room for the queues here. Their keys and the palette lead there.')
        })
    },
    inInbox
  )
  useShowCustomer(visible, hidden, () => {
    if (panes.layout.customerAsDrawer) drawer.open()
    else panes.commit({ hideCustomer: false })
  })
  // A drawer has nothing to show without a conversation, and would spring open with the next one.
  const shows = inInbox && (!panes.layout.customerAsDrawer || state.conversation !== null)
  useAction(
    'window.customer',
    () => {
      if (panes.layout.customerAsDrawer) drawer.toggle()
      else panes.commit({ hideCustomer: !panes.wish.hideCustomer })
    },
    shows
  )
}
