import type { WireError } from '../../shared/contract/errors.ts'

/** What the core worker is started with. */
export interface WorkerStart {
  readonly dataDir: string
  readonly secretsKind: 'keychain' | 'file' | 'memory'
  /** The preferences as they are at the start; changes come back as `setting`. */
  readonly settings: Record<string, unknown>
}

/** A file's description; its bytes follow as chunks, each asked for with `media-next`. */
export interface MediaHead {
  readonly contentType: string
  readonly size: number
  readonly start: number
  readonly end: number
}

/** Main process to core worker. `port` numbers a client, `id` a request. */
export type ToWorker =
  | { readonly t: 'open'; readonly port: number }
  | { readonly t: 'frame'; readonly port: number; readonly frame: string }
  | { readonly t: 'close-port'; readonly port: number }
  | {
      readonly t: 'media'
      readonly id: number
      readonly path: string
      readonly range: { readonly start: number; readonly end: number | null } | null
    }
  | { readonly t: 'media-next'; readonly id: number }
  | { readonly t: 'media-stop'; readonly id: number }
  | { readonly t: 'attach'; readonly id: number; readonly conversation: string | null; readonly name: string }
  /** Asked for with `attach-next`; `chunk` null is the end, `broken` means that there will be no end. */
  | { readonly t: 'attach-chunk'; readonly id: number; readonly chunk: Uint8Array | null; readonly broken: boolean }
  | { readonly t: 'secret'; readonly id: number; readonly value: string | null; readonly problem: WireError | null }
  | { readonly t: 'resumed' }
  | { readonly t: 'close' }

/** Core worker to main process. */
export type FromWorker =
  | { readonly t: 'ready' }
  | { readonly t: 'refused'; readonly problem: WireError }
  | { readonly t: 'frame'; readonly port: number; readonly frame: string }
  | { readonly t: 'port-closed'; readonly port: number }
  | { readonly t: 'media'; readonly id: number; readonly head: MediaHead | null }
  /** `chunk` null: the end. */
  | { readonly t: 'media-chunk'; readonly id: number; readonly chunk: Uint8Array | null }
  | { readonly t: 'media-failed'; readonly id: number }
  | { readonly t: 'attach-next'; readonly id: number }
  | {
      readonly t: 'attached'
      readonly id: number
      readonly attachment: string | null
      readonly problem: WireError | null
    }
  | {
      readonly t: 'secret'
      readonly id: number
      readonly action: 'get' | 'set' | 'delete'
      readonly name: string
      readonly value: string | null
    }
  | { readonly t: 'setting'; readonly name: string; readonly value: unknown }
  | { readonly t: 'closed' }
