import { createContext, useContext } from 'react'
import type { CoreClient } from '../../../shared/core-client.ts'
import type { Bridge } from '../../../shared/bridge.ts'
import type { ViewStore } from './view-store.ts'
import type { WindowMeter } from './window-meter.ts'

export interface CoreAccess {
  readonly client: CoreClient
  readonly store: ViewStore
  readonly meter: WindowMeter
  /** Null in the browser host. */
  readonly native: Bridge['native'] | null
}

export const CoreContext = createContext<CoreAccess | null>(null)

export function useCore(): CoreAccess {
  const core = useContext(CoreContext)
  if (!core) throw new Error('useCore needs a CoreContext above it.')
  return core
}
