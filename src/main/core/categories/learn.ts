import type { Category } from '../../../shared/domain/conversation.ts'
import { splitConversationKey } from '../../../shared/domain/ids.ts'
import type { ReadDb, WriteDb } from '../db/database.ts'
import { findConversationKey } from '../inbox/refresh.ts'
import { wordsOf } from './seed-words.ts'
import * as sql from './sql.ts'

/** A choice for more than these at once says little about each, and reading all they wrote would take long. */
const MOST_LEARNED = 50
/** The words of a conversation that count: who writes a novel must not outweigh everybody. */
const MOST_WORDS = 200

/** What a person chose for a conversation; null: no category. */
export interface CategoryChoice {
  readonly conversation: string
  readonly category: Category | null
}

/** What the customer's words are in a conversation. */
export function customerWords(db: ReadDb, key: number): string[] {
  const texts = db.all<{ text: string }>(sql.CUSTOMER_TEXTS, key).map((row) => row.text)
  return wordsOf(texts.join('\n')).slice(0, MOST_WORDS)
}

/**
 * Learns from what a person chose. What was learned of these conversations before is forgotten first, so that a choice
 * that was changed, or undone, counts no longer. The words that were counted are kept: the customer may go on writing.
 */
export function learnCategories(db: WriteDb, choices: readonly CategoryChoice[], now: number): void {
  if (choices.length === 0 || choices.length > MOST_LEARNED) return
  for (const { conversation, category } of choices) {
    const { accountId, conversationId } = splitConversationKey(conversation)
    const key = findConversationKey(db, accountId, conversationId)
    if (key === null) continue
    forget(db, accountId, conversationId)
    if (category === null) continue
    const words = customerWords(db, key)
    db.run(sql.KEEP_EXAMPLE, accountId, conversationId, category, JSON.stringify(words), now)
    for (const word of words) db.run(sql.COUNT_WORD, word, category, 1)
  }
  db.touch('categories')
}

function forget(db: WriteDb, accountId: string, conversationId: string): void {
  const example = db.get<sql.ExampleRow>(sql.EXAMPLE, accountId, conversationId)
  if (!example) return
  for (const word of JSON.parse(example.words) as string[]) db.run(sql.COUNT_WORD, word, example.category, -1)
  db.run(sql.FORGET_EXAMPLE, accountId, conversationId)
}

/** With an account goes what its customers wrote, the words that were learned from it included. */
export function forgetExamplesOf(db: WriteDb, accountId: string): void {
  db.run(sql.FORGET_ACCOUNT, accountId)
  db.run(sql.FORGET_WORDS)
  db.run(sql.COUNT_AGAIN)
}
