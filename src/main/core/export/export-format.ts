import type { Delivery, EventKind, MediaKind } from '../../../shared/domain/message.ts'

/** What the team knows of a customer: the name of an attribute, and its value in the one form that is kept. */
export interface ExportAttribute {
  readonly name: string
  readonly value: string
}

export interface ExportUser {
  readonly id: string
  readonly username: string | null
  readonly name: string | null
  /** Those that have a value, in the order of the panel. */
  readonly attributes: readonly ExportAttribute[]
  /** Notes about the person; those of conversations are among the events. */
  readonly notes: readonly { readonly id: string; readonly text: string; readonly at: number }[]
}

export interface ExportConversation {
  readonly key: number
  readonly accountId: string
  readonly id: string
  readonly group: boolean
  readonly title: string
  readonly status: string
  /** Names, in alphabetical order. */
  readonly tags: readonly string[]
  /** Of the customer; empty for a group. */
  readonly attributes: readonly ExportAttribute[]
}

export interface ExportEvent {
  /** `note`: internal, never sent to X. */
  readonly kind: EventKind | 'note'
  readonly id: string
  readonly senderId: string | null
  readonly senderName: string | null
  readonly text: string
  readonly at: number
  readonly media: readonly { readonly key: string; readonly kind: MediaKind }[]
  readonly people: readonly string[]
  readonly name: string | null
  readonly delivery: Delivery
}

/** One way of writing. Each part is complete in itself, and every text is made harmless for its format. */
export interface ExportFormat {
  /** @param attributes the names of all there are */
  head(attributes: readonly string[]): string
  user(user: ExportUser): string
  /** @param attributes as in the head */
  conversation(conversation: ExportConversation, events: readonly ExportEvent[], attributes: readonly string[]): string
  tail(): string
}
