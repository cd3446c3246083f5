import { type Token, tokenise } from './fold.ts'
import type { Phrase } from './phrases.ts'

type Mark = readonly [number, number]

/** Where the phrases occur in a text, as merged [start, end) offsets in order. */
export function findMarks(text: string, phrases: readonly Phrase[]): Mark[] {
  const tokens = tokenise(text)
  const marks: [number, number][] = []
  for (let index = 0; index < tokens.length; index += 1) {
    for (const phrase of phrases) {
      const end = matchAt(tokens, index, phrase)
      if (end !== null) marks.push([(tokens[index] as Token).start, end])
    }
  }
  return merge(marks)
}

/** For each phrase, whether the text has it, as the index would say. */
export function hasPhrases(text: string, phrases: readonly Phrase[]): boolean[] {
  const plain = ASCII.test(text) ? text.toLowerCase() : null
  let tokens: Token[] | null = null
  return phrases.map((phrase) => {
    // Nearly all texts are plain, and most do not even have the letters.
    if (plain !== null && !plain.includes(phrase.words[0] ?? '')) return false
    const words = (tokens ??= tokenise(text))
    return words.some((_word, index) => matchAt(words, index, phrase) !== null)
  })
}

const ASCII = /^[\u0000-\u007F]*$/

function matchAt(tokens: readonly Token[], index: number, phrase: Phrase): number | null {
  const last = phrase.words.length - 1
  for (const [offset, word] of phrase.words.entries()) {
    const token = tokens[index + offset]
    if (!token) return null
    const fits = offset === last && phrase.prefix ? token.word.startsWith(word) : token.word === word
    if (!fits) return null
  }
  return (tokens[index + last] as Token).end
}

function merge(marks: [number, number][]): Mark[] {
  const sorted = marks.toSorted((a, b) => a[0] - b[0] || b[1] - a[1])
  const merged: [number, number][] = []
  for (const mark of sorted) {
    const previous = merged.at(-1)
    if (previous && mark[0] <= previous[1]) previous[1] = Math.max(previous[1], mark[1])
    else merged.push([...mark])
  }
  return merged
}

const BEFORE = 50
const LENGTH = 180

/** The part of a text worth showing for a hit: around the first mark, on one line, cut at words where possible. */
export function snippet(text: string, phrases: readonly Phrase[]): { snippet: string; marks: Mark[] } {
  const flat = text.replace(/\s/gu, ' ')
  const marks = findMarks(flat, phrases)
  const first = marks[0]?.[0] ?? 0
  let start = Math.max(0, first - BEFORE)
  if (start > 0) {
    const space = flat.indexOf(' ', start)
    start = space !== -1 && space < first ? space + 1 : startOfCharacter(flat, start)
  }
  let end = Math.min(flat.length, start + LENGTH)
  if (end < flat.length) end = startOfCharacter(flat, end)
  const head = start > 0 ? '…' : ''
  const tail = end < flat.length ? '…' : ''
  const shift = head.length - start
  const visible = marks
    .filter((mark) => mark[0] < end)
    .map((mark): Mark => [mark[0] + shift, Math.min(mark[1], end) + shift])
  return { snippet: head + flat.slice(start, end) + tail, marks: visible }
}

/** Never cuts a surrogate pair in two. */
function startOfCharacter(text: string, index: number): number {
  const code = text.charCodeAt(index)
  return code >= 0xdc00 && code <= 0xdfff ? index - 1 : index
}
