import { isEmptyStar, isFilledStar } from './faces.ts'
import { cutUnspaced, type Entry, lookUp } from './lexicon.ts'

/** A piece of an answer. Numbers are as written; whether they are scores is decided later. */
export type Token =
  | { readonly type: 'number'; readonly value: number; readonly weak: boolean }
  /** "4/5" */
  | { readonly type: 'fraction'; readonly value: number; readonly outOf: number }
  /** "3-4" */
  | { readonly type: 'range'; readonly values: readonly number[] }
  /** "4.5" */
  | { readonly type: 'decimal'; readonly value: number }
  /** Digits that are something else: a price, a time, an order. */
  | { readonly type: 'noise' }
  | { readonly type: 'stars'; readonly filled: number; readonly empty: number }
  | { readonly type: 'word'; readonly entry: Entry | null }
  | { readonly type: 'sign'; readonly sign: string }
  /** Ends a clause. */
  | { readonly type: 'break'; readonly sign: string }

const UNSPACED = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー`
/** Digits with what is written into them; letters; a sign for itself. No part can be read in two ways: it is linear. */
const PIECE = new RegExp(
  String.raw`(?<digits>\d+(?:[.,:/\-–—~〜・'_]\d+)*)|(?<unspaced>[${UNSPACED}]+)|(?<letters>(?:(?![${UNSPACED}])\p{L})+(?:['.\-](?:(?![${UNSPACED}])\p{L})+)*)|(?<space>[^\S\n]+)|(?<other>.|\n)`,
  'gsu'
)
/** Directly before digits: a letter is handled apart. */
const NOISE_BEFORE = /[#№@$€£¥₹&=%_^\\°]/u
const NOISE_AFTER = /[%$€£¥₹°_@=&^\\×]/u
/** "thank you 4 your help", "me 2", "good 2 know": letters are saved with these two digits. */
const SHORTHAND = new Set(['2', '4'])
const BEFORE_SHORTHAND = new Set(
  'thanks thank thankyou thx ty tysm cheers you u me us so all go good nice great have had'.split(' ')
)
const AFTER_SHORTHAND = new Set(
  'you u ur your me us all everything everyone the now sure ever real know be go get that this'.split(' ')
)
/** Single letters that Arabic writes onto the next word: and, with, for. */
const ARABIC_PREFIX = /^[وبلف]$/u
/** Letters that may follow digits at once. */
const ATTACHED = new Set([
  'star',
  'stars',
  'pt',
  'pts',
  'points',
  'sterne',
  'stern',
  'punkte',
  'estrellas',
  'estrelas',
  'etoiles'
])
const BREAKS = new Set([...'.,;!?\n()[]{}…。、،؛؟！？，|–—・'])
/** Marks beside a word or a number that change nothing. */
const QUIET = new Set([...'"«»“”„‚¡¿\':*~'])

interface Piece {
  readonly type: 'digits' | 'word' | 'space' | 'other'
  readonly text: string
}

/** @param text folded */
export function tokenise(text: string): Token[] {
  const pieces = cut(text)
  const texts = wordsOf(pieces)
  const tokens: Token[] = []
  for (let at = 0; at < pieces.length;) {
    const piece = pieces[at]
    if (piece === undefined) break
    if (piece.type === 'word') {
      // Words that stand side by side, so that phrases are found.
      const nth = texts.nthOf[at] ?? 0
      const known = lookUp(texts.words.slice(nth, nth + sideBySide(pieces, at)), 0)
      tokens.push({ type: 'word', entry: known?.entry ?? null })
      at = afterWords(pieces, at, known?.length ?? 1)
    } else if (piece.type === 'digits') {
      tokens.push(...digits(pieces, at))
      at += 1 + swallowed(pieces, at)
    } else {
      if (piece.type === 'other') pushSign(tokens, pieces, at)
      at += 1
    }
  }
  return tokens
}

function cut(text: string): Piece[] {
  const pieces: Piece[] = []
  for (const { groups, 0: whole } of text.matchAll(PIECE)) {
    if (groups?.['digits'] !== undefined) pieces.push({ type: 'digits', text: whole })
    else if (groups?.['unspaced'] !== undefined) {
      pieces.push(...cutUnspaced(whole).map((word): Piece => ({ type: 'word', text: word })))
    } else if (groups?.['letters'] !== undefined) pieces.push({ type: 'word', text: whole })
    else if (groups?.['space'] !== undefined) pieces.push({ type: 'space', text: ' ' })
    else pieces.push({ type: 'other', text: whole })
  }
  return pieces
}

function wordsOf(pieces: readonly Piece[]): { readonly words: string[]; readonly nthOf: readonly number[] } {
  const words: string[] = []
  const nthOf = pieces.map(({ type, text }) => (type === 'word' ? words.push(text) - 1 : words.length))
  return { words, nthOf }
}

/** How many words follow each other with nothing but blanks between them; more than the longest phrase are not counted. */
function sideBySide(pieces: readonly Piece[], from: number): number {
  let count = 0
  for (let at = from; at < pieces.length && count < 8; at += 1) {
    if (pieces[at]?.type === 'word') count += 1
    else if (pieces[at]?.type !== 'space') break
  }
  return count
}

function afterWords(pieces: readonly Piece[], from: number, count: number): number {
  let at = from
  for (let left = count; at < pieces.length && left > 0; at += 1) if (pieces[at]?.type === 'word') left -= 1
  return at
}

/** Letters that belong to the digits before them: "4stars", "5th", "3kg". */
function swallowed(pieces: readonly Piece[], at: number): number {
  const next = pieces[at + 1]
  return next?.type === 'word' && isSpaced(next.text) ? 1 : 0
}

function isSpaced(text: string): boolean {
  return !new RegExp(`[${UNSPACED}]`, 'u').test(text)
}

function digits(pieces: readonly Piece[], at: number): Token[] {
  const [before, own, after] = [pieces[at - 1], pieces[at]?.text ?? '', pieces[at + 1]]
  if (before?.type === 'word' && isSpaced(before.text) && !ARABIC_PREFIX.test(before.text)) return [{ type: 'noise' }]
  if (before?.type === 'other' && NOISE_BEFORE.test(before.text)) return [{ type: 'noise' }]
  if (after?.type === 'other' && NOISE_AFTER.test(after.text)) return [{ type: 'noise' }]
  const isMore = before?.type === 'other' && /[+−<>≥≤≈-]/u.test(before.text)
  const hedge: Token[] = isMore || isShorthand(pieces, at) ? [hedged] : []
  const token = numberToken(own)
  if (after?.type === 'word' && isSpaced(after.text)) {
    if (!ATTACHED.has(after.text) || token.type === 'noise') return [{ type: 'noise' }]
    return [...hedge, token, { type: 'word', entry: { role: 'unit', value: 0 } }]
  }
  return [...hedge, token]
}

function isShorthand(pieces: readonly Piece[], at: number): boolean {
  if (!SHORTHAND.has(pieces[at]?.text ?? '')) return false
  const [before, after] = [pieces[at - 2], pieces[at + 2]]
  return (
    (pieces[at - 1]?.type === 'space' && BEFORE_SHORTHAND.has(before?.text ?? '')) ||
    (pieces[at + 1]?.type === 'space' && AFTER_SHORTHAND.has(after?.text ?? ''))
  )
}

const hedged: Token = { type: 'word', entry: { role: 'hedge', value: 0 } }

function numberToken(text: string): Token {
  if (/^\d{1,2}$/u.test(text)) {
    return text.length === 2 && text.startsWith('0')
      ? { type: 'noise' }
      : { type: 'number', value: Number(text), weak: false }
  }
  const pair = /^(?<first>\d{1,3})(?<sign>[./,\-–—~〜])(?<second>\d{1,3})$/u.exec(text)?.groups
  if (!pair) return { type: 'noise' }
  const [first, second] = [Number(pair['first']), Number(pair['second'])]
  switch (pair['sign']) {
    case '/':
      return { type: 'fraction', value: first, outOf: second }
    case '.':
    case ',':
      return pair['second']?.length === 1 && first <= 11 ? decimal(first, second) : { type: 'noise' }
    default:
      return first <= 10 && second <= 10 ? { type: 'range', values: [first, second] } : { type: 'noise' }
  }
}

function decimal(whole: number, tenths: number): Token {
  return tenths === 0 ? { type: 'number', value: whole, weak: false } : { type: 'decimal', value: whole + tenths / 10 }
}

function pushSign(tokens: Token[], pieces: readonly Piece[], at: number): void {
  const sign = pieces[at]?.text ?? ''
  const last = tokens.at(-1)
  if (isFilledStar(sign) || isEmptyStar(sign)) {
    const [filled, empty] = isFilledStar(sign) ? [1, 0] : [0, 1]
    if (last?.type === 'stars' && pieces[at - 1]?.type === 'other') {
      tokens[tokens.length - 1] = { type: 'stars', filled: last.filled + filled, empty: last.empty + empty }
    } else tokens.push({ type: 'stars', filled, empty })
  } else if (BREAKS.has(sign)) tokens.push({ type: 'break', sign })
  else if (sign === '-') {
    // Between blanks it is a dash; onto digits it was read with them.
    if (pieces[at + 1]?.type !== 'digits') tokens.push({ type: 'break', sign })
  } else if (sign === '/') tokens.push({ type: 'word', entry: { role: 'of', value: 0 } })
  else if (!QUIET.has(sign)) tokens.push({ type: 'sign', sign })
}
