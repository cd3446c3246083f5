import type { PracticeClock } from '../deps.ts'
import { snowflake } from './snowflake.ts'

/** What somebody uploads, or has uploaded, to be attached to a message. */
export interface Upload {
  readonly id: string
  readonly key: string
  readonly userId: string
  readonly mediaType: string
  readonly category: string
  readonly totalBytes: number
  readonly shared: boolean
  /** Milliseconds since 1970. */
  readonly startedAt: number
  readonly segments: Map<number, Buffer>
  /** All of it, once it is finished. */
  bytes: Buffer | null
  /** When the processing is over; null before it is finished. */
  readyAt: number | null
}

/**
 * Uploads live in memory only: X forgets them after a day anyway. They outlive the server, because a world that is
 * served again at the same address is the same X.
 */
export interface UploadStore {
  /** How long X works on a GIF or a video, in ms; pictures are ready at once. */
  processingMs: number
  /** Whether a message takes shared uploads only, as one client of X reports (x-api.md 1.9). */
  demandShared: boolean
  /** Whether X fails to process what is finished from now on. */
  failProcessing: boolean
  /** @param prefix of the media key, which tells its kind. */
  add(prefix: string, upload: Omit<Upload, 'id' | 'key' | 'segments' | 'bytes' | 'readyAt' | 'startedAt'>): Upload
  /** Undefined when it never was, or is older than a day. */
  find(id: string): Upload | undefined
  all(): readonly Upload[]
  /** For tests: X has lost everything. */
  forgetAll(): void
}

export const UPLOAD_LIFE_MS = 24 * 3_600_000

export function createUploadStore(clock: PracticeClock): UploadStore {
  const uploads = new Map<string, Upload>()
  let sequence = 0
  return {
    processingMs: 2_000,
    demandShared: false,
    failProcessing: false,
    add(prefix, given) {
      sequence += 1
      const startedAt = clock.now()
      const id = snowflake(startedAt, sequence)
      const key = `${prefix}_${id}`
      const upload: Upload = { ...given, id, key, startedAt, segments: new Map(), bytes: null, readyAt: null }
      uploads.set(upload.id, upload)
      return upload
    },
    find(id) {
      const upload = uploads.get(id)
      if (upload === undefined || clock.now() - upload.startedAt < UPLOAD_LIFE_MS) return upload
      uploads.delete(id)
      return undefined
    },
    all: () => [...uploads.values()],
    forgetAll: () => uploads.clear()
  }
}
