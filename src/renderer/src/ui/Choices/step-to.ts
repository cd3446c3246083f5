const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }

/**
 * Where a key leads in a list: by one round the ends, by a page no further than the ends. Null when it leads nowhere.
 * @param from -1 while nothing is marked
 */
export function stepTo(key: string, from: number, count: number): number | null {
  const steps = STEPS[key]
  if (steps === undefined || count === 0) return null
  if (from < 0) return steps > 0 ? 0 : count - 1
  if (Math.abs(steps) === 1) return (from + steps + count) % count
  return Math.min(count - 1, Math.max(0, from + steps))
}
