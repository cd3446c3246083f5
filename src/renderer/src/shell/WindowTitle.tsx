import { useEffect } from 'react'
import { useCore } from '../core/core-context.ts'
import { useQuery } from '../core/use-query.ts'

/** Unread conversations in the title of the window, and on the app's icon where there is one. */
export function WindowTitle() {
  const { native } = useCore()
  const unread = useQuery('inbox.counts', { account: null }).rows.find((row) => row.id === 'unread')?.total ?? 0
  useEffect(() => {
    document.title = unread === 0 ? 'Backchannel' : `(${unread}) Backchannel`
    void native?.({ kind: 'badge', count: unread })
  }, [native, unread])
  return null
}
