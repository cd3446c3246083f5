import { useEffect } from 'react'
import type { QueueRow } from '../../../shared/contract/rows.ts'
import type { BadgeCount } from '../../../shared/domain/notice-plan.ts'
import { useCore } from '../core/core-context.ts'
import { useQuery, useRow } from '../core/use-query.ts'

/** What the agent wants to have counted, in the title of the window, and on the app's icon where there is one. */
export function WindowTitle() {
  const { native } = useCore()
  const counts = useQuery('inbox.counts', { account: null }).rows
  const count = counted(counts, useRow('attention.plan', {})?.plan.badge ?? 'unread')
  useEffect(() => {
    document.title = count === 0 ? 'Backchannel' : `(${count}) Backchannel`
    void native?.({ kind: 'badge', count })
  }, [native, count])
  return null
}

function counted(counts: readonly QueueRow[], what: BadgeCount): number {
  const row = (id: QueueRow['id']): QueueRow | undefined => counts.find((each) => each.id === id)
  switch (what) {
    case 'none':
      return 0
    case 'mine':
      return row('mine')?.unread ?? 0
    case 'waiting':
      return row('waiting-on-us')?.total ?? 0
    default:
      return row(what)?.total ?? 0
  }
}
