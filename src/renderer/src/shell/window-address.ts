import { ConversationKey } from '../../../shared/domain/ids.ts'

const PREFIX = '#/conversation/'

/** The part of a window's address that makes it the window of one conversation. */
export function conversationHash(conversation: string): string {
  return `${PREFIX}${conversation}`
}

/** Whose conversation a window shows; null for the console itself, and for every address that makes no sense. */
export function conversationOf(hash: string): string | null {
  const parsed = ConversationKey.safeParse(hash.startsWith(PREFIX) ? hash.slice(PREFIX.length) : '')
  return parsed.success ? parsed.data : null
}
