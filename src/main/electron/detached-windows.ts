import { z } from 'zod'
import { ConversationKey } from '../../shared/domain/ids.ts'

/** More windows than this nobody wants back at once. */
const MOST = 12
const PREFIX = '#/conversation/'

/** The page of one conversation, beside the console's own. */
export function conversationUrl(consoleUrl: string, conversation: ConversationKey): string {
  return `${consoleUrl}${PREFIX}${conversation}`
}

/** Whose conversation a page shows; null for the console itself. */
export function conversationOfUrl(address: string): ConversationKey | null {
  const hash = URL.parse(address)?.hash ?? ''
  const parsed = ConversationKey.safeParse(hash.startsWith(PREFIX) ? hash.slice(PREFIX.length) : '')
  return parsed.success ? parsed.data : null
}

/** The conversations whose windows were open when the app ended; nonsense in the file is left out. */
export function rememberedConversations(stored: unknown): ConversationKey[] {
  const list = z.array(z.unknown()).safeParse(stored)
  if (!list.success) return []
  const keys = list.data.flatMap((one) => {
    const parsed = ConversationKey.safeParse(one)
    return parsed.success ? [parsed.data] : []
  })
  return [...new Set(keys)].slice(0, MOST)
}

/** A window that was opened for another one stands a little aside, so that none hides the other. */
export function besideOthers<A extends { readonly x: number; readonly y: number }>(area: A, others: number): A {
  const step = (others % MOST) * 28
  return { ...area, x: area.x + step, y: area.y + step }
}
