import type { ReplyPlacement } from '../../../../shared/domain/library/canned-reply.ts'
import type {
  ColumnMapping,
  ImportFormat,
  ImportLoss,
  ImportSkip
} from '../../../../shared/domain/library/import-report.ts'
import type { Category, Priority } from '../../../../shared/domain/conversation.ts'

/** A file that was chosen, or lies in a folder that was chosen. */
export interface InputFile {
  /** Path within what was chosen, with `/`. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** What is done with a reply; names instead of ids, which only this library knows. */
export type ImportedAction =
  | { readonly kind: 'tag'; readonly name: string }
  | { readonly kind: 'category'; readonly category: Category }
  | { readonly kind: 'priority'; readonly priority: Priority }
  | { readonly kind: 'snooze'; readonly minutes: number | null }
  | { readonly kind: 'resolve' }
  /** `name` null: whoever sends it. */
  | { readonly kind: 'assign'; readonly name: string | null }

export interface ImportedContent {
  readonly title: string
  readonly shortcut: string | null
  /** Our template. */
  readonly body: string
  readonly language: string | null
  readonly variants: readonly { readonly language: string; readonly body: string }[]
  /** ms since 1970 */
  readonly effectiveFrom: number | null
  readonly expiresAt: number | null
}

/** A reply of another system in our shape. All limits of canned replies are kept, actions are still names. */
export interface ImportedReply {
  /** `id`: of the reply there, or what names it where nothing else does. */
  readonly source: { readonly system: string; readonly id: string; readonly updatedAt: number | null }
  readonly file: string
  readonly line: number | null
  readonly content: ImportedContent
  readonly placement: ReplyPlacement
  readonly actions: readonly ImportedAction[]
  /** False: retired there. */
  readonly active: boolean
  readonly usageCount: number | null
  /** Placeholders that stayed as they were: agents would send them. */
  readonly unresolved: readonly string[]
}

/** What a reader makes of a file. */
export interface ReadReplies {
  /** Null: nothing could be read. */
  readonly format: ImportFormat | null
  readonly replies: readonly ImportedReply[]
  readonly losses: readonly ImportLoss[]
  readonly skipped: readonly ImportSkip[]
  readonly columns: readonly ColumnMapping[]
  /** Name there → name here. */
  readonly placeholders: readonly { readonly from: string; readonly to: string }[]
}
