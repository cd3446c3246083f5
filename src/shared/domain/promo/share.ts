/** Of a normal distribution, for 95 in 100. */
const Z = 1.959_964

/** A share with the range in which the true one lies, 95 times in 100; all from 0 to 1. */
export interface Share {
  readonly share: number
  readonly low: number
  readonly high: number
}

/** Wilson's score interval: honest also when little happened yet. Null when nothing did. */
export function wilsonShare(hits: number, of: number): Share | null {
  if (of <= 0) return null
  const share = Math.min(1, hits / of)
  const middle = share + (Z * Z) / (2 * of)
  const spread = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of))
  const whole = 1 + (Z * Z) / of
  return { share, low: Math.max(0, (middle - spread) / whole), high: Math.min(1, (middle + spread) / whole) }
}
