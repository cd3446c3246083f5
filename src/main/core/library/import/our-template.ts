/** Writes our templates. @module */

/** What our templates would read as something: a whole expression, or braces of one that stand alone. */
const BRACES = /\{+[{%](?:(?!\{[{%])[\s\S]){0,1000}?[}%]\}+|[{}%]*(?:\{[{%]|[}%]\})[{}%]*/gu

/** A text in which nothing is a placeholder, whatever it holds. */
export function literal(text: string): string {
  return text.replaceAll(BRACES, (found) => {
    const [, open = '', inside = '', close = ''] = /^([{%]*)([\s\S]*?)([}%]*)$/u.exec(found) ?? []
    return inside.includes('endraw') ? `${raw(open)}${inside}${raw(close)}` : raw(found)
  })
}

function raw(text: string): string {
  return `{% raw %}${text}{% endraw %}`
}

export function placeholder(path: string, fallback: string | null, filters: readonly string[] = []): string {
  const piped = [path, ...filters, ...(fallback === null ? [] : [`fallback: ${quoted(fallback)}`])]
  return `{{ ${piped.join(' | ')} }}`
}

/** What the agent is asked for; `fallback` stands there until it is answered. */
export function ask(question: string, fallback: string | null): string {
  const suggested = fallback === null || fallback.trim() === '' ? '' : `, default: ${quoted(fallback)}`
  return `{{ ask ${quoted(question)}${suggested} }}`
}

/** In quotes, on one line. What quotes and braces cannot hold is written otherwise. */
export function quoted(text: string): string {
  const held = text
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/\{\{|\{%/gu, '{ ')
    .replaceAll(/\}\}|%\}/gu, ' }')
    .replaceAll('\\', '\\\\')
  if (!held.includes('"')) return `"${held}"`
  return held.includes("'") ? `"${held.replaceAll('"', '”')}"` : `'${held}'`
}

/** Puts parts together so that a brace at the end of one and the braces of the next are not read as one. */
export function joined(parts: readonly string[]): string {
  let text = ''
  for (const part of parts) {
    const meets = text.endsWith('{') && !text.endsWith('{% raw %}{') && /^(?:\{\{|\{%|%)/u.test(part)
    text = meets ? `${text.slice(0, -1)}${raw('{')}${part}` : text + part
  }
  return text
}
