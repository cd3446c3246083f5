const HUES = 8

/** Up to two letters for a name; for names without letters (emoji only) its first sign. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/\s+/)
    .map((word) => word.match(/[\p{L}\p{N}]/u)?.[0] ?? '')
    .filter((letter) => letter !== '')
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words
  if (picked.length > 0) return picked.join('').toLocaleUpperCase()
  const [first] = new Intl.Segmenter().segment(name.trim())
  return first?.segment ?? '?'
}

/** One of eight colours, always the same for the same id. */
export function hueOf(id: string): number {
  let sum = 7
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 100_003
  return sum % HUES
}
