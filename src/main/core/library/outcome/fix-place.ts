import { diffArrays } from 'diff'
import { tokens } from './edits.ts'

/** Two texts that differ in more words than this are compared no further: nothing lies where it lay. */
const MOST_CHANGES = 400
/** Letters on each side by which a place is told in another version. */
const AROUND = 24
/** Where something else was changed beside it, so many letters on one side are enough. */
const ENOUGH_AROUND = 12

/** A place in a text, in UTF-16 units; `from` = `to`: between two letters. `put`: what is to stand there. */
export interface Change {
  readonly from: number
  readonly to: number
  readonly put: string
}

/**
 * Where a change of one text belongs in another that grew from it.
 * @returns null where its words were changed there, or stand as they would with the change
 */
export function placeIn(text: string, other: string, { from, to, put }: Change): number | null {
  if (other === text) return from
  if (other === text.slice(0, from) + put + text.slice(to)) return null
  const parts = diffArrays(tokens(text), tokens(other), { maxEditLength: MOST_CHANGES })
  if (parts === undefined) return null
  let [own, their] = [0, 0]
  for (const { value, added, removed } of parts) {
    const { length } = value.join('')
    if (added !== true && removed !== true) {
      const inside = from < to ? own <= from && to <= own + length : own < from && to < own + length
      const at = their + from - own
      if (inside) return from === to && standsAt(other, at, put) ? null : at
    }
    if (added !== true) own += length
    if (removed !== true) their += length
  }
  return null
}

/** Whether what is to be put in stands beside that place already: a diff may see it before or behind the blank. */
function standsAt(text: string, at: number, put: string): boolean {
  return text.slice(Math.max(0, at - put.length - 1), at + put.length + 1).includes(put.trim())
}

/** What is changed with some letters on both sides: tells the same change in another version. */
export function wordsAround(text: string, { from, to }: Pick<Change, 'from' | 'to'>): string {
  return text.slice(Math.max(0, from - AROUND), to + AROUND)
}

/** Whether `words` tell of this place; what stands on one of its sides may have been changed since. */
export function isPlaceOf(words: string, text: string, { from, to }: Pick<Change, 'from' | 'to'>): boolean {
  if (words === wordsAround(text, { from, to })) return true
  const before = text.slice(Math.max(0, from - AROUND), to)
  const behind = text.slice(from, to + AROUND)
  return (
    (before.length >= ENOUGH_AROUND && words.startsWith(before)) ||
    (behind.length >= ENOUGH_AROUND && words.endsWith(behind))
  )
}
