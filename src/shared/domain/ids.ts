import { z } from 'zod'

/** An X id (user, event or group conversation): 1 to 19 digits. Kept as text: it does not fit into a JavaScript number. */
export const XId = z.string().regex(/^[0-9]{1,19}$/)
export type XId = z.infer<typeof XId>

/** A conversation as the console names it: `ACCOUNT/CONVERSATION`, both X ids (`12/12-34`, `12/1578398451921985538`). */
export const ConversationKey = z.string().regex(/^[0-9]{1,19}\/[0-9]{1,19}(-[0-9]{1,19})?$/)
export type ConversationKey = z.infer<typeof ConversationKey>

export function conversationKey(accountId: string, conversationId: string): ConversationKey {
  return `${accountId}/${conversationId}`
}

export function splitConversationKey(key: ConversationKey): { accountId: string; conversationId: string } {
  const slash = key.indexOf('/')
  return { accountId: key.slice(0, slash), conversationId: key.slice(slash + 1) }
}

/** Compares two ids as the numbers they stand for, without losing digits beyond 2^53. */
export function compareIds(a: string, b: string): number {
  const left = a.replace(/^0+(?=.)/, '')
  const right = b.replace(/^0+(?=.)/, '')
  if (left.length !== right.length) return left.length - right.length
  if (left === right) return 0
  return left < right ? -1 : 1
}

/**
 * X writes the id of a 1:1 conversation as `A-B` or `A:B` in either order (x-api.md 1.4); the smaller id stands first here.
 * @returns the normal form, or null when the text is no conversation id.
 */
export function normaliseConversationId(raw: string): string | null {
  const parts = raw.trim().split(/[-:]/)
  if (parts.length > 2 || parts.some((part) => !XId.safeParse(part).success)) return null
  return parts.toSorted(compareIds).join('-')
}

/** The id of the 1:1 conversation between two users. */
export function directConversationId(a: string, b: string): string {
  return [a, b].toSorted(compareIds).join('-')
}

/** The other side of a 1:1 conversation, or null when `conversationId` is a group or `userId` takes no part in it. */
export function peerOf(conversationId: string, userId: string): string | null {
  const parts = conversationId.split('-')
  if (parts.length !== 2) return null
  if (parts[0] === userId) return parts[1] ?? null
  if (parts[1] === userId) return parts[0] ?? null
  return null
}

const SNOWFLAKE_EPOCH = 1_288_834_974_657n

/** The moment (ms since 1970) that a snowflake id carries, or null for ids too small to be one. */
export function snowflakeTime(id: string): number | null {
  const value = BigInt(id)
  return value < 1n << 40n ? null : Number((value >> 22n) + SNOWFLAKE_EPOCH)
}
