import type { Emitter, Template } from 'liquidjs'

/** Why something was not filled in. `limit`: bodies contain each other too often. */
export type MissingReason = 'value' | 'answer' | 'promo' | 'fragment' | 'limit' | 'problem'

/**
 * A part of a filled-in text. `text`: as it stands in the body; `filled`: a value; `asked`: an answer; `missing`: the
 * placeholder itself, as it is written.
 */
export interface Segment {
  readonly text: string
  readonly kind: 'text' | 'filled' | 'asked' | 'missing'
  /** What stands here: `customer.first_name`, the key of a question, the name of a promo; '' for text. */
  readonly name: string
}

export interface Missing {
  readonly name: string
  readonly reason: MissingReason
  /** As it is written in the body. */
  readonly source: string
}

/** What is needed besides the values to fill a body in. */
export interface Surroundings {
  /** Answers by the key of their question. */
  readonly answers: ReadonlyMap<string, string>
  /** What a fragment consists of; undefined when there is none of this name. */
  readonly fragment: (name: string) => readonly Template[] | undefined
  /** The code to give away; null while there is none. */
  readonly promo: (name: string) => string | null
}

/** Fragments in fragments, how deep. */
export const DEEPEST_FRAGMENT = 8
/** And how many at all. */
const MOST_FRAGMENTS = 200
const MOST_PARTS = 20_000
const MOST_CHARACTERS = 200_000

/** Something on the page, in order: a segment, the caret, or a place where a tag or an empty value stood. */
export type Piece = Segment | { readonly kind: 'cursor' | 'mark'; readonly text: '' }

/** Where Liquid writes to while a body is filled in. */
export class Page implements Emitter {
  /** Nothing reads it; Liquid's interface wants it. */
  readonly buffer = ''
  readonly pieces: Piece[] = []
  readonly missing: Missing[] = []
  readonly surroundings: Surroundings
  /** Names of the fragments that are being filled in, from the outermost. */
  private readonly way: string[] = []
  private fragments = 0
  private characters = 0

  constructor(surroundings: Surroundings) {
    this.surroundings = surroundings
  }

  get isFull(): boolean {
    return this.pieces.length >= MOST_PARTS || this.characters >= MOST_CHARACTERS
  }

  /** Plain text of the body, which Liquid writes. */
  write(text: unknown): void {
    this.put({ kind: 'text', text: String(text), name: '' })
  }

  put(segment: Segment): void {
    if (this.isFull) return
    if (segment.text === '') return this.mark()
    this.pieces.push(segment)
    this.characters += segment.text.length
  }

  /** A tag, or a value that is nothing: its line goes when nothing else stands on it. */
  mark(): void {
    this.pieces.push({ kind: 'mark', text: '' })
  }

  /** The first one counts. */
  putCursor(): void {
    if (!this.pieces.some((piece) => piece.kind === 'cursor')) this.pieces.push({ kind: 'cursor', text: '' })
  }

  putMissing(missing: Missing): void {
    this.missing.push(missing)
    this.put({ kind: 'missing', text: missing.source, name: missing.name })
  }

  /** @returns whether the fragment may be filled in here; `leave` has to follow */
  enter(fragment: string): boolean {
    if (
      this.way.length >= DEEPEST_FRAGMENT ||
      this.way.includes(fragment) ||
      this.fragments >= MOST_FRAGMENTS ||
      this.isFull
    )
      return false
    this.way.push(fragment)
    this.fragments += 1
    return true
  }

  leave(): void {
    this.way.pop()
  }
}
