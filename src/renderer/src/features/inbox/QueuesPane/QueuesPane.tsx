import type { CSSProperties } from 'react'
import { t } from '../../../i18n/t.ts'
import { z } from 'zod'
import { type QueueId, queueIds } from '../../../../../shared/domain/conversation.ts'
import { useQuery } from '../../../core/use-query.ts'
import { useSetting } from '../../../core/use-setting.ts'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { AccountFilter } from '../../accounts/AccountFilter/AccountFilter.tsx'
import { queueWords } from '../queue-words.ts'
import { inChosenOrder } from './order.ts'
import { OrderedPlaces } from './OrderedPlaces.tsx'
import type { PlaceEntry } from './PlaceItem.tsx'
import classes from './QueuesPane.module.css'
import { ViewPlaces } from './ViewPlaces.tsx'

/** Queues in which everything is done with: what is unread there does not press. */
const atRest: readonly QueueId[] = ['resolved', 'spam']
const order = z.array(z.string())

/** The queues with their live counts, and the saved views. */
export function QueuesPane({ style }: { readonly style?: CSSProperties }) {
  const { state, go } = useNavigation()
  const counts = useQuery('inbox.counts', { account: state.account }).rows
  const [chosen, choose] = useSetting('queues.order', order, [])
  const places = inChosenOrder(queueIds, chosen).map((queue): PlaceEntry => {
    const count = counts.find((row) => row.id === queue)
    return {
      id: queue,
      title: t(queueWords[queue].title),
      mark: null,
      total: count?.total ?? null,
      unread: count !== undefined && count.unread > 0 && !atRest.includes(queue),
      current: state.view === 'inbox' && state.search === null && state.queue === queue,
      trouble: null,
      action: queueWords[queue].action,
      onOpen: () => go({ to: 'queue', queue })
    }
  })
  return (
    <nav className={classes.root} style={style} aria-label={t('Queues')}>
      <AccountFilter account={state.account} onChange={(account) => go({ to: 'account', account })} />
      <OrderedPlaces label={t('Queues')} places={places} onMove={(_moved, _to, ids) => choose([...ids])} />
      <ViewPlaces />
    </nav>
  )
}
