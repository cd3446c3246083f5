import type { EventKind, Link, MediaKind } from '../../../shared/domain/message.ts'

/** A picture, GIF, video or voice clip of a message, as X or an archive names it. Sizes in pixels, durations in ms. */
export interface IncomingMedia {
  /** X's media key (`3_1136…`), or one made from the archive's path; unique inside a message. */
  readonly key: string
  readonly kind: MediaKind
  /** Where the bytes are to be had: an https address of X, or null when only `localFile` is known. */
  readonly url: string | null
  readonly previewUrl: string | null
  readonly width: number | null
  readonly height: number | null
  readonly durationMs: number | null
  readonly altText: string | null
  /** For archives: how the media source names the file (`direct_messages_media/ID-NAME.jpg`). */
  readonly localFile: string | null
}

export interface IncomingReaction {
  readonly senderId: string
  readonly key: string
  readonly eventId: string | null
  readonly at: number
}

/**
 * One event of a conversation, whatever door it came through (API page, Activity stream, archive, own send).
 * Everything is already checked: ids are digits, times are ms since 1970, the conversation id is in normal form.
 */
export interface IncomingEvent {
  /** X's event id: the merge key. Null for member changes of an archive, which carry none. */
  readonly id: string | null
  readonly kind: EventKind
  readonly conversationId: string
  readonly at: number
  /** Who did it; null where X does not say. */
  readonly senderId: string | null
  readonly text: string
  readonly links: readonly Link[]
  readonly media: readonly IncomingMedia[]
  readonly reactions: readonly IncomingReaction[]
  /** Whom it concerns: who joined or left, the members at creation, the recipient of a 1:1 message where known. */
  readonly userIds: readonly string[]
  /** The new name, for `rename`. */
  readonly name: string | null
}

/** A profile as X returns it. Absent fields are null, never guessed. */
export interface IncomingUser {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly avatarUrl: string | null
  readonly description: string | null
  readonly location: string | null
  readonly verified: boolean
  readonly protected: boolean
  readonly followers: number | null
  readonly following: number | null
  /** When the X account was made, ms since 1970. */
  readonly createdAt: number | null
  readonly canReceiveDm: boolean | null
  /** How the account that asked and this user stand to each other. */
  readonly connection: { readonly following: boolean; readonly follower: boolean } | null
}
