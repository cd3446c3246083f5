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

/** A file for the draft of a conversation, or for a canned reply. */
export interface NewAttachment {
  /** Conversation key; null: for a canned reply that is being written. */
  readonly conversation: string | null
  /** The file's name on the agent's disk, without a folder. */
  readonly name: string
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
  /**
   * Takes a file into the draft of a conversation, checked by its content and kept encrypted; one per draft. For a canned
   * reply it is only kept, and the answer is its hash: the version that is saved names it.
   * @throws AppError invalid-input with what to do instead, not-found, not-allowed
   */
  attach(given: NewAttachment): Promise<{ attachment: string }>
  /** The computer was asleep: everything is looked at anew. Called by hosts that are told; the core notices by itself, too. */
  resumed(): void
  /** Finishes what is under way, saves and closes the database. Safe to call twice. */
  close(): Promise<void>
}
