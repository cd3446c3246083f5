import type { ReplyReason } from '../../../../shared/contract/library-rows.ts'
import type { Ranked } from './ranked.ts'

/** Once or twice is no habit. */
const HABIT = 3

/** What speaks for a reply, most telling first. */
export function reasonsOf({ words, alike, times, timesByMe, language, category }: Ranked): ReplyReason[] {
  const reasons: ReplyReason[] = []
  if (alike > 0) reasons.push({ kind: 'answered-alike', times: alike })
  if (words.length > 0) reasons.push({ kind: 'words', words })
  if (timesByMe >= HABIT) reasons.push({ kind: 'used', times: timesByMe, byMe: true })
  else if (times >= HABIT) reasons.push({ kind: 'used', times, byMe: false })
  if (category !== null) reasons.push({ kind: 'category', category })
  if (language !== null) reasons.push({ kind: 'language', language })
  return reasons
}
