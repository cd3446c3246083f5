import { Drawer } from '@mantine/core'
import { t } from '../../i18n/t.ts'
import { CustomerCard, CustomerPane } from '../../features/customers/CustomerPane/CustomerPane.tsx'
import { InboxPane } from '../../features/inbox/InboxPane/InboxPane.tsx'
import { QueuesPane } from '../../features/inbox/QueuesPane/QueuesPane.tsx'
import { NoThread } from '../../features/thread/ThreadPane/NoThread.tsx'
import { ThreadPane } from '../../features/thread/ThreadPane/ThreadPane.tsx'
import { ErrorBoundary } from '../ErrorBoundary/ErrorBoundary.tsx'
import { listKey } from '../navigation.ts'
import { useNavigation } from '../navigation-context.ts'
import { PaneHandle } from '../PaneHandle/PaneHandle.tsx'
import type { Panes } from '../use-panes.ts'

export interface WorkspaceProps {
  readonly panes: Panes
  /** The customer as a drawer, where there is no room for a column. */
  readonly drawerOpened: boolean
  readonly onCloseDrawer: () => void
}

/** Queues, conversations, thread and customer side by side, as far as the window has room. */
export function Workspace({ panes, drawerOpened, onCloseDrawer }: WorkspaceProps) {
  const { state } = useNavigation()
  const { layout, preview, commit } = panes
  const { conversation } = state
  const single = layout.mode === 'single'
  const listHidden = single && state.front === 'thread' && conversation !== null
  const threadHidden = single && !listHidden
  return (
    <>
      {layout.queues === 0 ? null : (
        <>
          <QueuesPane style={{ width: layout.queues }} />
          <PaneHandle
            pane="queues"
            label={t('Width of the queues')}
            width={layout.queues}
            side="before"
            onDrag={(queues) => preview({ queues })}
            onCommit={(queues) => commit({ queues })}
          />
        </>
      )}
      <ErrorBoundary what={t('The list')} resetKey={listKey(state)}>
        <InboxPane
          key={`${listKey(state)} ${state.account ?? ''}`}
          queue={state.queue}
          search={state.search}
          account={state.account}
          hidden={listHidden}
          style={single ? { flex: 1 } : { width: layout.list }}
        />
      </ErrorBoundary>
      {single ? null : (
        <PaneHandle
          pane="list"
          label={t('Width of the conversation list')}
          width={layout.list}
          side="before"
          onDrag={(list) => preview({ list })}
          onCommit={(list) => commit({ list })}
        />
      )}
      {threadHidden ? null : (
        <ErrorBoundary what={t('The conversation')} resetKey={conversation}>
          {conversation === null ? (
            <NoThread />
          ) : (
            <ThreadPane
              conversation={conversation}
              withBack={single}
              customerShown={layout.customerAsDrawer ? drawerOpened : layout.customer > 0}
            />
          )}
        </ErrorBoundary>
      )}
      {layout.customer === 0 ? null : (
        <>
          <PaneHandle
            pane="customer"
            label={t('Width of the customer')}
            width={layout.customer}
            side="after"
            onDrag={(customer) => preview({ customer })}
            onCommit={(customer) => commit({ customer })}
          />
          <ErrorBoundary what={t('The customer')} resetKey={conversation}>
            <CustomerPane conversation={conversation} style={{ width: layout.customer }} />
          </ErrorBoundary>
        </>
      )}
      <Drawer
        opened={drawerOpened && layout.customerAsDrawer && conversation !== null}
        onClose={onCloseDrawer}
        position="right"
        size={320}
        title={t('Customer')}
        padding={0}
        styles={{ header: { paddingBlock: 8, paddingInline: '16px 8px' } }}
      >
        {conversation === null ? null : <CustomerCard conversation={conversation} />}
      </Drawer>
    </>
  )
}
