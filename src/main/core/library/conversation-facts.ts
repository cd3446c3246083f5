import { peerOf, splitConversationKey } from '../../../shared/domain/ids.ts'
import { customerLanguage } from '../../../shared/domain/send-check/language.ts'
import type { DetectLanguage } from '../../../shared/domain/send-check/rule.ts'
import type { ReadDb } from '../db/database.ts'
import { tokenise } from '../search/fold.ts'

/** What is known of a conversation that tells which reply fits. */
export interface ConversationFacts {
  /** Words of what the customer wrote last: folded → as it stands there. */
  readonly words: ReadonlyMap<string, string>
  /** The customer's language (`pt`); null while that is not certain. */
  readonly language: string | null
  /** What somebody said that it is about. */
  readonly category: string | null
}

export const nothingKnown: ConversationFacts = { words: new Map(), language: null, category: null }

/** How far back it is read, and how much of it is what is to be answered now. */
const MESSAGES = 20
const LAST = 3
const LONGEST_TEXT = 2_000

export const SAID = `
  SELECT m.outbound, m.text
  FROM conversation c JOIN message m ON m.conversation_key = c.key
  WHERE c.account_id = ? AND c.id = ? AND m.kind = 'message'
  ORDER BY m.at DESC, m.event_number DESC LIMIT ?`
const CATEGORY = 'SELECT category FROM conversation_state WHERE account_id = ? AND conversation_id = ?'

/** @param detect null while the detector is not loaded */
export function readConversationFacts(
  db: ReadDb,
  conversation: string,
  detect: DetectLanguage | null
): ConversationFacts {
  const { accountId, conversationId } = splitConversationKey(conversation)
  const said = db.all<{ outbound: number; text: string }>(SAID, accountId, conversationId, MESSAGES)
  const theirs = said.filter(({ outbound }) => outbound === 0).map(({ text }) => text.slice(0, LONGEST_TEXT))
  const words = new Map<string, string>()
  for (const text of unanswered(said).slice(0, LAST)) {
    for (const { word, start, end } of tokenise(text)) if (!words.has(word)) words.set(word, text.slice(start, end))
  }
  // In a group there is no one customer whose language would be that of all.
  const direct = peerOf(conversationId, accountId) !== null
  return {
    words,
    language: detect && direct ? customerLanguage({ theirs: theirs.toReversed() }, detect) : null,
    category: db.get<{ category: string | null }>(CATEGORY, accountId, conversationId)?.category ?? null
  }
}

/** What is to be answered, the newest first; when all is answered, what was asked last. */
function unanswered(said: readonly { readonly outbound: number; readonly text: string }[]): string[] {
  const texts: string[] = []
  for (const { outbound, text } of said) {
    if (outbound === 0) texts.push(text.slice(0, LONGEST_TEXT))
    else if (texts.length > 0) break
  }
  return texts
}
