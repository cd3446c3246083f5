import { Drawer } from '@mantine/core'
import { useDisclosure, useViewportSize } from '@mantine/hooks'
import { t } from '../../i18n/t.ts'
import { CustomerCard, CustomerPane } from '../../features/customers/CustomerPane/CustomerPane.tsx'
import { TriageActions } from '../../features/inbox/TriageActions/TriageActions.tsx'
import { SchemeSync } from '../../features/settings/SchemeSync.tsx'
import { ThreadPane } from '../../features/thread/ThreadPane/ThreadPane.tsx'
import { useAction } from '../../keyboard/KeyboardProvider.tsx'
import { ConnectionBar } from '../ConnectionBar/ConnectionBar.tsx'
import { ErrorBoundary } from '../ErrorBoundary/ErrorBoundary.tsx'
import { Overlays } from '../Overlays/Overlays.tsx'
import { useConversationWindow } from '../use-conversation-window.ts'
import { useKeepFocus } from '../use-keep-focus.ts'
import { useOverlayKeys } from '../use-overlay-keys.ts'
import { useRefuseDrops } from '../use-refuse-drops.ts'
import { useShowCustomer } from '../use-show-customer.ts'
import { useUndo } from '../use-undo.ts'
import classes from '../AppFrame/AppFrame.module.css'

/** Narrower than this, the customer opens as a drawer. CSS pixels. */
const ROOM_FOR_CUSTOMER = 820
const CUSTOMER_WIDTH = 280

/** The window of one conversation: thread, composer, and the customer when wanted. */
export function ConversationFrame({ conversation }: { readonly conversation: string }) {
  const viewport = useViewportSize()
  const [customer, customerControl] = useDisclosure(false)
  const asDrawer = (viewport.width === 0 ? window.innerWidth : viewport.width) < ROOM_FOR_CUSTOMER
  useConversationWindow(conversation)
  useUndo()
  useKeepFocus()
  useRefuseDrops()
  useAction('window.customer', customerControl.toggle)
  useShowCustomer(customer, !customer, customerControl.open)
  useOverlayKeys()
  return (
    <div className={classes.root}>
      <SchemeSync />
      <ConnectionBar />
      <main className={classes.main}>
        <h1 className="visually-hidden">{t('Conversation')}</h1>
        <ErrorBoundary what={t('The conversation')} resetKey={conversation}>
          <ThreadPane conversation={conversation} withBack={false} customerShown={customer} detachable={false} />
        </ErrorBoundary>
        {customer && !asDrawer ? (
          <ErrorBoundary what={t('The customer')} resetKey={conversation}>
            <CustomerPane conversation={conversation} style={{ width: CUSTOMER_WIDTH }} />
          </ErrorBoundary>
        ) : null}
        <div id="tips" />
      </main>
      <Drawer
        opened={customer && asDrawer}
        onClose={customerControl.close}
        position="right"
        size={320}
        title={t('Customer')}
        padding={0}
        styles={{ header: { paddingBlock: 8, paddingInline: '16px 8px' } }}
      >
        <CustomerCard conversation={conversation} />
      </Drawer>
      <TriageActions place={{ rows: [], selected: conversation, focusList: () => undefined }} />
      <Overlays />
    </div>
  )
}
