import { BREAKS, type WordMatch } from './search-query.ts'

/** A piece of a search as it is written, [from, to) in its text; a negation is a piece of its own. */
export interface Term {
  readonly kind: 'words' | 'operator' | 'not' | 'and' | 'or' | 'open' | 'close'
  readonly from: number
  readonly to: number
  /** Of an operator, as it was written, and where its value begins. */
  readonly name: string
  readonly valueFrom: number
  /** The words, or the operator's value, without quotes. */
  readonly value: string
  readonly match: WordMatch
}

const QUOTE = '["“”„]'
const TERM = new RegExp(
  [
    String.raw`(?<open>\()`,
    String.raw`(?<close>\))`,
    // A dash in front of something; alone, or before a space, it is a sign like any other.
    String.raw`(?<minus>-)(?=[^${BREAKS}]|[("“”„])`,
    String.raw`(?<name>[a-zA-Z]{2,20}):(?!\/\/)(?:${QUOTE}(?<quotedValue>[^"“”„]*)${QUOTE}?|(?<bareValue>[^${BREAKS}]*))`,
    String.raw`${QUOTE}(?<quoted>[^"“”„]*)(?<end>${QUOTE}\*?)?`,
    String.raw`(?<bare>[^${BREAKS}]+)`
  ].join('|'),
  'gu'
)

/** Cuts a search into its pieces. Every character that is no space belongs to one. */
export function readTerms(text: string): Term[] {
  return [...text.matchAll(TERM)].map((match) => {
    const from = match.index
    const place = {
      from,
      to: from + match[0].length,
      name: '',
      valueFrom: from,
      value: '',
      match: 'beginning' as const
    }
    const { open, close, minus, name, quotedValue, bareValue, quoted, end, bare = '' } = match.groups ?? {}
    if (open !== undefined) return { ...place, kind: 'open' }
    if (close !== undefined) return { ...place, kind: 'close' }
    if (minus !== undefined) return { ...place, kind: 'not' }
    if (name !== undefined) {
      return {
        ...place,
        kind: 'operator',
        name,
        valueFrom: from + name.length + 1,
        value: quotedValue ?? bareValue ?? ''
      }
    }
    // A quotation that is not finished, or has a star behind it, may go on.
    if (quoted !== undefined)
      return { ...place, kind: 'words', value: quoted, match: end?.length === 1 ? 'exact' : 'beginning' }
    if (bare === 'OR' || bare === '|') return { ...place, kind: 'or' }
    if (bare === 'AND') return { ...place, kind: 'and' }
    if (bare === 'NOT') return { ...place, kind: 'not' }
    const inside = /^\*+(?=[^*])/u.test(bare)
    return {
      ...place,
      kind: 'words',
      value: bare.replace(/^\*+(?=[^*])|(?<=[^*])\*+$/gu, ''),
      match: inside ? 'inside' : 'beginning'
    }
  })
}
