import type BetterSqlite from 'better-sqlite3'
import { hasWords } from '../search/has-words.ts'

/** What SQL cannot say, for every connection. Pure: the same values always give the same answer. */
export function defineSqlFunctions(file: BetterSqlite.Database): void {
  file.function('has_words', { deterministic: true, directOnly: true }, hasWords)
}
