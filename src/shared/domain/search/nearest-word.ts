/** The word of the list that a mistyped one most likely stands for, or null when none is near. */
export function nearestWord(typed: string, words: readonly string[]): string | null {
  const wanted = typed.toLowerCase()
  const most = wanted.length <= 3 ? 1 : wanted.length <= 6 ? 2 : 3
  let best: { readonly word: string; readonly distance: number } | null = null
  for (const word of words) {
    const known = word.toLowerCase()
    const begins = wanted.length >= 2 && known.startsWith(wanted)
    const distance = begins ? 0.5 : distanceOf(wanted, known)
    if (distance <= most && (best === null || distance < best.distance)) best = { word, distance }
  }
  return best?.word ?? null
}

/** Letters to add, leave out, exchange or swap with their neighbour (optimal string alignment). */
function distanceOf(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      next.push(least)
    }
    before = row
    row = next
  }
  return row[b.length] ?? a.length
}
