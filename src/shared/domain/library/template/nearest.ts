/** Longer words are no slips of a finger. */
const LONGEST = 60

/** The candidate that was probably meant; null when none is near. Case, `_` and blanks make no difference. */
export function nearest(written: string, candidates: Iterable<string>): string | null {
  const word = bare(written)
  if (word === '' || word.length > LONGEST) return null
  let best: string | null = null
  let least = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const candidate of candidates) {
    // `first_name` alone, or behind something else (`contact.first_name`), means the end of a longer name.
    const end = bare(candidate.slice(candidate.lastIndexOf('.') + 1))
    const isEnd = end.length > 3 && bare(written.slice(written.lastIndexOf('.') + 1)) === end
    const apart = Math.min(distance(word, bare(candidate)), isEnd ? 1 : Number.POSITIVE_INFINITY)
    if (apart < least) {
      best = candidate
      least = apart
    }
  }
  return best
}

function bare(word: string): string {
  return word.toLowerCase().replaceAll(/[\s_-]+/gu, '')
}

/** How many letters have to be changed, added, left out, or swapped with the next one. */
function distance(first: string, second: string): number {
  let before: number[] = []
  let row = Array.from({ length: second.length + 1 }, (_, at) => at)
  for (let i = 1; i <= first.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= second.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (first[i - 1] === second[j - 1] ? 0 : 1)
      const isSwapped = first[i - 1] === second[j - 2] && first[i - 2] === second[j - 1]
      const swapped = isSwapped ? (before[j - 2] ?? changed) + 1 : changed
      next.push(Math.min(changed, swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    before = row
    row = next
  }
  return row[second.length] ?? 0
}
