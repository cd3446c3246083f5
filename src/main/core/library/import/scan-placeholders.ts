import { type Expression, readExpression } from './read-expression.ts'
import type { Dialect } from './raw-reply.ts'

/** A part of a text of another system. `raw`: as it is written there. */
export type ScannedPart =
  | { readonly kind: 'text'; readonly raw: string }
  | { readonly kind: 'value'; readonly raw: string; readonly expression: Expression }
  /** `{% name args %}` */
  | { readonly kind: 'tag'; readonly raw: string; readonly name: string; readonly args: string }
  /** Looks like a placeholder, and cannot be read. */
  | { readonly kind: 'unreadable'; readonly raw: string }

/** Finds the placeholders of a text. Its parts put together are the text. */
export function scanPlaceholders(text: string, dialect: Dialect): ScannedPart[] {
  switch (dialect) {
    case 'curly':
      return scanCurly(text)
    case 'percent':
      return scanShape(text, /\{%([a-zA-Z][a-zA-Z.]*)(?:,\s*fallback=([^}]*?))?%\}/gu)
    case 'hash':
      return scanShape(text, /#\{([^{}\n]{1,200})\}/gu)
    default:
      return text === '' ? [] : [{ kind: 'text', raw: text }]
  }
}

function scanShape(text: string, shape: RegExp): ScannedPart[] {
  const parts: ScannedPart[] = []
  let at = 0
  for (const match of text.matchAll(shape)) {
    if (match.index > at) parts.push({ kind: 'text', raw: text.slice(at, match.index) })
    const [raw, path = '', fallback = null] = match
    parts.push({ kind: 'value', raw, expression: { path: path.trim(), fallback, filters: [] } })
    at = match.index + raw.length
  }
  if (at < text.length) parts.push({ kind: 'text', raw: text.slice(at) })
  return parts
}

const OPENING = /\{\{|\{%/gu

function scanCurly(text: string): ScannedPart[] {
  const parts: ScannedPart[] = []
  let at = 0
  OPENING.lastIndex = 0
  for (let match = OPENING.exec(text); match !== null; match = OPENING.exec(text)) {
    if (match.index > at) parts.push({ kind: 'text', raw: text.slice(at, match.index) })
    const part = match[0] === '{{' ? readValue(text, match.index) : readTag(text, match.index)
    parts.push(part)
    at = match.index + part.raw.length
    OPENING.lastIndex = at
  }
  if (at < text.length) parts.push({ kind: 'text', raw: text.slice(at) })
  return parts
}

function readValue(text: string, start: number): ScannedPart {
  const raw = upTo(text, start, '}}')
  if (raw === null) return { kind: 'unreadable', raw: '{{' }
  const inside = raw.slice(2, -2)
  if (inside.includes('{{')) return { kind: 'unreadable', raw: balanced(text, start) }
  const expression = readExpression(inside.replace(/^-/u, '').replace(/-$/u, ''))
  return expression === null ? { kind: 'unreadable', raw } : { kind: 'value', raw, expression }
}

function readTag(text: string, start: number): ScannedPart {
  const raw = upTo(text, start, '%}')
  const match = raw === null ? null : /^\{%-?\s*([a-z_]+)([\s\S]*?)-?%\}$/u.exec(raw)
  if (!match || raw === null) return { kind: 'unreadable', raw: '{%' }
  return { kind: 'tag', raw, name: match[1] ?? '', args: (match[2] ?? '').trim() }
}

/** How far an expression may reach: what does not end within that was none. */
const LONGEST = 1_000

/** Up to the end that stands outside of quotes; else up to the first one. */
function upTo(text: string, start: number, end: string): string | null {
  const reach = text.slice(start, start + LONGEST)
  const first = reach.indexOf(end, 2)
  if (first === -1) return null
  for (let at = first; at !== -1; at = reach.indexOf(end, at + 1)) {
    const raw = reach.slice(0, at + 2)
    if (count(raw, '"') % 2 === 0 && count(raw, "'") % 2 === 0) return raw
  }
  return reach.slice(0, first + 2)
}

function count(text: string, character: string): number {
  return text.split(character).length - 1
}

/** A placeholder with another one inside, to the end that belongs to it; else to the first end. */
function balanced(text: string, start: number): string {
  const reach = text.slice(start, start + LONGEST)
  let depth = 0
  for (const match of reach.matchAll(/\{\{|\}\}/gu)) {
    depth += match[0] === '{{' ? 1 : -1
    if (depth === 0) return reach.slice(0, match.index + 2)
  }
  return reach.slice(0, reach.indexOf('}}') + 2)
}
