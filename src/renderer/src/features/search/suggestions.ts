import { isOperator, operatorNames, operatorOf, type OperatorName } from '../../../../shared/domain/search/operators.ts'
import { printSearch } from '../../../../shared/domain/search/search-query.ts'
import { readTerms, type Term } from '../../../../shared/domain/search/search-terms.ts'
import { plainFold } from './plain-fold.ts'

/** A way to go on with what is being typed. */
export interface Suggestion {
  /** Unique among the suggestions. */
  readonly id: string
  /** What would stand there: `is:unread`. */
  readonly term: string
  /** What it means, where the term does not say it. */
  readonly hint: string
  /** The whole search with it, and where the cursor goes. */
  readonly text: string
  readonly caret: number
}

/** Names that stand for something here. */
export interface SearchSources {
  readonly tags: readonly string[]
  readonly members: readonly string[]
  readonly views: readonly string[]
  readonly accounts: readonly string[]
  /** Handles and names of people that fit what is being typed. */
  readonly people: readonly { readonly handle: string | null; readonly name: string }[]
}

export interface Suggestions {
  readonly list: readonly Suggestion[]
  /** The value of an operator is being typed: the first suggestion is what Enter takes. */
  readonly eager: boolean
}

const MOST = 8
const none: Suggestions = { list: [], eager: false }

/** The operator and the value that the cursor stands in; null when it stands in none. */
export function valueAt(
  text: string,
  caret: number
): { readonly operator: OperatorName; readonly value: string } | null {
  const term = termAt(text, caret)
  const name = term?.name.toLowerCase() ?? ''
  return term?.kind === 'operator' && isOperator(name) ? { operator: name, value: term.value } : null
}

/** @param hintOf says what an operator is for */
export function suggest(
  text: string,
  caret: number,
  sources: SearchSources,
  hintOf: (operator: OperatorName) => string
): Suggestions {
  const term = termAt(text, caret)
  if (!term) return none
  const replaced = (written: string): Pick<Suggestion, 'text' | 'caret'> => {
    const open = written.endsWith(':')
    const rest = text.slice(term.to)
    const space = open || rest.startsWith(' ') || rest.startsWith(')') ? '' : ' '
    return {
      text: text.slice(0, term.from) + written + space + rest,
      caret: term.from + written.length + (open ? 0 : 1)
    }
  }
  if (term.kind === 'words') {
    const word = term.value.toLowerCase()
    const names =
      term.match === 'beginning' && /^[a-z]{2,}$/u.test(word)
        ? operatorNames.filter((name) => name.startsWith(word))
        : []
    return {
      list: names.map((name) => ({ id: name, term: `${name}:`, hint: hintOf(name), ...replaced(`${name}:`) })),
      eager: false
    }
  }
  const name = term.name.toLowerCase()
  if (term.kind !== 'operator' || !isOperator(name)) return none
  const typed = plainFold(term.value.replace(/^[@#]/u, ''))
  const fits = valuesOf(name, sources).filter(
    ({ value, also }) => fitsTyped(typed, value) || (also !== '' && fitsTyped(typed, also))
  )
  // What stands there already needs no suggestion.
  if (fits.some(({ value }) => plainFold(value) === typed)) return none
  const list = fits.slice(0, MOST).map(({ value, also }): Suggestion => {
    const written = printSearch({ kind: 'operator', operator: name, value })
    return { id: written, term: written, hint: also, ...replaced(written) }
  })
  return { list, eager: list.length > 0 }
}

function termAt(text: string, caret: number): Term | undefined {
  return readTerms(text).find((term) => term.from < caret && caret <= term.to)
}

/** Any of its words begins so. */
function fitsTyped(typed: string, value: string): boolean {
  const folded = plainFold(value).replace(/^@/u, '')
  return folded.startsWith(typed) || folded.split(/[\s-]+/u).some((word) => word.startsWith(typed))
}

function valuesOf(operator: OperatorName, sources: SearchSources): { readonly value: string; readonly also: string }[] {
  const { takes, values } = operatorOf(operator)
  const plain = (list: readonly string[]) => list.map((value) => ({ value, also: '' }))
  switch (takes) {
    case 'tag':
      return plain([...sources.tags, ...values])
    case 'member':
      return plain([...values, ...sources.members])
    case 'place':
      return plain([...sources.views, ...values, ...sources.accounts.map((name) => `@${name}`)])
    case 'person':
      return [
        ...plain(values),
        ...sources.people.map(({ handle, name }) =>
          handle === null ? { value: name, also: '' } : { value: handle, also: name }
        )
      ]
    case 'word':
    case 'date':
    case 'code':
      return plain(values)
  }
}
