import { codeWords, MIN_POOL_CODE } from '../../../shared/domain/promo/code-words.ts'
import type { ReadDb } from '../db/database.ts'
import * as sql from './sql.ts'

/** Codes of pools in a text; `staged`: also those that are being imported. */
export function poolCodesIn(db: ReadDb, text: string, staged = false): sql.FoundCode[] {
  return [...codeWords(text)].flatMap((word) => {
    if (word.length < MIN_POOL_CODE) return []
    const found = db.get<sql.FoundCode>(sql.CODE_NAMED, word)
    return found && found.shared === 0 && (staged || found.ready === 1) ? [found] : []
  })
}
