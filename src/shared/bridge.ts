import type { Port } from './contract/frames.ts'

/** What the page may ask of the desktop in the Electron host, besides the core. Checked again in the main process. */
export type NativeAction =
  | { readonly kind: 'choose-archive' }
  | { readonly kind: 'open-link'; readonly url: string }
  | { readonly kind: 'badge'; readonly count: number }

/** What comes back, by kind. */
export interface NativeResults {
  /** Path of the chosen archive; null when the dialog was left. */
  'choose-archive': string | null
  'open-link': null
  badge: null
}

/** The whole preload: frames up, frames down, a few native actions. Absent in the browser host. */
export interface Bridge {
  send(frame: string): void
  /** `null` instead of a frame: the core was started again; say hello once more. Returns the function that stops it. */
  onFrame(listener: (frame: string | null) => void): () => void
  native<A extends NativeAction>(action: A): Promise<NativeResults[A['kind']]>
}

/** One connection over the bridge. It closes when the core was started again; a new one can be made at once. */
export function bridgePort(bridge: Bridge): Port {
  const frameListeners = new Set<(frame: string) => void>()
  const closeListeners = new Set<() => void>()
  let open = true

  const stop = bridge.onFrame((frame) => {
    if (frame === null) close()
    else for (const listener of frameListeners) listener(frame)
  })

  function close(): void {
    if (!open) return
    open = false
    stop()
    for (const listener of closeListeners) listener()
  }

  return {
    send: (frame) => {
      if (open) bridge.send(frame)
    },
    onFrame: (listener) => {
      frameListeners.add(listener)
      return () => frameListeners.delete(listener)
    },
    onClose: (listener) => {
      closeListeners.add(listener)
      return () => closeListeners.delete(listener)
    },
    close
  }
}
