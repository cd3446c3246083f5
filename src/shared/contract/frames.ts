import { z } from 'zod'
import type { WireError } from './errors.ts'

/** Raised when frames change their meaning; a client of another version is told to reload. */
export const PROTOCOL_VERSION = 1

/** A two-way pipe for frames (JSON strings): Electron's bridge, a WebSocket, a worker port or memory. */
export interface Port {
  send(frame: string): void
  /** Called for each frame, in order. The returned function stops it. */
  onFrame(listener: (frame: string) => void): () => void
  /** Called once when the other side is gone. */
  onClose(listener: () => void): () => void
  close(): void
}

const id = z.number().int().nonnegative()

/** Client to core. `sub` keeps a query live, `ask` runs it once, `cmd` changes something. */
export const UpFrame = z.discriminatedUnion('t', [
  z.object({ t: z.literal('hello'), v: z.number() }),
  z.object({ t: z.literal('sub'), id, q: z.string(), p: z.unknown() }),
  z.object({ t: z.literal('unsub'), id }),
  z.object({ t: z.literal('ask'), id, q: z.string(), p: z.unknown() }),
  z.object({ t: z.literal('cmd'), id, commandId: z.string().min(1).max(200), name: z.string(), input: z.unknown() })
])
export type UpFrame = z.infer<typeof UpFrame>

/** A row of a query: `id` is its key inside that query's answer. */
export interface Row {
  readonly id: string
}

/**
 * What changed in one subscription: rows that are new or different, and, when the order or membership changed, the part
 * of the list of ids that differs (`remove` ids at `at` are replaced by `ids`).
 */
export interface SubPatch {
  readonly id: number
  readonly rows: readonly Row[]
  readonly splice?: { readonly at: number; readonly remove: number; readonly ids: readonly string[] }
}

/** Core to client. One `patch` frame per commit carries every affected subscription, so that panes never disagree. */
export type DownFrame =
  | { t: 'hello'; v: number }
  | ({ t: 'fatal' } & WireError)
  | { t: 'snap'; id: number; rows: readonly Row[] }
  | { t: 'patch'; subs: readonly SubPatch[] }
  | { t: 'done'; id: number; result: unknown }
  | ({ t: 'fail'; id: number } & WireError)

export function encodeFrame(frame: UpFrame | DownFrame): string {
  return JSON.stringify(frame)
}
