/** placeholder for the slice; see below */
export function firstName(name: string): string | null {
  return /^\p{L}+/u.exec(name.trim())?.[0] ?? null
}
export function lastName(name: string): string | null {
  return /\s(\p{L}+)$/u.exec(name.trim())?.[1] ?? null
}
