import { useSyncExternalStore } from 'react'
import type { Connection } from '../../../shared/core-client.ts'
import { useCore } from './core-context.ts'

/** How the window stands to the core. */
export function useConnection(): Connection {
  const { client } = useCore()
  return useSyncExternalStore(
    (listener) => client.onConnection(listener),
    () => client.connection
  )
}
