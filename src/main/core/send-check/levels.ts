import {
  type CheckLevel,
  checkLevels,
  type CheckLevels,
  defaultLevels,
  type SendCheckRule,
  sendCheckRules,
  type VoiceWord
} from '../../../shared/domain/send-check/rule.ts'
import type { ReadDb } from '../db/database.ts'
import { type LevelRow, LEVELS, type StoredWord, WORDS } from './sql.ts'

/** What the lead decided. What nobody decided, or nobody here understands, is as it comes. */
export function readLevels(db: ReadDb): CheckLevels {
  const levels: Record<SendCheckRule, CheckLevel> = { ...defaultLevels }
  for (const { rule, level } of db.all<LevelRow>(LEVELS)) {
    const known = sendCheckRules.find((id) => id === rule)
    const valid = checkLevels.find((each) => each === level)
    if (known !== undefined && valid !== undefined) levels[known] = valid
  }
  return levels
}

/** The brand's voice list, in the order of the alphabet. */
export function readVoice(db: ReadDb): (VoiceWord & { readonly id: string })[] {
  return db.all<StoredWord>(WORDS).toSorted((a, b) => a.word.localeCompare(b.word))
}
