import type { Token } from './tokens.ts'
import type { Role } from './lexicon.ts'

/** A clause's parts after numbers and the words that belong to them were put together. */
export type Part =
  /** `strong`: it says itself that it is a score: "4 stars", "4/5". */
  | { readonly type: 'score'; readonly value: number; readonly strong: boolean }
  | { readonly type: 'fraction'; readonly value: number; readonly outOf: number }
  | { readonly type: 'range'; readonly values: readonly number[] }
  | { readonly type: 'half'; readonly value: number }
  | { readonly type: 'stars'; readonly filled: number; readonly empty: number }
  | { readonly type: 'noise' }
  | { readonly type: 'word'; readonly role: Role | 'unknown' }
  | { readonly type: 'sign'; readonly sign: string }
  | { readonly type: 'break'; readonly sign: string }

/** Puts together what is said with several words: "4 out of 5", "3 or 4", "four and a half", "4 stars", "2 days". */
export function merge(tokens: readonly Token[]): Part[] {
  const list = tokens.map(asNumber)
  const parts: Part[] = []
  for (let at = 0; at < list.length;) {
    const { part, length } = mergeAt(list, at)
    parts.push(part)
    at += length
  }
  return parts
}

/** A number word becomes a number. */
function asNumber(token: Token): Token {
  if (token.type !== 'word' || token.entry === null) return token
  const { role, value } = token.entry
  // "viereinhalb"
  if (role === 'half' && value > 0) return { type: 'decimal', value }
  return role === 'number' || role === 'one' ? { type: 'number', value, weak: role === 'one' } : token
}

interface Merged {
  readonly part: Part
  readonly length: number
}

function mergeAt(list: readonly Token[], at: number): Merged {
  const token = list[at]
  if (token === undefined) return { part: { type: 'noise' }, length: 1 }
  switch (token.type) {
    case 'number':
      return numberAt(list, at, token.value, token.weak)
    case 'fraction':
    case 'range':
    case 'noise':
    case 'stars':
    case 'break':
      return { part: token, length: 1 }
    case 'sign':
      return isMeasure(token) && isNumeric(list[at + 1]) ? noise(2) : { part: token, length: 1 }
    case 'decimal':
      return isQuantity(list, at + 1) ? noise(2) : { part: { type: 'half', value: token.value }, length: 1 }
    case 'word':
      return wordAt(list, at, token.entry?.role ?? 'unknown')
  }
}

function numberAt(list: readonly Token[], at: number, value: number, weak: boolean): Merged {
  const [next, second] = [list[at + 1], list[at + 2]]
  const nextRole = roleOf(next)
  if (nextRole === 'half') return { part: { type: 'half', value: value + 0.5 }, length: 2 }
  if (next?.type === 'fraction' && next.value === 1) return { part: { type: 'half', value: value + 0.5 }, length: 2 }
  if (nextRole === 'of' && second?.type === 'number') {
    return { part: { type: 'fraction', value, outOf: second.value }, length: 3 + units(list, at + 3) }
  }
  const whole = roleOf(list[at + 2])
  if (nextRole === 'unit' && roleOf(second) === 'of' && list[at + 3]?.type === 'number') {
    const outOf = list[at + 3]
    if (outOf?.type === 'number') {
      return { part: { type: 'fraction', value, outOf: outOf.value }, length: 4 + units(list, at + 4) }
    }
  }
  // "5点中4点"
  const skipped = nextRole === 'whole' ? 1 : nextRole === 'unit' && whole === 'whole' ? 2 : 0
  const part = list[at + 1 + skipped]
  if (skipped > 0 && part?.type === 'number') {
    const length = 2 + skipped
    return { part: { type: 'fraction', value: part.value, outOf: value }, length: length + units(list, at + length) }
  }
  const other = otherNumber(list, at)
  if (other !== null) return { part: { type: 'range', values: [value, other.value] }, length: other.length }
  // "un 4", "one more"
  if (weak && next !== undefined && next.type !== 'break' && next.type !== 'sign' && next.type !== 'stars') {
    if (nextRole !== 'unit') {
      return { part: { type: 'word', role: isKnown(next) ? 'filler' : 'unknown' }, length: 1 }
    }
  }
  if (isQuantity(list, at + 1)) return noise(2)
  const unit = units(list, at + 1)
  if (next?.type === 'stars' && (next.filled === 1 || next.filled === value) && next.empty === 0) {
    return { part: { type: 'score', value, strong: true }, length: 2 }
  }
  return { part: { type: 'score', value, strong: unit > 0 }, length: 1 + unit }
}

