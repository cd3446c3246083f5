/** What stands between the braces of a placeholder: `contact.first_name || 'there'`, `a.b | date: "%d"`. */
export interface Expression {
  /** As it is written there; need not be a path. */
  readonly path: string
  readonly fallback: string | null
  /** Filters other than those that give a fallback. */
  readonly filters: readonly { readonly name: string; readonly args: string }[]
}

const FALLBACKS = new Set(['default', 'fallback'])

/** @returns null when it cannot be read. */
export function readExpression(inside: string): Expression | null {
  const parts = splitOutsideQuotes(inside, '|')
  if (parts === null) return null
  const [path = '', ...rest] = parts.map((part) => part.trim())
  if (path === '' || /[{}]/u.test(path)) return null
  let fallback: string | null = null
  const filters: { name: string; args: string }[] = []
  for (let index = 0; index < rest.length; index += 1) {
    const part = rest[index] ?? ''
    if (part === '') {
      // `a || 'b'`: an empty part between two strokes.
      index += 1
      const value = unquoted(rest[index] ?? '')
      if (value === null) return null
      fallback ??= value
      continue
    }
    const filter = /^([\p{L}_][\p{L}\p{N}_]*)\s*(?::\s*([\s\S]*)|\(([\s\S]*)\))?$/u.exec(part)
    if (!filter) return null
    const [, name = '', colon, parenthesised] = filter
    const args = (colon ?? parenthesised ?? '').trim()
    if (!FALLBACKS.has(name.toLowerCase())) filters.push({ name, args })
    else {
      const value = unquoted((splitOutsideQuotes(args, ',') ?? [''])[0]?.trim() ?? '')
      if (value === null) return null
      fallback ??= value
    }
  }
  return { path, fallback, filters }
}

/** The text between quotes, or a number as it is written; null for anything else. */
export function unquoted(written: string): string | null {
  const match = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(-?\d+(?:\.\d+)?))$/su.exec(written)
  if (!match) return null
  return (match[1] ?? match[2] ?? match[3] ?? '').replaceAll(/\\(["'\\])/gu, '$1')
}

/** @returns null when a quote is missing. */
function splitOutsideQuotes(written: string, separator: string): string[] | null {
  const parts: string[] = []
  let quote = ''
  let start = 0
  for (let index = 0; index < written.length; index += 1) {
    const character = written.charAt(index)
    if (quote !== '') {
      if (character === '\\') index += 1
      else if (character === quote) quote = ''
    } else if (character === '"' || character === "'") quote = character
    else if (character === separator) {
      parts.push(written.slice(start, index))
      start = index + 1
    }
  }
  if (quote !== '') return null
  return [...parts, written.slice(start)]
}
