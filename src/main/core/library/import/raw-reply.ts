import type { LossCode, SkipCode } from '../../../../shared/domain/library/import-report.ts'
import type { ReplyKind, ReplyScope } from '../../../../shared/domain/library/canned-reply.ts'
import type { ImportedAction } from './imported-reply.ts'

/**
 * How placeholders are written: as here, `{{a.b}}` (Liquid and what resembles it), `{%a.b,fallback=c%}`, `#{a.b}`, or as
 * elements of the HTML only.
 */
export type Dialect = 'ours' | 'curly' | 'percent' | 'hash' | 'none'

/** How its text is written. */
export type Markup = 'text' | 'markdown' | 'html'

/** A reply as it is there, before texts, placeholders and limits are made ours. */
export interface RawReply {
  /** Null: nothing but its title and folder names it. */
  readonly id: string | null
  readonly updatedAt: number | null
  readonly line: number | null
  readonly kind: ReplyKind
  readonly title: string
  readonly shortcut: string | null
  readonly folder: readonly string[]
  readonly text: string
  readonly markup: Markup
  readonly language: string | null
  readonly variants: readonly { readonly language: string; readonly text: string }[]
  readonly tags: readonly string[]
  readonly scope: ReplyScope
  readonly team: string | null
  readonly actions: readonly ImportedAction[]
  readonly active: boolean
  readonly usageCount: number | null
  readonly effectiveFrom: number | null
  readonly expiresAt: number | null
  readonly losses: readonly RawLoss[]
}

export interface RawLoss {
  readonly code: LossCode
  readonly detail: string
}

/** Why an entry makes no reply. `name`: what it is called there. */
export interface RawSkip {
  readonly skip: SkipCode
  readonly detail: string
  readonly name: string | null
  readonly line: number | null
}

const EMPTY: Omit<RawReply, 'title' | 'text'> = {
  id: null,
  updatedAt: null,
  line: null,
  kind: 'reply',
  shortcut: null,
  folder: [],
  markup: 'text',
  language: null,
  variants: [],
  tags: [],
  scope: 'everyone',
  team: null,
  actions: [],
  active: true,
  usageCount: null,
  effectiveFrom: null,
  expiresAt: null,
  losses: []
}

export function rawReply(given: Partial<RawReply> & Pick<RawReply, 'title' | 'text'>): RawReply {
  return { ...EMPTY, ...given }
}

export function skipped(skip: SkipCode, name: string | null, detail = '', line: number | null = null): RawSkip {
  return { skip, detail, name, line }
}
