/**
 * While a text is on its way to our templates, characters of the private use area stand for what is no text any more.
 * Whatever a file itself has of them is taken out first.
 * @module
 */
const PRIVATE = /[\uE000-\uE00F]/gu
const LITERAL = { from: '\uE002', to: '\uE003' } as const

export function withoutMarks(text: string): string {
  return text.replaceAll(PRIVATE, '')
}

/** Stands for the element with this number. */
export function mark(index: number): string {
  return `\uE000${index}\uE001`
}

/** Between these, nothing is a placeholder. */
export function markLiteral(side: 'from' | 'to'): string {
  return LITERAL[side]
}

/** A part of a text: words, words in which nothing is a placeholder, or the number of an element. */
export type MarkedPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'element'; readonly index: number }

/** Splits a text at its marks. */
export function markedParts(text: string): MarkedPart[] {
  const parts: MarkedPart[] = []
  let literal = 0
  for (const piece of text.split(/(\uE000\d+\uE001|[\uE002\uE003])/u)) {
    if (piece === LITERAL.from) literal += 1
    else if (piece === LITERAL.to) literal = Math.max(0, literal - 1)
    else if (piece.startsWith('\uE000')) parts.push({ kind: 'element', index: Number(piece.slice(1, -1)) })
    else if (piece !== '') parts.push({ kind: literal > 0 ? 'literal' : 'text', text: piece })
  }
  return parts
}
