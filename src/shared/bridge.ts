import type { Port } from './contract/frames.ts'
import type { ReportFormat } from './contract/report-input.ts'
import type { LibraryExportFormat } from './domain/library/import-report.ts'
import { portListeners } from './port-listeners.ts'

/** What the page may ask of the desktop in the Electron host, besides the core. Checked again in the main process. */
export type NativeAction =
  | { readonly kind: 'choose-archive' }
  /** Files with canned replies of another system, or of ours. */
  | { readonly kind: 'choose-replies' }
  /** Where canned replies are written to: a file, of `markdown` a folder that is made. */
  | { readonly kind: 'choose-export'; readonly format: LibraryExportFormat }
  | { readonly kind: 'choose-report'; readonly format: ReportFormat }
  /** Where quotes of customers are written to. */
  | { readonly kind: 'choose-quotes' }
  | { readonly kind: 'open-link'; readonly url: string }
  /** A conversation (its key) in a window of its own. */
  | { readonly kind: 'open-conversation'; readonly conversation: string }
  | { readonly kind: 'badge'; readonly count: number }
  | ({ readonly kind: 'notice' } & SystemNoticeWish)

/** What a notification of the desktop says, and how it comes. */
export interface SystemNoticeWish {
  readonly title: string
  readonly body: string
  /** Without the desktop's own sound. */
  readonly silent: boolean
  /** Lets the window's button blink until somebody looks. */
  readonly flash: boolean
}

/** How a notification ended. */
export type NoticeResult = 'clicked' | 'gone'

/** What comes back, by kind. */
export interface NativeResults {
  /** Path of the chosen archive; null when the dialog was left. */
  'choose-archive': string | null
  /** Paths; null when the dialog was left. */
  'choose-replies': readonly string[] | null
  'choose-export': string | null
  'choose-report': string | null
  'choose-quotes': string | null
  'open-link': null
  'open-conversation': null
  badge: null
  /** Comes when the notification is gone. */
  notice: NoticeResult
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
  const listeners = portListeners()
  let open = true

  const stop = bridge.onFrame((frame) => {
    if (frame === null) close()
    else listeners.frame(frame)
  })

  function close(): void {
    if (!open) return
    open = false
    stop()
    listeners.closed()
  }

  return {
    send: (frame) => {
      if (open) bridge.send(frame)
    },
    ...listeners.on,
    close
  }
}
