export interface MarkedPart {
  readonly text: string
  readonly marked: boolean
}

/** Cuts a text at [start, end) offsets; whatever is out of range, upside down or overlapping is put right, never thrown. */
export function splitMarks(text: string, marks: readonly (readonly [number, number])[]): MarkedPart[] {
  const parts: MarkedPart[] = []
  let position = 0
  for (const [start, end] of marks.toSorted((a, b) => a[0] - b[0])) {
    const from = Math.max(position, Math.min(start, text.length))
    const to = Math.min(end, text.length)
    if (!(to > from)) continue
    if (from > position) parts.push({ text: text.slice(position, from), marked: false })
    parts.push({ text: text.slice(from, to), marked: true })
    position = to
  }
  if (position < text.length) parts.push({ text: text.slice(position), marked: false })
  return parts
}
