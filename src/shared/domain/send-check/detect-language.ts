import { eld } from 'eld/extrasmall'
import type { DetectLanguage } from './rule.ts'

/**
 * The detector with its data (0.9 MB): to be imported when it is wanted, not before. Its smallest data set is as good on
 * short messages as the next one (docs/send-check.md).
 */
export const detectLanguage: DetectLanguage = (text) => {
  const found = eld.detect(text)
  if (found.language === '' || !found.isReliable()) return null
  const scores = Object.entries(found.getScores()).toSorted(([, a], [, b]) => b - a)
  const [best, next] = scores
  return { language: found.language, next: next?.[0] ?? null, lead: (best?.[1] ?? 0) - (next?.[1] ?? 0) }
}
