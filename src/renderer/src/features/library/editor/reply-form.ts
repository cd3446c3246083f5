import { z } from 'zod'
import type { CannedReplyDetailRow } from '../../../../../shared/contract/library-rows.ts'
import {
  ReplyAction,
  ReplyAttachment,
  ReplyContent,
  replyKinds,
  ReplyPlacement,
  replyScopes
} from '../../../../../shared/domain/library/canned-reply.ts'
import { folderKey, folderPath } from '../folders.ts'

/** A canned reply as it is being written: nothing is refused here, so that nothing that was typed is lost. */
export const ReplyForm = z.object({
  /** Id of the version that it grew from; null for a new reply. */
  base: z.string().nullable(),
  title: z.string(),
  shortcut: z.string(),
  body: z.string(),
  /** Empty: in any language. */
  language: z.string(),
  variants: z.array(z.object({ language: z.string(), body: z.string(), outdated: z.boolean() })),
  actions: z.array(ReplyAction),
  /** ms since 1970 */
  effectiveFrom: z.number().nullable(),
  expiresAt: z.number().nullable(),
  /** Forms that were kept before there were any have none. */
  attachment: ReplyAttachment.nullable().default(null),
  kind: z.enum(replyKinds),
  /** As typed: `Orders / Refunds`. */
  folder: z.string(),
  tags: z.array(z.string()),
  scope: z.enum(replyScopes),
  team: z.string().nullable()
})
export type ReplyForm = z.infer<typeof ReplyForm>

/** What the core takes, or what keeps it from that: an English sentence of the contract. */
export type Checked =
  | { readonly content: ReplyContent; readonly placement: ReplyPlacement; readonly problem: null }
  | { readonly problem: string }

export function newForm(kind: ReplyForm['kind'], folder: readonly string[] = []): ReplyForm {
  return {
    base: null,
    title: '',
    shortcut: '',
    body: '',
    language: '',
    variants: [],
    actions: [],
    effectiveFrom: null,
    expiresAt: null,
    attachment: null,
    kind,
    folder: folderKey(folder),
    tags: [],
    scope: 'everyone',
    team: null
  }
}

/** What is worked on: the newest version, where it stands now. */
export function formOf(row: CannedReplyDetailRow): ReplyForm {
  const { content } = row.newest
  return {
    base: row.newest.id,
    title: content.title,
    shortcut: content.shortcut ?? '',
    body: content.body,
    language: content.language ?? '',
    variants: content.variants.map((variant) => ({ ...variant })),
    actions: [...content.actions],
    effectiveFrom: content.effectiveFrom,
    expiresAt: content.expiresAt,
    attachment: content.attachment,
    kind: row.kind,
    folder: folderKey(row.folder),
    tags: [...row.tags],
    scope: row.scope,
    team: row.team
  }
}

/** The same text for another reply: the shortcut stays with the one that has it. */
export function copyOf(form: ReplyForm, title: string): ReplyForm {
  return { ...form, base: null, title, shortcut: '' }
}

export function checkForm(form: ReplyForm): Checked {
  const content = ReplyContent.safeParse({
    title: form.title,
    shortcut: form.shortcut.trim() === '' ? null : form.shortcut,
    body: form.body,
    language: form.language === '' ? null : form.language,
    variants: form.variants,
    actions: form.actions,
    effectiveFrom: form.effectiveFrom,
    expiresAt: form.expiresAt,
    attachment: form.attachment
  })
  if (!content.success) return { problem: firstProblem(content.error) }
  const placement = ReplyPlacement.safeParse({
    kind: form.kind,
    folder: folderPath(form.folder),
    tags: form.tags,
    scope: form.scope,
    team: form.scope === 'team' ? form.team : null
  })
  if (!placement.success) return { problem: firstProblem(placement.error) }
  return { content: content.data, placement: placement.data, problem: null }
}

/** Whether two forms would be saved as the same. What they grew from does not count. */
export function sameForm(a: ReplyForm, b: ReplyForm): boolean {
  return JSON.stringify(comparable(a)) === JSON.stringify(comparable(b))
}

function comparable(form: ReplyForm): unknown {
  const { base: _base, ...rest } = form
  return Object.entries({
    ...rest,
    title: form.title.trim(),
    shortcut: form.shortcut.trim(),
    folder: folderPath(form.folder),
    team: form.scope === 'team' ? form.team : null
  }).toSorted(([one], [other]) => (one < other ? -1 : 1))
}

function firstProblem(error: z.ZodError): string {
  return error.issues[0]?.message ?? ''
}

/** The body in a language: the main one for null. */
export function bodyIn(form: ReplyForm, language: string | null): string {
  if (language === null) return form.body
  return form.variants.find((variant) => variant.language === language)?.body ?? ''
}

/** The form with another body in a language. Whoever writes a variant has looked at it: it is up to date then. */
export function withBody(form: ReplyForm, language: string | null, body: string): ReplyForm {
  if (language === null) return { ...form, body }
  const variants = form.variants.map((variant) =>
    variant.language === language ? { language, body, outdated: false } : variant
  )
  return { ...form, variants }
}
