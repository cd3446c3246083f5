import type BetterSqlite from 'better-sqlite3'
import { hasCode } from '../../../shared/domain/promo/code-words.ts'
import { hasWords } from '../search/has-words.ts'

/** What SQL cannot say, for every connection. Pure: the same values always give the same answer. */
export function defineSqlFunctions(file: BetterSqlite.Database): void {
  file.function('has_words', { deterministic: true, directOnly: true }, hasWords)
  // Called by triggers, which functions for direct use alone cannot be.
  file.function('has_code', { deterministic: true }, (text, code) => (hasCode(String(text), String(code)) ? 1 : 0))
}
