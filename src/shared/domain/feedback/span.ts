/**
 * Places of words in a message, in UTF-16 units: [start, end). A place never cuts what is seen as one sign: an emoji, a
 * letter with its accents, a flag.
 * @module
 */

/** A place in a text. */
export interface TextSpan {
  readonly start: number
  readonly end: number
}

/** Words with the place they had when they were tagged. */
export interface QuotedSpan extends TextSpan {
  readonly quote: string
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const words = new Intl.Segmenter(undefined, { granularity: 'word' })

/**
 * The whole signs that a choice touches, without blanks at its ends.
 * @returns null when nothing but blanks is chosen
 */
export function snapSpan(text: string, { start, end }: TextSpan): TextSpan | null {
  const segments = graphemes.segment(text)
  let from = segments.containing(Math.max(0, start))?.index ?? text.length
  const last = end > from ? segments.containing(Math.min(end, text.length) - 1) : undefined
  if (last === undefined) return null
  let to = last.index + last.segment.length
  from += text.slice(from, to).length - text.slice(from, to).trimStart().length
  to = from + text.slice(from, to).trimEnd().length
  return to > from ? { start: from, end: to } : null
}

/**
 * Where tagged words stand now: where they stood, else where the same words stand nearest.
 * @returns null when the words are gone
 */
export function placeSpan(text: string, { start, end, quote }: QuotedSpan): TextSpan | null {
  if (quote === '') return null
  if (end - start === quote.length && text.startsWith(quote, start) && isWhole(text, start, end)) return { start, end }
  let nearest: TextSpan | null = null
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    if (nearest !== null && Math.abs(at - start) >= Math.abs(nearest.start - start)) break
    if (isWhole(text, at, at + quote.length)) nearest = { start: at, end: at + quote.length }
  }
  return nearest
}

/** Whether signs begin at both ends: the words of an emoji may be a part of another one. */
function isWhole(text: string, start: number, end: number): boolean {
  const segments = graphemes.segment(text)
  return begins(segments, start) && (end >= text.length || begins(segments, end))
}

function begins(segments: Intl.Segments, at: number): boolean {
  return segments.containing(at)?.index === at
}

/** The words of a text in their order, emoji among them, for choosing with the arrow keys. */
export function wordSpans(text: string): TextSpan[] {
  const spans: TextSpan[] = []
  for (const { segment, index, isWordLike } of words.segment(text)) {
    if (isWordLike === true || /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(segment)) {
      spans.push({ start: index, end: index + segment.length })
    }
  }
  return spans
}
