import { useEffect, useState } from 'react'
import type { QueueId } from '../../../../shared/domain/conversation.ts'
import { useCore } from '../../core/core-context.ts'
import { useQuery } from '../../core/use-query.ts'
import type { ListedSearch } from '../../shell/navigation.ts'
import { keyQuery } from './use-listed-rows.ts'

interface Listed {
  readonly queue: QueueId
  readonly search: ListedSearch | null
  readonly account: string | null
}

/**
 * How many conversations a list has in all; null while nobody knows. Queues are counted anyway. What a search finds beyond
 * the loaded part is counted when somebody begins to choose: with each commit it would cost too much.
 * @param loaded how many there are when all are loaded; null when there may be more
 */
export function useListTotal(
  { queue, search, account }: Listed,
  loaded: number | null,
  choosing: boolean
): number | null {
  const { client } = useCore()
  const counted = useQuery('inbox.counts', { account }).rows.find((row) => row.id === queue)?.total ?? null
  const [found, setFound] = useState<number | null>(null)
  const asks = search !== null && loaded === null && choosing
  useEffect(() => {
    if (!asks) return
    let stale = false
    const { name, params } = keyQuery(queue, search, account)
    client.ask(name, params).then(
      (rows) => {
        if (!stale) setFound(rows.length)
      },
      // Without the number the list can be used all the same.
      () => undefined
    )
    return () => {
      stale = true
    }
  }, [client, asks, queue, search, account])
  return search === null ? counted : (loaded ?? found)
}
