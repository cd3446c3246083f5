/**
 * A text as it may be stored and shown: as X gave it, without NUL (SQLite's text functions end there) and with lone
 * surrogates replaced (they cannot be written as UTF-8). Nothing is unescaped: it stays text, never HTML.
 */
export function cleanText(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed()
}
