import type { Span } from '../../../../shared/domain/send-check/rule.ts'

/** Where something is underlined, and how. */
export interface TextMark {
  readonly span: Span
  readonly blocks: boolean
}

export interface MarkedPart {
  readonly text: string
  /** Null: nothing is to be seen here. */
  readonly mark: 'warns' | 'blocks' | null
}

/** Cuts a text where marks begin and end; where two meet, what blocks is seen. Marks beyond the text are cut to it. */
export function markedParts(text: string, marks: readonly TextMark[]): MarkedPart[] {
  const cuts = new Set([0, text.length])
  for (const { span } of marks) for (const place of span) if (place > 0 && place < text.length) cuts.add(place)
  const places = [...cuts].toSorted((a, b) => a - b)
  return places.slice(0, -1).map((start, index) => {
    const end = places[index + 1] ?? text.length
    const here = marks.filter(({ span }) => span[0] < end && span[1] > start)
    const mark = here.length === 0 ? null : here.some(({ blocks }) => blocks) ? 'blocks' : 'warns'
    return { text: text.slice(start, end), mark }
  })
}
