import type { Delivery, EventKind, MediaKind } from '../../../shared/domain/message.ts'

export interface ExportUser {
  readonly id: string
  readonly username: string | null
  readonly name: string | null
}

export interface ExportConversation {
  readonly key: number
  readonly accountId: string
  readonly id: string
  readonly group: boolean
  readonly title: string
  readonly status: string
}

export interface ExportEvent {
  readonly kind: EventKind
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
  head(): string
  user(user: ExportUser): string
  conversation(conversation: ExportConversation, events: readonly ExportEvent[]): string
  tail(): string
}
