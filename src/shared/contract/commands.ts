import { z } from 'zod'
import { ConversationKey, XId } from '../domain/ids.ts'
import { MAX_TEXT_LENGTH } from '../domain/message.ts'
import type { AccountRow } from './rows.ts'

const conversations = z.object({ conversations: z.array(ConversationKey).min(1).max(10_000) }).strict()
const outboxId = z.object({ outboxId: z.string().min(1).max(100) }).strict()
const text = z
  .string()
  .max(MAX_TEXT_LENGTH, `A reply may have at most ${MAX_TEXT_LENGTH} characters.`)
  .refine((value) => value.trim().length > 0, 'A reply needs some text.')
const address = z.url({ protocol: /^https?$/ }).max(500)

/** Name → shape of the input: the only list of what can be done. A repeated command id gives the recorded result. */
export const commands = {
  'thread.reply': z.object({ conversation: ConversationKey, text, hold: z.boolean().default(true) }).strict(),
  'thread.replyTo': z.object({ account: XId.nullable(), user: XId, text, hold: z.boolean().default(true) }).strict(),
  'thread.saveDraft': z.object({ conversation: ConversationKey, text: z.string().max(MAX_TEXT_LENGTH * 2) }).strict(),
  'outbox.undo': outboxId,
  'outbox.sendNow': outboxId,
  'outbox.retry': outboxId,
  'outbox.discard': outboxId,
  'outbox.edit': outboxId,
  'inbox.resolve': conversations,
  'inbox.reopen': conversations,
  'inbox.markRead': conversations,
  'inbox.markUnread': conversations,
  'undo.run': z.object({}).strict(),
  'settings.set': z.object({ name: z.string().regex(/^[a-zA-Z][a-zA-Z0-9.-]{0,60}$/), value: z.json() }).strict(),
  'accounts.add': z
    .object({
      api: address,
      auth: address,
      clientId: z.string().min(1).max(200),
      accessToken: z.string().min(1).max(4_000),
      refreshToken: z.string().min(1).max(4_000).nullable(),
      appBearer: z.string().min(1).max(4_000).nullable(),
      practice: z.boolean().default(false)
    })
    .strict(),
  'accounts.beginSignIn': z.object({ api: address, auth: address, clientId: z.string().min(1).max(200) }).strict(),
  'accounts.finishSignIn': z.object({ pastedUrl: z.string().min(1).max(4_000) }).strict(),
  'accounts.cancelSignIn': z.object({}).strict(),
  'accounts.remove': z.object({ account: XId }).strict(),
  'sync.now': z.object({}).strict(),
  'sync.once': z.object({ maxCostUsd: z.number().nonnegative().nullable() }).strict(),
  'archive.import': z
    .object({ path: z.string().min(1).max(4_000), dryRun: z.boolean(), account: XId.nullable() })
    .strict(),
  'export.write': z
    .object({
      format: z.enum(['jsonl', 'csv', 'html']),
      file: z.string().min(1).max(4_000),
      conversation: z.string().max(100).nullable(),
      since: z.number().int().nullable()
    })
    .strict()
} as const satisfies Record<string, z.ZodType>

export type CommandName = keyof typeof commands
export type CommandInput<N extends CommandName> = z.input<(typeof commands)[N]>
export type ParsedCommandInput<N extends CommandName> = z.infer<(typeof commands)[N]>

/** Name → what `done` brings back. */
export interface CommandResults {
  'thread.reply': { outboxId: string; state: string }
  'thread.replyTo': { outboxId: string; state: string; conversation: string }
  'thread.saveDraft': null
  'outbox.undo': { conversation: string; text: string }
  'outbox.sendNow': null
  'outbox.retry': null
  'outbox.discard': null
  'outbox.edit': { conversation: string; text: string }
  'inbox.resolve': { changed: number }
  'inbox.reopen': { changed: number }
  'inbox.markRead': { changed: number }
  'inbox.markUnread': { changed: number }
  /** `label` of what was undone; null when there was nothing. */
  'undo.run': { label: string | null; conversations: string[] }
  'settings.set': null
  'accounts.add': { account: AccountRow }
  'accounts.beginSignIn': { authorizeUrl: string; redirectUri: string }
  'accounts.finishSignIn': null
  'accounts.cancelSignIn': null
  'accounts.remove': null
  'sync.now': null
  'sync.once': SyncReport
  'archive.import': ImportReport
  'export.write': { file: string; messages: number; conversations: number }
}

/** DESIGN.md section 6, `sync --once`. */
export interface SyncReport {
  accounts: {
    id: string
    requests: number
    pages: number
    events_new: number
    events_seen: number
    users_fetched: number
    cost_usd: number
    complete: boolean
    /** ISO time, or null when another round may start at once. */
    next_allowed_at: string | null
    /** What stopped the round early. */
    problem: { code: string; message: string } | null
  }[]
  outbox: { sent: number; queued: number; unknown: number; failed: number; needs_attention: number }
}

/** DESIGN.md section 6, `import`. */
export interface ImportReport {
  conversations: number
  messages_new: number
  messages_seen: number
  member_events_new: number
  media: number
  skipped: { file: string; reason: string }[]
}
