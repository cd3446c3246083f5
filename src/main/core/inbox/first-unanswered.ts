import type { ReadDb } from '../db/database.ts'
import { FIRST_UNANSWERED } from './sql.ts'

/** When the first message of the other side came that is later than `answeredAt`; null when none is. Milliseconds. */
export function firstUnanswered(db: ReadDb, conversationKey: number, answeredAt: number): number | null {
  return db.get<{ at: number }>(FIRST_UNANSWERED, conversationKey, answeredAt)?.at ?? null
}
