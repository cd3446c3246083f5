import { useEffect } from 'react'
import { useCore } from '../core/core-context.ts'
import { useQuery } from '../core/use-query.ts'
import { placeList } from './navigation.ts'
import { useNavigation } from './navigation-context.ts'
import { usePlaceMemory } from './place-context.ts'
import { sameList } from './place-memory.ts'

/** Remembers where one is, and leaves what is not there any more at the next start. */
export function useRememberedPlace(): void {
  const { client } = useCore()
  const { state, go } = useNavigation()
  const memory = usePlaceMemory()
  const accounts = useQuery('accounts.list', {})
  const views = useQuery('views.list', {})
  const { queue, search, account, conversation } = state

  useEffect(() => {
    const before = memory.place
    const list = placeList({ queue, search, account })
    memory.remember({
      ...(list ?? { queue, view: null, account }),
      conversation,
      ...(list !== null && sameList(list, before) ? {} : { scroll: 0 }),
      ...(conversation === before.conversation ? {} : { mode: 'reply' })
    })
  }, [memory, queue, search, account, conversation])

  const accountGone =
    account !== null && accounts.status === 'ready' && !accounts.rows.some((row) => row.id === account)
  useEffect(() => {
    if (accountGone) go({ to: 'account', account: null })
  }, [accountGone, go])

  const viewGone =
    search !== null && 'view' in search && views.status === 'ready' && !views.rows.some((row) => row.id === search.view)
  useEffect(() => {
    if (viewGone) go({ to: 'queue', queue })
  }, [viewGone, queue, go])

  // Once: the conversation that was open may have gone with its account, or with another data folder.
  useEffect(() => {
    const remembered = memory.place.conversation
    if (remembered === null) return
    client.ask('thread.head', { conversation: remembered }).then(
      (rows) => {
        if (rows.length === 0 && memory.place.conversation === remembered)
          go({ to: 'conversation', conversation: null })
      },
      () => undefined
    )
  }, [client, memory, go])
}
