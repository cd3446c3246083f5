/**
 * The rows that queries answer with. Times are ms since 1970; `avatar` and media addresses are paths that both hosts
 * serve (`media/…`, relative to the page), or null.
 * @module
 */
import type { JobKind } from '../domain/job.ts'
import type { PreviewKind, QueueId } from '../domain/conversation.ts'
import type { DraftMode, VersionReason } from '../domain/draft.ts'
import type { Delivery, Link, MediaKind, OutboxState } from '../domain/message.ts'
import type { WireError } from './errors.ts'
import type { CustomerTalk } from './customer-rows.ts'
import type { Triage } from './triage-rows.ts'

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
  /** Handle of the account that signs in again; null for a new connection. */
  readonly again: string | null
  readonly account: AccountRow | null
  readonly error: string | null
}

export interface QueueRow {
  readonly id: QueueId
  readonly total: number
  readonly unread: number
}

export interface InboxRow extends Triage {
  /** Conversation key. */
  readonly id: string
  readonly accountId: string
  readonly group: boolean
  /** The customer's name, or the group's name, or its members' names. */
  readonly title: string
  /** Without @; null for groups and for customers X told nothing about yet. */
  readonly handle: string | null
  readonly avatar: string | null
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
  /** Own replies that have not reached X: none, waiting for their time, on their way, or in need of an eye. */
  readonly outbox: 'none' | 'scheduled' | 'pending' | 'attention'
  /** We take no messages of this customer. */
  readonly blocked: boolean
}

/** Whether we take somebody's messages, as the agent wants it. */
export interface BlockState {
  readonly blocked: boolean
  /** X does not know of the last change yet. */
  readonly pending: boolean
}

export interface Person {
  readonly id: string
  readonly name: string
  readonly handle: string | null
  readonly avatar: string | null
}

