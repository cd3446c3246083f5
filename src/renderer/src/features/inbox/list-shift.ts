interface Listed {
  readonly id: string
}

/**
 * How many places the rows in view have moved down (negative: up) from one answer to the next: what most of them did,
 * because a single one may have jumped to the top with a new message.
 * @param first index of the first row in view, before
 * @param count how many rows are in view
 */
export function listShift(before: readonly Listed[], after: readonly Listed[], first: number, count: number): number {
  const places = new Map(after.map((row, index) => [row.id, index]))
  const votes = new Map<number, number>()
  for (const [offset, row] of before.slice(first, first + count).entries()) {
    const place = places.get(row.id)
    if (place === undefined) continue
    const moved = place - first - offset
    votes.set(moved, (votes.get(moved) ?? 0) + 1)
  }
  const [winner] = [...votes].toSorted((a, b) => b[1] - a[1])
  return winner?.[0] ?? 0
}
