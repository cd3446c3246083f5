import { diffArrays } from 'diff'

/** A text of a version; `language` empty: the reply's own. */
export interface Template {
  readonly language: string
  readonly text: string
}

/** What somebody changed in the words of a template. */
export interface Edit {
  readonly language: string
  /** Where in the template, in UTF-16 units; the same twice: something was put in between. */
  readonly from: number
  readonly to: number
  /** What stands there instead. */
  readonly put: string
}

export interface Edited {
  /** How much of what was inserted did not leave as it stood: thousandths of its words. */
  readonly changed: number
  readonly edits: readonly Edit[]
}

/** A word; each sign of a script that has no blanks between words; blanks; any other sign. */
const TOKEN =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}])[\p{L}\p{M}\p{N}'’])+|\s+|./gsu
const PLACEHOLDER = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/gu
/** So many words may have come and gone before it is another text. Comparing them gets dear, too. */
const MOST_CHANGES = 400
/** What stands beside the reply (another reply, words of the agent) may be so much longer. */
const MOST_BESIDE = 2_000
/** From this share on it is another answer, from which nothing is learned about single words. */
const REWRITTEN = 500
/** What is shorter could lie anywhere in the text. Letters. */
const SHORTEST_PART = 4

/**
 * Compares what was inserted with what left. What stands before and after it was written besides, and counts for nothing;
 * what was filled in is the customer's own, and is in no edit.
 */
export function editsOf(templates: readonly Template[], inserted: string, sent: string): Edited {
  if (inserted.trim() === '' || sent.includes(inserted.trim())) return { changed: 0, edits: [] }
  const [own, left] = [tokens(inserted), tokens(sent)]
  const beside = Math.min(MOST_BESIDE, Math.max(0, left.length - own.length))
  const parts = diffArrays(own, left, { maxEditLength: MOST_CHANGES + beside })
  const words = wordsIn(own)
  if (parts === undefined) return { changed: 1_000, edits: [] }
  const hunks = joined(parts)
  const last = inserted.trimEnd().length
  const counted = hunks.map(({ from, to, removed, added }) => {
    const outside = inserted.slice(0, from).trim() === '' || to >= last
    const [gone, come] = [wordsIn(removed), wordsIn(added)]
    // A paragraph of the agent's own in between leaves the reply's words standing.
    return outside ? gone : Math.min(Math.max(gone, come), gone + words / 4)
  })
  const changed = Math.min(1_000, Math.round((sum(counted) / Math.max(1, words)) * 1_000))
  // A sign alone was changed: a comma is an edit, too.
  const share = changed === 0 && hunks.some((hunk) => isInside(hunk, last)) ? 1 : changed
  if (share === 0 || share >= REWRITTEN) return { changed: share, edits: [] }
  const placed = placedIn(templates, inserted)
  if (placed === null) return { changed: share, edits: [] }
  const secret = filledWords(placed, inserted)
  const edits = hunks.flatMap((hunk) => editOf(hunk, placed) ?? []).filter(({ put }) => isForAll(put, secret))
  return { changed: share, edits }
}

interface Hunk {
  /** In what was inserted. */
  readonly from: number
  readonly to: number
  readonly removed: readonly string[]
  readonly added: readonly string[]
}

/** Changes with nothing but blanks between them are one. */
function joined(parts: readonly { value: string[]; added?: boolean; removed?: boolean }[]): Hunk[] {
  const hunks: { from: number; to: number; removed: string[]; added: string[] }[] = []
  let at = 0
  let open = false
  for (const [index, { value, added, removed }] of parts.entries()) {
    const text = value.join('')
    if (added !== true && removed !== true) {
      const next = parts[index + 1]
      const last = hunks.at(-1)
      if (open && last && next !== undefined && text.trim() === '') {
        last.removed.push(...value)
        last.added.push(...value)
        last.to += text.length
      } else open = false
      at += text.length
      continue
    }
    let hunk = open ? hunks.at(-1) : undefined
    if (hunk === undefined) {
      hunk = { from: at, to: at, removed: [], added: [] }
      hunks.push(hunk)
      open = true
    }
    if (removed === true) {
      hunk.removed.push(...value)
      at += text.length
      hunk.to = at
    } else hunk.added.push(...value)
  }
  return hunks.filter(({ removed, added }) => removed.join('').trim() !== '' || added.join('').trim() !== '')
}

function isInside({ from, to, removed }: Hunk, last: number): boolean {
  return removed.length > 0 || (from > 0 && to < last)
}

/** A part of a template that stands in what was inserted as it is. */
interface Part {
  readonly inserted: number
  readonly template: number
  readonly length: number
}

interface Placed {
  readonly language: string
  readonly text: string
  readonly parts: readonly Part[]
}

/** Finds the text that was inserted, and where its own words lie in it. Null: none of them. */
function placedIn(templates: readonly Template[], inserted: string): Placed | null {
  let best: (Placed & { readonly covered: number }) | null = null
  for (const { language, text } of templates) {
    const parts: Part[] = []
    let searched = 0
    for (const { text: own, at } of ownWords(text)) {
      const found = inserted.indexOf(own, searched)
      if (found < 0) continue
      parts.push({ inserted: found, template: at, length: own.length })
      searched = found + own.length
    }
    const covered = sum(parts.map(({ length }) => length))
    if (covered > (best?.covered ?? 0)) best = { language, text, parts, covered }
  }
  return best
}

/** The words that were filled in, but for those that the template says itself: a name, a number of an order. */
function filledWords({ text, parts }: Placed, inserted: string): ReadonlySet<string> {
  const words = new Set<string>()
  let at = 0
  for (const part of [...parts, { inserted: inserted.length, length: 0 }]) {
    for (const word of foldedWords(inserted.slice(at, part.inserted))) words.add(word)
    at = part.inserted + part.length
  }
  for (const word of foldedWords(text.replaceAll(PLACEHOLDER, ' '))) words.delete(word)
  return words
}

/** Neither words that are this customer's own, nor anything that would be a placeholder in a template. */
function isForAll(put: string, secret: ReadonlySet<string>): boolean {
  return !/\{\{|\{%|\}\}|%\}/u.test(put) && !foldedWords(put).some((word) => secret.has(word))
}

function foldedWords(text: string): string[] {
  return tokens(text.normalize('NFC').toLocaleLowerCase('en')).filter((token) => /[\p{L}\p{N}]/u.test(token))
}

/** What of a template stands between its placeholders. */
function ownWords(template: string): { readonly text: string; readonly at: number }[] {
  const found: { text: string; at: number }[] = []
  let at = 0
  const add = (end: number): void => {
    const raw = template.slice(at, end)
    const text = raw.trim()
    if (text.length >= SHORTEST_PART) found.push({ text, at: at + raw.indexOf(text) })
  }
  for (const match of template.matchAll(PLACEHOLDER)) {
    add(match.index)
    at = match.index + match[0].length
  }
  add(template.length)
  return found
}

function editOf(hunk: Hunk, { language, parts }: Placed): Edit | null {
  const { from, to, removed, added } = hunk
  const insertion = removed.length === 0
  const part = parts.find(({ inserted, length }) =>
    insertion ? inserted < from && to < inserted + length : inserted <= from && to <= inserted + length
  )
  if (part === undefined) return null
  const moved = part.template - part.inserted
  return { language, from: from + moved, to: to + moved, put: added.join('') }
}

/** Words, blanks and signs, as they follow each other. */
export function tokens(text: string): string[] {
  return text.match(TOKEN) ?? []
}

function wordsIn(list: readonly string[]): number {
  return list.filter((token) => /[\p{L}\p{N}]/u.test(token)).length
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