/** "3 or 4", "3 - 4", "3, 4": the second number. */
function otherNumber(list: readonly Token[], at: number): { readonly value: number; readonly length: number } | null {
  let next = at + 1 + units(list, at + 1)
  const joint = list[next]
  const joins = roleOf(joint) === 'or' || (joint?.type === 'break' && /[-–—]/u.test(joint.sign))
  if (!joins) return null
  next += 1
  if (list[next]?.type === 'word' && roleOf(list[next]) === 'filler') next += 1
  const weak = list[next]
  if (weak?.type === 'number' && weak.weak && list[next + 1]?.type === 'number') next += 1
  const found = list[next]
  if (found?.type !== 'number' || found.weak) return null
  const own = list[at]
  if (own?.type === 'number' && (own.value === found.value || own.weak)) return null
  return isQuantity(list, next + 1) ? null : { value: found.value, length: next + 1 + units(list, next + 1) - at }
}

function wordAt(list: readonly Token[], at: number, role: Role | 'unknown'): Merged {
  const next = list[at + 1]
  if (role === 'before' && next !== undefined && isNumeric(next)) {
    // "on 5 stars": what counts a scale is a score, whatever stands before it.
    if (next.type === 'number' && roleOf(list[at + 2]) === 'unit')
      return { part: { type: 'word', role: 'unknown' }, length: 1 }
    return { part: { type: 'noise' }, length: 2 + Number(isQuantity(list, at + 2)) }
  }
  if (role === 'definite') return { part: { type: 'word', role: isNumeric(next) ? 'hedge' : 'filler' }, length: 1 }
  // "星5つ", "نجمة واحدة"
  if (role === 'unit' && next?.type === 'number') {
    const after = units(list, at + 2)
    if (after > 0 || next.weak) return { part: { type: 'score', value: next.value, strong: true }, length: 2 + after }
  }
  return { part: { type: 'word', role: resting(role) }, length: 1 }
}

/** What a joining word says when it joins nothing. */
function resting(role: Role | 'unknown'): Role | 'unknown' {
  if (role === 'or' || role === 'and') return 'filler'
  if (role === 'of' || role === 'before' || role === 'quantity' || role === 'whole' || role === 'half') return 'unknown'
  return role
}

function units(list: readonly Token[], at: number): number {
  return roleOf(list[at]) === 'unit' ? 1 : 0
}

function noise(length: number): Merged {
  return { part: { type: 'noise' }, length }
}

/** Days, boxes, euros: what is counted is no scale. */
function isQuantity(list: readonly Token[], at: number): boolean {
  return roleOf(list[at]) === 'quantity' || isMeasure(list[at])
}

function isMeasure(token: Token | undefined): boolean {
  return token?.type === 'sign' && /[\p{Sc}%‰°§#№@]/u.test(token.sign)
}

function isNumeric(token: Token | undefined): boolean {
  return token !== undefined && ['number', 'fraction', 'decimal', 'range'].includes(token.type)
}

function isKnown(token: Token): boolean {
  return token.type !== 'word' || token.entry !== null
}

function roleOf(token: Token | undefined): Role | null {
  return token?.type === 'word' ? (token.entry?.role ?? null) : null
}
