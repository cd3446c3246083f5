import type { QueryName, QueryParams } from '../../../shared/contract/queries.ts'
import type { ViewStore } from '../core/view-store.ts'
import { firstLimit } from '../features/inbox/list-limit.ts'
import { openThread } from '../features/thread/thread-window.ts'
import type { Place } from './place-memory.ts'

/** Longer than this an empty frame is better than nothing. Milliseconds. */
const PATIENCE_MS = 150

/**
 * Asks for what the first picture shows before it is drawn: the core answers while the page is still being read, and the
 * picture is drawn once, not empty first and then again.
 * @returns when all of it is here, or patience has ended
 */
export async function firstAnswers(store: ViewStore, place: Place): Promise<void> {
  const { queue, account, conversation, scroll } = place
  const wanted = [
    answer(store, 'settings.list', {}),
    answer(store, 'accounts.list', {}),
    answer(store, 'views.list', {}),
    answer(store, 'tags.list', {}),
    answer(store, 'team.list', {}),
    answer(store, 'inbox.counts', { account }),
    ...(scroll === 0 ? [answer(store, 'inbox.list', { queue, account, limit: firstLimit(0) })] : [])
  ]
  if (conversation !== null) {
    openThread(store, conversation)
    wanted.push(answer(store, 'thread.head', { conversation }))
  }
  await Promise.race([Promise.all(wanted), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))])
}

function answer<N extends QueryName>(store: ViewStore, name: N, params: QueryParams<N>): Promise<void> {
  return new Promise((resolve) => {
    const isHere = (): boolean => store.peek(name, params).status !== 'loading'
    const stop = store.use(name, params, () => {
      if (!isHere()) return
      // It stays live for a while without users: until the picture uses it.
      queueMicrotask(stop)
      resolve()
    })
  })
}
