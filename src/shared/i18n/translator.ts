import { IntlMessageFormat } from 'intl-messageformat'
import { isNested, recognised } from './core-sentences.ts'
import type { Spoken } from './languages.ts'
import type { Literal, Message, Values } from './message.ts'

/** English sentences and what they are in another language. */
export type Catalogue = Readonly<Record<string, string>>

export interface Translator extends Spoken {
  /** A sentence with its values filled in. One that no catalogue knows is shown in English. */
  text<Text extends string>(message: Message | Literal<Text>, values?: Values): string
  /** A sentence from elsewhere (the core, a stored reason), where this language has it. */
  sentence(english: string, values?: Values): string
  /** A sentence with marked parts (`<strong>…</strong>`), as pieces: text, and what `marks` makes of each part. */
  pieces<Piece>(english: string, values: Values, marks: Readonly<Record<string, Mark<Piece>>>): (string | Piece)[]
}

export type Mark<Piece> = (inside: (string | Piece)[]) => Piece

/** Entries that are the same in English but not elsewhere say what they mean: `Open||verb`. */
function withoutContext(english: string): string {
  const mark = english.indexOf('||')
  return mark < 0 ? english : english.slice(0, mark)
}

/** Words sentences in one language. A sentence is read once and kept: it is worded hundreds of times a second. */
export function createTranslator(spoken: Spoken, catalogue: Catalogue): Translator {
  const formats = new Map<string, IntlMessageFormat>()

  function formatOf(english: string, withMarks: boolean): IntlMessageFormat {
    const key = withMarks ? `<${english}` : english
    const known = formats.get(key)
    if (known) return known
    const pattern = catalogue[english] ?? withoutContext(english)
    const made = new IntlMessageFormat(pattern, spoken.locale, undefined, { ignoreTag: !withMarks })
    formats.set(key, made)
    return made
  }

  /** A name or handle of the other direction must not turn what stands around it. */
  function isolated(values: Values): Values {
    if (spoken.direction === 'ltr') return values
    return Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? `\u2068${value}\u2069` : value])
    )
  }

  /** Sentences inside of sentences are worded, too. */
  function nested(values: Values): Values {
    return Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'string' && isNested(name) ? sentence(value) : value
      ])
    )
  }

  function sentence(english: string, values: Values = {}): string {
    if (spoken.language !== 'en' && catalogue[english] === undefined && Object.keys(values).length === 0) {
      const known = recognised(english)
      if (known && catalogue[known.key] !== undefined) return sentence(known.key, nested(known.values))
    }
    const pattern = catalogue[english] ?? withoutContext(english)
    // Without a place to fill in nothing has to be read; what X or a file says may hold any sign.
    if (!/[{']/.test(pattern) || Object.keys(values).length === 0) return pattern
    return String(formatOf(english, false).format(isolated(values)))
  }

  return {
    ...spoken,
    sentence,
    text: (message, values) => sentence(typeof message === 'string' ? message : message.english, values),
    pieces(english, values, marks) {
      const made = formatOf(english, true).format({ ...isolated(values), ...marks })
      return Array.isArray(made) ? made : [made]
    }
  }
}
