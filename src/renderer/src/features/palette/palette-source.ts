import fuzzysort from 'fuzzysort'
import type { ActionId } from '../../keyboard/actions.ts'

/** One thing the palette offers. */
export interface PaletteItem {
  /** Stays the same from day to day: what is used often is known by it. */
  readonly id: string
  readonly title: string
  /** What else it is found by and told apart with: a handle, a group. */
  readonly hint?: string
  /** The action that does the same, for its key. */
  readonly action?: ActionId
  readonly run: () => void
}

/** A range of characters that matched, [start, end). */
export type Mark = readonly [number, number]

export interface PaletteHit {
  readonly item: PaletteItem
  /** 0 for no match, 0.5 for a good one. */
  readonly score: number
  readonly titleMarks: readonly Mark[]
  readonly hintMarks: readonly Mark[]
}

/** Where the palette's items come from. Any feature may bring one: see `usePaletteSource`. */
export interface PaletteSource {
  readonly id: string
  /** Heading of its group. */
  readonly title: string
  /** The sign that, typed first, restricts the palette to this source. */
  readonly prefix?: '>' | '@'
  /** What fits a text (without prefix), best first; for an empty text what is worth offering. */
  readonly search: (text: string) => readonly PaletteHit[] | Promise<readonly PaletteHit[]>
}

/** Of each source, at most. */
export const MOST_HITS = 12

/** What is not quite like this does not come up. 0.5 is a good match. */
const THRESHOLD = 0.3

/** Consecutive places as ranges: 3, 4, 5, 9 → [3, 6), [9, 10). */
export function marksOf(places: readonly number[]): Mark[] {
  const marks: [number, number][] = []
  for (const place of places.toSorted((a, b) => a - b)) {
    const last = marks.at(-1)
    if (last?.[1] === place) last[1] = place + 1
    else marks.push([place, place + 1])
  }
  return marks
}

export function plainHit(item: PaletteItem): PaletteHit {
  return { item, score: 0, titleMarks: [], hintMarks: [] }
}

/** A match from the very beginning is what one meant. */
const BEGINNING = 0.12
/** All the more when it is a whole word. */
const WHOLE_WORD = 0.08
/** So many are looked at before the beginning counts. */
const CANDIDATES = 60

/** Title and hint are searched as one text: a word of each, together, finds the item. */
function wholeText(item: PaletteItem): string {
  return item.hint === undefined ? item.title : `${item.title} ${item.hint}`
}

function hitOf(item: PaletteItem, score: number, places: readonly number[]): PaletteHit {
  const end = item.title.length
  const beginning = Math.min(...places) === 0
  const next = item.title[Math.max(...places) + 1] ?? ''
  const lift = beginning ? BEGINNING + (/[\p{L}\p{N}]/u.test(next) ? 0 : WHOLE_WORD) : 0
  return {
    item,
    score: score + lift,
    titleMarks: marksOf(places.filter((place) => place < end)),
    hintMarks: marksOf(places.filter((place) => place > end).map((place) => place - end - 1))
  }
}

/**
 * Finds items by title and hint while one types. Items are prepared once: ten thousand of them take a few milliseconds a
 * letter.
 */
export function fuzzySearch(items: readonly PaletteItem[]): (text: string) => PaletteHit[] {
  const prepared = fuzzysort.snapshot(items, { key: wholeText })
  return (text) => {
    if (text === '') return items.map(plainHit)
    return fuzzysort
      .go(text, prepared, { limit: CANDIDATES, threshold: THRESHOLD })
      .map((result) => hitOf(result.obj, result.score, result.indexes))
      .toSorted((a, b) => b.score - a.score)
      .slice(0, MOST_HITS)
  }
}

/** The same for items that a search in the core has found already: all of them stay. */
export function scored(text: string, items: readonly PaletteItem[]): PaletteHit[] {
  return items.map((item) => {
    const result = fuzzysort.single(text, wholeText(item))
    return result === null ? { ...plainHit(item), score: THRESHOLD } : hitOf(item, result.score, result.indexes)
  })
}