/** One row (id = conversation key), none when there is no such conversation. */
export interface ThreadHeadRow extends Person, Triage {
  readonly accountId: string
  readonly group: boolean
  readonly unread: number
  readonly waitingSince: number | null
  /** Members besides the account, for groups: those who are in it now. */
  readonly members: readonly Person[]
  /** False when replies cannot be sent: see `closed`. */
  readonly canReply: boolean
  /** Why nothing can be written: an account without a connection, somebody we blocked, a group this account is not in. */
  readonly closed: 'archive' | 'blocked' | 'left' | null
  /** Null for groups: there each member has one of their own. */
  readonly block: BlockState | null
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

/** What a draft or a reply on its way takes along (at most one). */
export interface AttachmentRow {
  readonly id: string
  /** The file's name on the agent's disk. */
  readonly name: string
  /** Bytes. */
  readonly size: number
  readonly item: MediaItem
}

/** How far an attachment is on its way to X. */
export interface UploadProgress {
  /** `processing`: X has all of it and makes it ready. */
  readonly phase: 'uploading' | 'processing'
  /** 0 to 100; null when X does not say. */
  readonly percent: number | null
}

/**
 * What only the agent can decide about a reply. `share`: X takes the attachment only if anybody who has its link may open
 * it.
 */
export type ReplyQuestion = 'share'

/** How much of the disk pictures, clips and faces take (one row, id `media`). Bytes. */
export interface MediaUsageRow {
  readonly id: string
  readonly files: number
  readonly bytes: number
  /** What X would give again. */
  readonly evictable: number
  readonly ceiling: number
}

/** An account (the row's id) whose attachments X may make reachable by their link. */
export interface ConsentRow {
  readonly id: string
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
  /** It is about to be deleted, and can be kept until then. */
  readonly deleting: { readonly requestId: string; readonly at: number } | null
  /** When it is to leave, for a reply that was written for later. */
  readonly scheduledAt: number | null
  /** What the agent is asked about before it leaves. */
  readonly changes: readonly OutboxChange[]
  /** This reply had been sent before without an answer, and both arrived: the customer has it twice. */
  readonly repeated: boolean
  /** The attachment's way to X; null when there is none, before it begins and when it is done. */
  readonly upload: UploadProgress | null
  readonly asks: ReplyQuestion | null
}

/** What happened after a reply was written; the first of them stopped its departure. */
export type OutboxChange =
  | {
      /** The customer (in a group: anybody else), or this account from somewhere else than this outbox. */
      readonly kind: 'customer-wrote' | 'answered'
      /** Of the first of the messages. */
      readonly at: number
      /** All of them; `messages` are the first few. */
      readonly count: number
      readonly messages: readonly MessageExcerpt[]
    }
  | {
      /** The state of the conversation changed, or the agent blocked the customer. */
      readonly kind: 'resolved' | 'reopened' | 'blocked'
      readonly at: number
    }
  | {
      /** It was sent at `at`, no answer came, and X does not show it. */
      readonly kind: 'not-shown'
      readonly at: number
      /** How often X was looked at since. */
      readonly looks: number
      /** False when X did not let the conversation be read: then nothing is known. */
      readonly readable: boolean
      /** Messages that may be it: the same text, but the clocks do not tell. */
      readonly messages: readonly MessageExcerpt[]
    }

export interface MessageExcerpt {
  /** X's event id. */
  readonly id: string
  readonly at: number
  readonly author: string
  /** The first 200 characters as people read them; empty for a message without text. */
  readonly text: string
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

/** An internal note: never sent to X. */
export interface NoteRow {
  readonly kind: 'note'
  /** `note:ID` */
  readonly id: string
  readonly noteId: string
  readonly at: number
  readonly text: string
  /** Ids of the members it mentions. */
  readonly mentions: readonly string[]
  /** When it was changed last; null when it is as it was written. */
  readonly editedAt: number | null
}

/** Oldest first. */
export type ThreadRow = MessageRow | MemberChangeRow | NoteRow

/** One row (id = conversation key). */
export interface CustomerRow {
  readonly id: string
  readonly group: boolean
  /** The members of a group; else who the conversation is with, and then whoever is the same customer. */
  readonly people: readonly CustomerProfile[]
  readonly firstContactAt: number
  readonly lastContactAt: number
  readonly received: number
  readonly sent: number
  /** Other conversations with the same customer, newest first; on all our accounts, and in groups. */
  readonly others: readonly CustomerTalk[]
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
  readonly block: BlockState
}

/** One row (row id is the user id), none while nobody knows this person. */
export interface ProfileRow extends CustomerProfile {
  /** When X told this, ms since 1970; null when it never did. */
  readonly fetchedAt: number | null
  /** The conversation with this person that has something in it. */
  readonly conversation: string | null
}

/** Somebody known here, to write to (row id is the user id). */
export interface KnownPerson extends Person {
  readonly canReceiveDm: boolean | null
  /** The conversation of the asked account with this person that has something in it. */
  readonly conversation: string | null
  readonly lastAt: number | null
  readonly nameMarks: readonly (readonly [number, number])[]
  readonly handleMarks: readonly (readonly [number, number])[]
}

export type RequestKind = 'block' | 'unblock' | 'delete-message'

/** Something besides a reply that X does not know of yet. What is done is no row any more. */
export interface RequestRow {
  readonly id: string
  readonly kind: RequestKind
  /** Conversation key. */
  readonly conversation: string
  readonly title: string
  readonly state: 'held' | 'queued' | 'failed'
  readonly reason: string | null
  readonly createdAt: number
  readonly heldUntil: number | null
  /** Earliest time of the next attempt; null when it only waits its turn. */
  readonly notBefore: number | null
}

export interface DraftRow {
  /** Conversation key. */
  readonly id: string
  readonly mode: DraftMode
  readonly text: string
  readonly revision: string
  /** True when a reply that was taken back stands in front of what was typed. */
  readonly returned: boolean
  readonly updatedAt: number
}

/** An earlier text of a draft, newest first. */
export interface DraftVersionRow {
  readonly id: string
  readonly text: string
  readonly reason: VersionReason
  readonly at: number
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
  /** When it is to leave, for a reply that was written for later. */
  readonly scheduledAt: number | null
  /** What the agent is asked about before it leaves. */
  readonly changes: readonly OutboxChange[]
  /** Earliest time of the next attempt; null when it only waits its turn. */
  readonly notBefore: number | null
  readonly attachment: AttachmentRow | null
  readonly upload: UploadProgress | null
  readonly asks: ReplyQuestion | null
}

export type SyncPhase =
  | 'starting'
  | 'first-sync'
  | 'syncing'
  /** The newest messages are here; between them and the older ones some are missing, and come as X’s limits allow. */
  | 'catching-up'
  | 'idle'
  | 'rate-limited'
  | 'offline'
  | 'out-of-credits'
  | 'sign-in-needed'
  /** The team's own ceiling on costs is reached: reading pauses. */
  | 'cost-ceiling'
  | 'not-connected'

/** One row per account (id = account id). */
export interface SyncRow {
  readonly id: string
  readonly phase: SyncPhase
  /** One sentence about what is wrong; null when all is well. */
  readonly problem: string | null
  readonly lastSyncAt: number | null
  readonly nextSyncAt: number | null
  /** During the first sync, and while catching up: what has come so far. */
  readonly progress: { readonly pages: number; readonly events: number; readonly oldestAt: number | null } | null
  /** Requests left in the current window of X's rate limit; null before the first answer. */
  readonly reads: RateLeft | null
  readonly sends: RateLeft | null
  /** The same for 24 hours; null where X has no such limit. */
  readonly sendsDay: RateLeft | null
  readonly costTodayUsd: number
  readonly outboxWaiting: number
  /** Replies that leave by themselves, and when the last of them does, as far as the limits go. */
  readonly queue: { readonly count: number; readonly lastAt: number } | null
  readonly live: LiveLine
}

/** How messages arrive: at once over X's Activity stream, or by looking for them now and then. */
export interface LiveLine {
  /** `off`: no app bearer token, so polling alone. `waiting`: broken off, tried again. `refused`: X does not allow it now. */
  readonly state: 'off' | 'connecting' | 'live' | 'waiting' | 'refused'
  /** One sentence about why it is not live; null when it is, or when it is off. */
  readonly reason: string | null
  /** Since when it stands like this. */
  readonly since: number | null
}

/** Who is writing in a conversation at this moment (id = conversation key). Gone after some seconds. */
export interface TypingRow {
  readonly id: string
  readonly people: readonly string[]
}

/** One row (id = conversation key) when the customer has read an own message: the last such message. */
export interface SeenRow {
  readonly id: string
  readonly messageId: string
  readonly at: number
}

/** Encrypted X Chat messages that wait at X and that X shows to no other app. Nothing of what they say is known. */
export interface EncryptedChatRow {
  readonly id: string
  readonly accountId: string
  /** Key of the conversation with the same person here; null when there is none. */
  readonly conversation: string | null
  /** Null when nothing is known about who wrote. */
  readonly from: Person | null
  readonly group: boolean
  readonly count: number
  readonly lastAt: number
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
  /** An internal note. */
  readonly note: boolean
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

/** A long job (import, export, check of links). */
export interface JobRow {
  readonly id: string
  readonly kind: JobKind
  readonly label: string
  readonly state: 'running' | 'done' | 'failed' | 'cancelled'
  /** 0 to 1; null when unknown. */
  readonly progress: number | null
  readonly detail: string
  readonly error: WireError | null
  readonly result: unknown
  /** Whether `jobs.stop` ends it early. */
  readonly stoppable: boolean
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
