import type { ReplyAction, ReplyKind } from '../../../../shared/domain/library/canned-reply.ts'

/** An action; a tag goes by its name, because its id is another one in each data folder. */
export type StarterAction = Exclude<ReplyAction, { kind: 'tag' }> | { readonly kind: 'tag'; readonly name: string }

/** A reply of the starter library. */
export interface StarterReply {
  readonly kind?: ReplyKind
  readonly title: string
  readonly shortcut: string
  readonly tags: readonly string[]
  /** Paragraphs, as templates. Both texts have the same placeholders. */
  readonly english: readonly string[]
  readonly spanish: readonly string[]
  readonly actions?: readonly StarterAction[]
}

export interface StarterFolder {
  readonly folder: string
  readonly replies: readonly StarterReply[]
}
