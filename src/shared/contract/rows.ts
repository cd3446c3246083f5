/**
 * The rows that queries answer with. Times are ms since 1970; `avatar` and media addresses are paths that both hosts
 * serve (`media/…`, relative to the page), or null.
 * @module
 */
import type { ConversationStatus, PreviewKind, QueueId } from '../domain/conversation.ts'
import type { Delivery, Link, MediaKind, OutboxState } from '../domain/message.ts'
import type { ErrorCode } from './errors.ts'

export interface AccountRow {
  /** X's user id of the account. */
  readonly id: string
  readonly username: string
  readonly name: string
  readonly avatar: string | null
  /** True for the practice workspace: the only place where the product says so. */
  readonly practice: boolean
  /** True when the account was only imported from an archive and has no connection to X. */
  readonly archiveOnly: boolean
}

/** A sign-in that is under way (at most one row, id `sign-in`). */
export interface SignInRow {
  readonly id: string
  readonly state: 'waiting' | 'finishing' | 'done' | 'failed'
  /** The page of X to open in a browser. */
  readonly authorizeUrl: string
  readonly redirectUri: string
  readonly account: AccountRow | null
  readonly error: string | null
}

export interface QueueRow {
  readonly id: QueueId
  readonly total: number
  readonly unread: number
}

export interface InboxRow {
  /** Conversation key. */
  readonly id: string
  readonly accountId: string
  readonly group: boolean
  /** The customer's name, or the group's name, or its members' names. */
  readonly title: string
  /** Without @; null for groups and for customers X told nothing about yet. */
  readonly handle: string | null
  readonly avatar: string | null
  readonly status: ConversationStatus
  /** Messages of others since it was last read; a conversation marked unread by hand has at least 1. */
  readonly unread: number
  readonly preview: string
  readonly previewKind: PreviewKind
  /** Who wrote last; `name` in groups only. */
  readonly lastBy: 'us' | 'them' | 'system'
  readonly lastName: string | null
  readonly lastAt: number
  /** Since when the customer waits for an answer; null when nobody waits. */
  readonly waitingSince: number | null
  readonly hasDraft: boolean
  /** Own replies that have not reached X: none, on their way, or in need of an eye. */
  readonly outbox: 'none' | 'pending' | 'attention'
}

export interface Person {
  readonly id: string
  readonly name: string
  readonly handle: string | null
  readonly avatar: string | null
}

/** One row (id = conversation key), none when there is no such conversation. */
export interface ThreadHeadRow extends Person {
  readonly accountId: string
  readonly group: boolean
  readonly status: ConversationStatus
  readonly unread: number
  readonly waitingSince: number | null
  /** Members besides the account, for groups: those who are in it now. */
  readonly members: readonly Person[]
  /** False when replies cannot be sent: archive-only account. */
  readonly canReply: boolean
  readonly messageCount: number
  readonly firstAt: number
}

export interface MediaItem {
  readonly key: string
  readonly kind: MediaKind
  /** Path of the file itself; null when X or the archive does not have it. */
  readonly src: string | null
  readonly poster: string | null
  /** Pixels; null when unknown. */
  readonly width: number | null
  readonly height: number | null
  readonly durationMs: number | null
  readonly alt: string | null
}

export interface Reaction {
  readonly key: string
  readonly by: readonly string[]
}

export interface MessageRow {
  readonly kind: 'message'
  /** X's event id, or `outbox:ID` until X has confirmed it. */
  readonly id: string
  readonly at: number
  readonly author: Person
  readonly us: boolean
  readonly text: string
  readonly links: readonly Link[]
  readonly media: readonly MediaItem[]
  readonly reactions: readonly Reaction[]
  readonly delivery: Delivery
  readonly outboxId: string | null
  /** Why it is held up, for failed, unknown and needs-attention. */
  readonly reason: string | null
  /** When it leaves, while held. */
  readonly heldUntil: number | null
}

export interface MemberChangeRow {
  readonly kind: 'member'
  readonly id: string
  readonly at: number
  readonly change: 'join' | 'leave' | 'rename' | 'created'
  readonly by: Person | null
  readonly people: readonly Person[]
  readonly name: string | null
}

