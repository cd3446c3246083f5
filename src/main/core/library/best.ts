/**
 * The best of many, without sorting all of them.
 * @param score the greater the better; among equals the one that comes first
 */
export function best<T>(candidates: Iterable<T>, most: number, score: (candidate: T) => number): T[] {
  const found: { readonly candidate: T; readonly score: number }[] = []
  for (const candidate of candidates) {
    const own = score(candidate)
    const last = found.at(-1)
    if (found.length >= most && last && own <= last.score) continue
    let at = found.length
    while (at > 0 && (found[at - 1]?.score ?? 0) < own) at -= 1
    found.splice(at, 0, { candidate, score: own })
    if (found.length > most) found.pop()
  }
  return found.map(({ candidate }) => candidate)
}
