import type { TextSpan } from '../../../../shared/domain/feedback/span.ts'
import type { Segment } from '../thread/text-segments.ts'

/** Something that is marked in a message. Places in its text. */
export interface WordMark extends TextSpan {
  readonly id: string
  /** Said on hover: what it is tagged with. Null for words that are being chosen. */
  readonly label: string | null
}

/** A piece of a message as it is shown, and what marks it. */
export interface ShownPiece {
  readonly segment: Segment
  readonly marks: readonly WordMark[]
}

/** Cuts text where marks begin and end. A link, and what stands for one, is marked as a whole. */
export function markPieces(segments: readonly Segment[], marks: readonly WordMark[]): ShownPiece[] {
  return segments.flatMap((segment): ShownPiece[] => {
    const touching = marks.filter(({ start, end }) => start < segment.to && end > segment.from)
    if (segment.standsIn || touching.length === 0) return [{ segment, marks: touching }]
    const cuts = new Set([segment.from, segment.to])
    for (const mark of touching) {
      cuts.add(Math.max(mark.start, segment.from))
      cuts.add(Math.min(mark.end, segment.to))
    }
    const places = [...cuts].toSorted((a, b) => a - b)
    return places.slice(1).map((to, at) => {
      const from = places[at] ?? segment.from
      const text = segment.text.slice(from - segment.from, to - segment.from)
      return {
        segment: { ...segment, text, from, to },
        marks: touching.filter(({ start, end }) => start < to && end > from)
      }
    })
  })
}

/**
 * The place in a message's text of what is selected on the screen.
 * @param start @param end how many UTF-16 units of what is shown lie before it
 * @returns null when nothing of the text is selected
 */
export function sourceSpan(segments: readonly Segment[], start: number, end: number): TextSpan | null {
  let shown = 0
  let [from, to]: [number | null, number] = [null, 0]
  for (const segment of segments) {
    const [first, last] = [Math.max(start - shown, 0), Math.min(end - shown, segment.text.length)]
    shown += segment.text.length
    if (first >= last) continue
    from ??= segment.standsIn ? segment.from : segment.from + first
    to = segment.standsIn ? segment.to : segment.from + last
  }
  return from === null ? null : { start: from, end: to }
}
