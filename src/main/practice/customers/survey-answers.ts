import type { CustomerScript } from './script.ts'

/** `from 1 (poor) to 5 (great)`, `von 0 bis 10`: what a survey asks for. */
const SCALE = /(?<![\d-])[01](?:\s*\([^)]{0,20}\))?\s*(?:to|bis|a|à|al|até|-|–|から|إلى)\s*(?<most>5|10)(?!\d)/iu

/** The most that the shop's words ask for; null: they are no survey. */
export function surveyScale(heard: string): number | null {
  const most = SCALE.exec(heard)?.groups?.['most']
  return most === undefined ? null : Number(most)
}

/** As real people answer: most are content, some say it in words or stars, some are hard to read, some say nothing. */
const ANSWERS: readonly ((most: number) => string | null)[] = [
  (most) => String(most),
  (most) => `${most}, thanks!`,
  (most) => `${most - 1}/${most}`,
  () => null,
  (most) => (most === 5 ? 'four, thanks' : 'nine, thanks'),
  (most) => `${most - 2} or ${most - 1}`,
  (most) => `I'd say a ${most - 1}`,
  () => null,
  (most) => (most === 5 ? '⭐⭐⭐⭐⭐' : '10!'),
  () => '2, it took too long',
  () => 'stop',
  (most) => `${most} 👍`
]

/** What a customer answers to a survey: always the same. Null: nothing. */
export function surveyAnswer({ username, language = 'en' }: CustomerScript, most: number): string | null {
  const nth = [...username].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0)
  const answer = ANSWERS[nth % ANSWERS.length]?.(most) ?? null
  // In other languages people answer with the number alone.
  return answer === null || language === 'en' ? answer : String(most - (nth % 3))
}
