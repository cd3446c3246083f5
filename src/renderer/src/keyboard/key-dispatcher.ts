/** A key sequence, written canonically (press.ts), and what it does. @returns whether it did anything */
export type KeyBinding = readonly [keys: string, run: (press: string) => boolean]

/** Keys of a sequence follow each other within this time. Milliseconds. */
const PATIENCE = 1_000

interface Pressed {
  readonly readings: readonly string[]
  readonly at: number
}

/**
 * Listens for many key sequences at once. Of those that a press completes, the longest that does something wins, so that
 * one that ends in `r` wins over `r`; a key never does two things.
 * @returns takes the readings of a press, the likeliest first, with its time in ms; says whether anything was done
 */
export function keyDispatcher(bindings: readonly KeyBinding[]): (readings: readonly string[], at: number) => boolean {
  const sequences = bindings
    .map(([keys, run]) => ({ presses: keys.split(' '), run }))
    // Sorting is stable: among equals, the order of the registry decides.
    .toSorted((a, b) => b.presses.length - a.presses.length)
  const longest = sequences[0]?.presses.length ?? 1
  let recent: readonly Pressed[] = []

  return (readings, at) => {
    if (readings.length === 0) return false
    const fresh = at - (recent.at(-1)?.at ?? at) > PATIENCE ? [] : recent
    recent = [...fresh, { readings, at }].slice(-longest)
    for (const reading of readings) {
      for (const { presses, run } of sequences) {
        if (presses.at(-1) !== reading || !follows(presses.slice(0, -1), recent.slice(0, -1))) continue
        if (!run(reading)) continue
        recent = []
        return true
      }
    }
    return false
  }
}

/** Whether the presses before the last one were these. */
function follows(presses: readonly string[], recent: readonly Pressed[]): boolean {
  if (presses.length > recent.length) return false
  const last = recent.slice(recent.length - presses.length)
  return presses.every((press, at) => last[at]?.readings.includes(press) === true)
}
