import { z } from 'zod'
import { queueIds } from '../domain/conversation.ts'
import { ConversationKey, XId } from '../domain/ids.ts'
import type * as rows from './rows.ts'

const none = z.object({}).strict()
const limit = z.number().int().min(1).max(20_000)

/** Which part of a thread: the newest messages, or those around one of them. */
export const ThreadWindow = z.discriminatedUnion('at', [
  z.object({ at: z.literal('newest'), older: limit }),
  z.object({ at: z.literal('message'), id: z.string().min(1).max(100), older: limit, newer: limit })
])
export type ThreadWindow = z.infer<typeof ThreadWindow>

/** Name → shape of the parameters: the only list of what can be asked. */
export const queries = {
  'accounts.list': none,
  'accounts.sign-in': none,
  'inbox.list': z.object({ queue: z.enum(queueIds), account: XId.nullable(), limit }).strict(),
  'inbox.counts': z.object({ account: XId.nullable() }).strict(),
  'thread.head': z.object({ conversation: ConversationKey }).strict(),
  'thread.messages': z.object({ conversation: ConversationKey, window: ThreadWindow }).strict(),
  'thread.draft': z.object({ conversation: ConversationKey }).strict(),
  'customers.card': z.object({ conversation: ConversationKey }).strict(),
  'outbox.list': z.object({ open: z.boolean() }).strict(),
  'sync.status': none,
  'search.messages': z.object({ text: z.string().max(1_000), limit: z.number().int().min(1).max(500) }).strict(),
  'search.customers': z.object({ text: z.string().max(1_000), limit: z.number().int().min(1).max(100) }).strict(),
  'settings.list': none,
  'jobs.list': none,
  'undo.next': none,
  'doctor.checks': none
} as const satisfies Record<string, z.ZodType>

export type QueryName = keyof typeof queries
export type QueryParams<N extends QueryName> = z.infer<(typeof queries)[N]>

/** Name → type of a row. */
export interface QueryRows {
  'accounts.list': rows.AccountRow
  'accounts.sign-in': rows.SignInRow
  'inbox.list': rows.InboxRow
  'inbox.counts': rows.QueueRow
  'thread.head': rows.ThreadHeadRow
  'thread.messages': rows.ThreadRow
  'thread.draft': rows.DraftRow
  'customers.card': rows.CustomerRow
  'outbox.list': rows.OutboxRow
  'sync.status': rows.SyncRow
  'search.messages': rows.MessageHit
  'search.customers': rows.CustomerHit
  'settings.list': rows.SettingRow
  'jobs.list': rows.JobRow
  'undo.next': rows.UndoRow
  'doctor.checks': rows.CheckRow
}
