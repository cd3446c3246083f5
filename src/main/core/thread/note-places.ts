/**
 * Puts notes among rows, each behind the last row that is not younger. The rows keep their order, whatever their times
 * say: replies that X does not have yet are dated by another clock than its messages.
 * @param rows in the order of the thread @param notes oldest first
 */
export function withNotes<R extends { readonly at: number }, N extends { readonly at: number }>(
  rows: readonly R[],
  notes: readonly N[]
): (R | N)[] {
  const placed: (R | N)[] = []
  let end = rows.length
  for (const note of notes.toReversed()) {
    let place = end
    while (place > 0 && (rows[place - 1]?.at ?? 0) > note.at) place -= 1
    placed.unshift(note, ...rows.slice(place, end))
    end = place
  }
  return [...rows.slice(0, end), ...placed]
}
