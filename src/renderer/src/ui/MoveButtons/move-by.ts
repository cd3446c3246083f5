/** The list with one of its items a place further up (-1) or down (1); at an end nothing moves. */
export function moveBy<T>(list: readonly T[], at: number, by: -1 | 1): T[] {
  const moved = list[at]
  const to = at + by
  if (moved === undefined || to < 0 || to >= list.length) return [...list]
  return list.toSpliced(at, 1).toSpliced(to, 0, moved)
}
