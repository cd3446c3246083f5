/**
 * Cells of our own tables: texts that a spreadsheet would take for a formula get an apostrophe in front, and so do those
 * that begin with one, so that reading takes away what writing has put there.
 * @module
 */
const FORMULA = /^(?:['\t\r\n]|\s*[=+\-@＝＋－＠])/u

export function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

export function isGuarded(cell: string): boolean {
  return cell.startsWith("'")
}

export function unguarded(cell: string): string {
  return cell.slice(1)
}

export function writeList(names: readonly string[]): string {
  return names.map((name) => name.replaceAll(/[\\,]/gu, '\\$&')).join(', ')
}

export function writePath(names: readonly string[]): string {
  return names.map((name) => name.replaceAll(/[\\/]/gu, '\\$&')).join(' / ')
}

/** @param escaped a backslash takes the meaning of what follows it */
export function splitList(written: string, separator: RegExp, escaped: boolean): string[] {
  if (!escaped)
    return written
      .split(separator)
      .map((word) => word.trim())
      .filter((word) => word !== '')
  return splitEscaped(written, ',')
}

/** `A / B`, `A > B`, `A::B`. */
export function splitPath(written: string, escaped: boolean): string[] {
  if (escaped) return splitEscaped(written, '/')
  return written
    .split(/::|[/>»\\]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

function splitEscaped(written: string, separator: string): string[] {
  const parts = ['']
  for (let at = 0; at < written.length; at += 1) {
    const character = written.charAt(at)
    if (character === '\\') {
      at += 1
      parts[parts.length - 1] += written.charAt(at)
    } else if (character === separator) parts.push('')
    else parts[parts.length - 1] += character
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}
