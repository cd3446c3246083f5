import { type CheckedText, type Finding, finding, type Span } from './rule.ts'

/** Words in capitals, one after the other; signs between them do not end the shout. */
const CAPITALS =
  /(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}\p{M}'’]*(?:[^\p{L}\p{N}\n]{1,3}\p{Lu}[\p{Lu}\p{M}'’]*)*(?![\p{L}\p{N}])/gu
/** So many signs in a row raise the voice by themselves. */
const SIGNS = /[!！]{4,}|(?:[!?！？]){5,}/gu

/** Abbreviations are short: two long words in capitals are none. */
function isShout(run: string): boolean {
  const words = run.match(/\p{Lu}[\p{Lu}\p{M}'’]*/gu) ?? []
  const long = words.filter((word) => word.length >= 5).length
  return words.length >= 3 && long >= (words.length > 3 ? 1 : 2) && words.join('').length >= 14
}

/** Sentences in capitals, and rows of exclamation marks. */
export function findShouting({ plain }: CheckedText): Finding[] {
  const found: Finding[] = []
  for (const { 0: run, index } of plain.matchAll(CAPITALS)) {
    if (!isShout(run)) continue
    const span: Span = [index, index + run.length]
    const calm = run.toLowerCase()
    const text = startsSentence(plain, index) ? calm.charAt(0).toUpperCase() + calm.slice(1) : calm
    found.push(finding('shouting', 'shouting', [span], run, { fix: { span, text } }))
  }
  for (const { 0: signs, index } of plain.matchAll(SIGNS)) {
    const span: Span = [index, index + signs.length]
    const text = signs.includes('?') || signs.includes('？') ? '?' : signs.charAt(0)
    found.push(finding('shouting', 'shouting', [span], signs, { fix: { span, text } }))
  }
  return found
}

function startsSentence(text: string, at: number): boolean {
  return /(?:^|[.!?…\n])[^\p{L}\p{N}]*$/u.test(text.slice(Math.max(0, at - 20), at))
}