/** Oldest first. */
export type ThreadRow = MessageRow | MemberChangeRow

/** One row (id = conversation key). */
export interface CustomerRow {
  readonly id: string
  readonly group: boolean
  readonly people: readonly CustomerProfile[]
  readonly firstContactAt: number
  readonly lastContactAt: number
  readonly received: number
  readonly sent: number
  /** Other conversations with the same customer, newest first. */
  readonly others: readonly { readonly key: string; readonly title: string; readonly lastAt: number }[]
}

export interface CustomerProfile extends Person {
  readonly description: string | null
  readonly location: string | null
  readonly verified: boolean
  readonly protected: boolean
  readonly followers: number | null
  readonly following: number | null
  readonly joinedXAt: number | null
  readonly canReceiveDm: boolean | null
  /** True until X has answered who this is. */
  readonly unknown: boolean
}

export interface DraftRow {
  /** Conversation key. */
  readonly id: string
  readonly text: string
  readonly updatedAt: number
}

export interface OutboxRow {
  readonly id: string
  /** Conversation key. */
  readonly conversation: string
  readonly title: string
  readonly text: string
  readonly state: OutboxState
  readonly eventId: string | null
  readonly reason: string | null
  readonly createdAt: number
  readonly heldUntil: number | null
  /** Earliest time of the next attempt; null when it only waits its turn. */
  readonly notBefore: number | null
}

export type SyncPhase =
  | 'starting'
  | 'first-sync'
  | 'syncing'
  | 'idle'
  | 'rate-limited'
  | 'offline'
  | 'out-of-credits'
  | 'sign-in-needed'
  | 'not-connected'

/** One row per account (id = account id). */
export interface SyncRow {
  readonly id: string
  readonly phase: SyncPhase
  /** One sentence about what is wrong; null when all is well. */
  readonly problem: string | null
  readonly lastSyncAt: number | null
  readonly nextSyncAt: number | null
  /** During the first sync: what has come so far. */
  readonly progress: { readonly pages: number; readonly events: number; readonly oldestAt: number | null } | null
  /** Requests left in the current window of X's rate limit; null before the first answer. */
  readonly reads: RateLeft | null
  readonly sends: RateLeft | null
  readonly costTodayUsd: number
  readonly outboxWaiting: number
}

export interface RateLeft {
  readonly limit: number
  readonly remaining: number
  readonly resetAt: number
}

export interface MessageHit {
  /** X's event id, or the row id of the thread. */
  readonly id: string
  readonly conversation: string
  readonly title: string
  readonly handle: string | null
  readonly avatar: string | null
  readonly authorName: string
  readonly us: boolean
  readonly at: number
  /** The part of the text around the hit; `marks` are [start, end) offsets into it. */
  readonly snippet: string
  readonly marks: readonly (readonly [number, number])[]
}

export interface CustomerHit extends Person {
  /** Conversation key of the 1:1 conversation (row id is the user id). */
  readonly conversation: string
  readonly lastAt: number
  readonly nameMarks: readonly (readonly [number, number])[]
  readonly handleMarks: readonly (readonly [number, number])[]
}

/** A long job (import, export). */
export interface JobRow {
  readonly id: string
  readonly kind: 'import' | 'export'
  readonly label: string
  readonly state: 'running' | 'done' | 'failed' | 'cancelled'
  /** 0 to 1; null when unknown. */
  readonly progress: number | null
  readonly detail: string
  readonly error: { readonly code: ErrorCode; readonly message: string } | null
  readonly result: unknown
}

export interface SettingRow {
  /** The setting's name. */
  readonly id: string
  readonly value: unknown
}

export interface UndoRow {
  readonly id: string
  readonly label: string
  readonly at: number
}

/** A line of `doctor`. */
export interface CheckRow {
  readonly id: string
  readonly state: 'ok' | 'warning' | 'failed'
  readonly title: string
  readonly detail: string
  readonly advice: string | null
}
