import { z } from 'zod'
import { attachmentName, MAX_ATTACHMENT_BYTES } from '../attachment.ts'
import { categories, priorities } from '../conversation.ts'
import { MAX_TEXT_LENGTH } from '../message.ts'

export const MAX_REPLY_TITLE = 120
export const MAX_SHORTCUT = 40
export const MAX_FOLDER_NAME = 60
export const MAX_FOLDER_DEPTH = 8
export const MAX_REPLY_TAG = 40
export const MAX_REPLY_TAGS = 30
export const MAX_VARIANTS = 40
export const MAX_REPLY_ACTIONS = 10
/** Placeholders may be longer than what stands in their place; the send check looks at what leaves. */
export const MAX_BODY_LENGTH = MAX_TEXT_LENGTH * 2
/** How many replies one command may be about. */
export const MOST_REPLIES = 50_000

/** A fragment is no reply of its own: other replies contain it. */
export const replyKinds = ['reply', 'fragment'] as const
export type ReplyKind = (typeof replyKinds)[number]

/** Of a version: what is written, what waits for somebody to look at it, what agents insert. */
export const replyStages = ['draft', 'in-review', 'approved', 'retired'] as const
export type ReplyStage = (typeof replyStages)[number]

/** Who may use a reply: everybody, one team of the team, or its owner alone. */
export const replyScopes = ['everyone', 'team', 'private'] as const
export type ReplyScope = (typeof replyScopes)[number]

/** How an agent came to a reply: it was suggested, picked out of the list, or called by its own shortcut. */
export const useOrigins = ['suggestion', 'picker', 'shortcut'] as const
export type UseOrigin = (typeof useOrigins)[number]

/** A BCP 47 tag as short as it can be (`en`, `pt-BR`), in its usual case. */
export const LanguageTag = z
  .string()
  .max(35)
  .transform((value, context) => {
    try {
      const [tag] = Intl.getCanonicalLocales(value)
      if (tag !== undefined) return tag
    } catch {
      // Said below.
    }
    context.addIssue({ code: 'custom', message: 'This is no language, like “en” or “pt-BR”.' })
    return z.NEVER
  })

/** What is done to the conversation when the reply is sent. */
export const ReplyAction = z.discriminatedUnion('kind', [
  /** `tag`: id. */
  z.object({ kind: z.literal('tag'), tag: z.string().min(1).max(100) }).strict(),
  z.object({ kind: z.literal('category'), category: z.enum(categories) }).strict(),
  z.object({ kind: z.literal('priority'), priority: z.enum(priorities) }).strict(),
  /** `minutes` from the moment it is sent; null: until the customer writes. */
  z
    .object({
      kind: z.literal('snooze'),
      minutes: z.number().int().min(1).max(525_600, 'A conversation can be snoozed for a year at most.').nullable()
    })
    .strict(),
  z.object({ kind: z.literal('resolve') }).strict(),
  /** `member`: id; null: whoever sends it. */
  z.object({ kind: z.literal('assign'), member: z.string().min(1).max(100).nullable() }).strict()
])
export type ReplyAction = z.infer<typeof ReplyAction>

const oneLine = (what: string, longest: number) =>
  z
    .string()
    .transform((value) => value.replace(/\s+/gu, ' ').trim())
    .refine((value) => value !== '', `${what} needs a name.`)
    .refine((value) => [...value].length <= longest, `${what} may have at most ${longest} characters.`)

/** Typed after `/`: one word, in small letters. */
export const Shortcut = z
  .string()
  .transform((value) => value.normalize('NFC').trim().replace(/^\/+/u, '').toLocaleLowerCase('en'))
  .refine((value) => /^[^\s/]+$/u.test(value), 'A shortcut is one word, without blanks and slashes.')
  .refine((value) => [...value].length <= MAX_SHORTCUT, `A shortcut may have at most ${MAX_SHORTCUT} characters.`)

/** From the outermost folder to the innermost; empty: outside of all folders. */
export const FolderPath = z
  .array(oneLine('A folder', MAX_FOLDER_NAME))
  .max(MAX_FOLDER_DEPTH, `Folders may lie ${MAX_FOLDER_DEPTH} deep at most.`)

/** A word to find replies by. */
export const ReplyTag = oneLine('A tag', MAX_REPLY_TAG)

const body = z.string().max(MAX_BODY_LENGTH, `A canned reply may have at most ${MAX_BODY_LENGTH} characters.`)

/** What goes along with the reply in all its languages; X takes one file per message. Its bytes are kept once, by `hash`. */
export const ReplyAttachment = z
  .object({
    /** SHA-256 of the content, hex. */
    hash: z.string().regex(/^[0-9a-f]{64}$/u),
    name: z.string().min(1).max(1_000).transform(attachmentName),
    /** Its media type, as its content says. */
    type: z.string().regex(/^(?:image|video)\/[a-z0-9.+-]{1,60}$/u),
    bytes: z.number().int().min(1).max(MAX_ATTACHMENT_BYTES)
  })
  .strict()
export type ReplyAttachment = z.infer<typeof ReplyAttachment>

/** The same reply in another language. */
const variant = z
  .object({
    language: LanguageTag,
    body,
    /** The text that it was translated from has changed since. */
    outdated: z.boolean().default(false)
  })
  .strict()

/** What a version keeps, and what is reviewed. Bodies are templates (domain/library/template). */
export const ReplyContent = z
  .object({
    title: oneLine('A canned reply', MAX_REPLY_TITLE),
    shortcut: Shortcut.nullable().default(null),
    body,
    /** Of the body; null: in any. */
    language: LanguageTag.nullable().default(null),
    variants: z.array(variant).max(MAX_VARIANTS).default([]),
    actions: z.array(ReplyAction).max(MAX_REPLY_ACTIONS).default([]),
    /** When it may be used, ms since 1970. */
    effectiveFrom: z.number().int().nullable().default(null),
    expiresAt: z.number().int().nullable().default(null),
    attachment: ReplyAttachment.nullable().default(null)
  })
  .strict()
  .refine(({ language, variants }) => {
    const languages = [...(language === null ? [] : [language]), ...variants.map((variant) => variant.language)]
    return new Set(languages).size === languages.length
  }, 'Each language can be there once only.')
  .refine(
    ({ effectiveFrom, expiresAt }) => effectiveFrom === null || expiresAt === null || effectiveFrom < expiresAt,
    'It would expire before it may be used. Choose a later end.'
  )
export type ReplyContent = z.infer<typeof ReplyContent>

/** Where a reply stands in the library. It is changed at once, without review, and not part of a version. */
export const ReplyPlacement = z
  .object({
    kind: z.enum(replyKinds).default('reply'),
    folder: FolderPath.default([]),
    tags: z.array(ReplyTag).max(MAX_REPLY_TAGS, `A canned reply may have ${MAX_REPLY_TAGS} tags at most.`).default([]),
    scope: z.enum(replyScopes).default('everyone'),
    /** Name of the team; for scope `team` only. */
    team: oneLine('A team', MAX_FOLDER_NAME).nullable().default(null)
  })
  .strict()
  .refine(({ scope, team }) => (scope === 'team') === (team !== null), 'Say which team may use it.')
export type ReplyPlacement = z.infer<typeof ReplyPlacement>
