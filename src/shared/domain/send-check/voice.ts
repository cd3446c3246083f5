import { type CheckedText, type Finding, finding, type Span, type VoiceWord } from './rule.ts'

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** One expression for one entry of the list: whole words, any spacing between them, either case. */
function pattern({ word }: VoiceWord): RegExp | null {
  const parts = word
    .trim()
    .split(/\s+/u)
    .filter((part) => part !== '')
    .map((part) => part.replaceAll(/[$()*+.?[\\\]^{|}/]/gu, '\\$&'))
  if (parts.length === 0) return null
  const body = parts.join('\\s+')
  // Without spaces between words there are no whole words to ask for.
  return UNSPACED.test(word)
    ? new RegExp(body, 'giu')
    : new RegExp(`(?<![\\p{L}\\p{N}])${body}(?![\\p{L}\\p{N}])`, 'giu')
}

/** Prepares the list once, so that each letter only costs the looking. */
export function voiceRule(words: readonly VoiceWord[]): (checked: CheckedText) => Finding[] {
  const entries = words.flatMap((entry) => {
    const expression = pattern(entry)
    return expression === null ? [] : [{ entry, expression }]
  })
  return ({ plain }) =>
    entries.flatMap(({ entry, expression }) =>
      [...plain.matchAll(expression)].map(({ 0: said, index }) => {
        const span: Span = [index, index + said.length]
        const fix = entry.instead === '' ? null : { span, text: inTheCaseOf(said, entry.instead) }
        return finding('voice', 'voice', [span], said, { expected: entry.instead, why: entry.why, fix })
      })
    )
}

function inTheCaseOf(said: string, instead: string): string {
  const first = said.charAt(0)
  const capital = first !== first.toLowerCase() && said !== said.toUpperCase()
  return capital ? instead.charAt(0).toUpperCase() + instead.slice(1) : instead
}
