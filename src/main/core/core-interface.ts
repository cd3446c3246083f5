import type { Port } from '../../shared/contract/frames.ts'

/** A file that the console shows: an avatar, a picture, a clip. */
export interface MediaFile {
  readonly contentType: string
  /** Bytes of the whole file. */
  readonly size: number
  /** The part that is sent, both ends inclusive. */
  readonly start: number
  readonly end: number
  readonly body: AsyncIterable<Uint8Array>
}

/** What a host gets from `createCore`. */
export interface Core {
  /** Serves one client (a window, a browser tab, a command) until its port closes. */
  connect(port: Port): void
  /**
   * A file behind a `media/…` path of the rows (`path` without the leading `media/`), fetched from X when it is not
   * here yet. Null when there is no such file or it cannot be had now.
   * @param range bytes wanted, both ends inclusive; `end` null means to the end.
   */
  media(path: string, range: { start: number; end: number | null } | null): Promise<MediaFile | null>
  /** Finishes what is under way, saves and closes the database. Safe to call twice. */
  close(): Promise<void>
}
