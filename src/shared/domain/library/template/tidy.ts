import type { Piece, Segment } from './page.ts'

export interface Tidied {
  readonly segments: readonly Segment[]
  readonly text: string
  /** Where the caret goes, UTF-16 units; null: nowhere in particular. */
  readonly cursor: number | null
}

type Range = readonly [from: number, to: number]

/**
 * Puts the pieces of a page together. Lines on which nothing but tags and empty values stood go, blank lines are never
 * more than one, and no line ends in blanks. Only what stands in the body is touched, never a value.
 */
export function tidy(pieces: readonly Piece[]): Tidied {
  const unixed = pieces.map((piece) =>
    piece.kind === 'text' ? { ...piece, text: piece.text.replaceAll(/\r\n?/gu, '\n') } : piece
  )
  const withoutTags = without(unixed, [...tagLines(unixed), ...doubleBlanks(unixed)])
  return joined(without(withoutTags, superfluous(withoutTags)))
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join('')
}

function placesOf(pieces: readonly Piece[], kind: Piece['kind']): number[] {
  const places: number[] = []
  let at = 0
  for (const piece of pieces) {
    if (piece.kind === kind && places.at(-1) !== at) places.push(at)
    at += piece.text.length
  }
  return places
}

/** Lines that have marks and nothing else. */
function tagLines(pieces: readonly Piece[]): Range[] {
  const text = textOf(pieces)
  const cursors = placesOf(pieces, 'cursor')
  const lines: Range[] = []
  let reached = -1
  for (const mark of placesOf(pieces, 'mark')) {
    if (mark <= reached) continue
    const start = mark === 0 ? 0 : text.lastIndexOf('\n', mark - 1) + 1
    const newline = text.indexOf('\n', mark)
    const end = newline === -1 ? text.length : newline
    reached = end
    const hasCursor = cursors.some((cursor) => cursor >= start && cursor <= end)
    if (hasCursor || text.slice(start, end).trim() !== '') continue
    lines.push(newline === -1 ? [Math.max(0, start - 1), end] : [start, end + 1])
  }
  return lines
}

/** “Hi {{ … }}, thanks” with nothing in between is “Hi, thanks”. */
function doubleBlanks(pieces: readonly Piece[]): Range[] {
  const text = textOf(pieces)
  return placesOf(pieces, 'mark').flatMap((at): Range[] => {
    const closes = /^(?:[ \n,.;:!?،؛؟)]|$)/u.test(text.slice(at, at + 1))
    return closes && text[at - 1] === ' ' ? [[at - 1, at]] : []
  })
}

/** Blanks at the ends of lines, lines beyond one blank one, and everything blank around the whole. */
function superfluous(pieces: readonly Piece[]): Range[] {
  const text = textOf(pieces)
  const cursor = placesOf(pieces, 'cursor')[0] ?? -1
  const ranges: Range[] = []
  for (const { 0: found, index } of text.matchAll(/(?<![ \t])[ \t]+(?=\n|$)|(?<!\n)\n{3,}/gu)) {
    const isLines = found.startsWith('\n')
    const end = index + found.length
    // One writes on behind the caret: what stands before it on the line is wanted.
    if (!isLines && cursor > index && cursor <= end) ranges.push([cursor, end])
    else ranges.push([isLines ? index + 2 : index, end])
  }
  return ranges
}

/** Takes ranges out of the plain text of the pieces. */
function without(pieces: readonly Piece[], ranges: readonly Range[]): Piece[] {
  const sorted = ranges.toSorted((a, b) => a[0] - b[0])
  let at = 0
  let next = 0
  return pieces.map((piece) => {
    const start = at
    at += piece.text.length
    if (piece.kind !== 'text') return piece
    while (next < sorted.length && (sorted[next]?.[1] ?? 0) <= start) next += 1
    let text = ''
    let from = start
    for (let index = next; index < sorted.length; index += 1) {
      const [cut, end] = sorted[index] ?? [at, at]
      if (cut >= at) break
      if (cut > from) text += piece.text.slice(from - start, cut - start)
      from = Math.max(from, Math.min(end, at))
    }
    return { ...piece, text: text + piece.text.slice(from - start) }
  })
}

function joined(pieces: readonly Piece[]): Tidied {
  const segments: Segment[] = []
  let text = ''
  let cursor: number | null = null
  for (const piece of pieces) {
    if (piece.kind === 'cursor') cursor = text.length
    else if ('name' in piece && piece.text !== '') {
      const last = segments.at(-1)
      if (piece.kind === 'text' && last?.kind === 'text')
        segments[segments.length - 1] = { ...last, text: last.text + piece.text }
      else segments.push(piece)
      text += piece.text
    }
  }
  return { segments, text, cursor }
}
