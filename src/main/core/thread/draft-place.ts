import type { DraftMode } from '../../../shared/domain/draft.ts'
import { type ConversationKey, splitConversationKey } from '../../../shared/domain/ids.ts'

/** Which draft: each conversation has one for each mode. */
export interface DraftPlace {
  readonly accountId: string
  readonly conversationId: string
  readonly mode: DraftMode
}

export function draftPlace(conversation: ConversationKey, mode: DraftMode): DraftPlace {
  return { ...splitConversationKey(conversation), mode }
}
