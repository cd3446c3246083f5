import { useState } from 'react'
import { t } from '../../i18n/t.ts'
import { parseSearch } from '../../../../shared/domain/search/parse-search.ts'
import type { SearchProblem } from '../../../../shared/domain/search/search-problem.ts'
import { useQuery } from '../../core/use-query.ts'
import { useNavigation } from '../../shell/navigation-context.ts'
import { operatorWords } from './operator-words.ts'
import { answerOptions, type SearchAnswer, type SearchOption } from './search-results.ts'
import { suggest } from './suggestions.ts'
import { useHitsWithin } from './use-hits-within.ts'
import { useRecentSearches } from './use-recent-searches.ts'
import { useSearch } from './use-search.ts'
import { useSearchSources } from './use-search-sources.ts'

const FIRST_PAGE = 50
const MOST = 500

/** A line under the name of its group. */
export type GroupedOption = SearchOption & { readonly group: string }

/** The state of the search dialog: the text, and what is found. */
export interface SearchOptions {
  readonly text: string
  readonly answer: SearchAnswer | null
  readonly error: string | null
  readonly problems: readonly SearchProblem[]
  /** All lines, in the order of the screen. */
  readonly options: readonly GroupedOption[]
  /** What is marked while nobody has moved; null: nothing. */
  readonly first: GroupedOption | null
  /** What Tab takes. */
  readonly suggestion: SearchOption | null
  readonly most: number
  readonly write: (text: string, caret: number) => void
  readonly moveCaret: (caret: number) => void
  readonly fold: (group: SearchOption, open: boolean) => void
  readonly showMore: () => void
  readonly remember: () => void
  readonly forgetRecent: () => void
}

export function useSearchOptions(start: string): SearchOptions {
  const [text, setText] = useState(start)
  const [caret, setCaret] = useState(start.length)
  const [most, setMost] = useState(FIRST_PAGE)
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const recent = useRecentSearches()
  const { hasList } = useNavigation()
  const views = useQuery('views.list', {}).rows
  const { answer, error } = useSearch(text, most)
  const suggested = suggest(text, caret, useSearchSources(text, caret), (name) => t(operatorWords[name]))

  const suggestions = suggested.list.map((suggestion): SearchOption => ({
    kind: 'suggestion',
    id: `suggest ${suggestion.id}`,
    suggestion
  }))
  const before = text.trim() === '' ? startOptions(recent.texts, views) : []
  const within = useHitsWithin(answer, open, most)
  const shown = answerOptions(text.trim() === '' ? null : answer, open, most, within)
  const options = [
    ...suggestions.map(under(t('Suggestions'))),
    ...before,
    ...shown.customers.map(under(t('Customers'))),
    ...shown.messages.map(under(t('Messages'))),
    ...shown.rest.filter(({ kind }) => hasList || kind !== 'list').map(under(t('This search')))
  ]
  const eager = suggested.eager || suggestions.length === options.length

  return {
    text,
    answer,
    error,
    // What is being typed is not wrong yet.
    problems: problemsOf(text, answer).filter(({ to }) => !(suggestions.length > 0 && caret === to)),
    options,
    first: text.trim() === '' ? null : (options[eager ? 0 : suggestions.length] ?? null),
    suggestion: suggestions[0] ?? null,
    most,
    write(next, at) {
      setText(next)
      setCaret(at)
      setMost(FIRST_PAGE)
    },
    moveCaret: setCaret,
    fold(group, opened) {
      if (group.kind !== 'group') return
      const { conversation } = group.hit
      setOpen((now) =>
        opened ? new Set([...now, conversation]) : new Set([...now].filter((one) => one !== conversation))
      )
    },
    showMore: () => setMost(MOST),
    remember: () => recent.remember(text),
    forgetRecent: recent.forget
  }
}

/** Mistakes of the language are known at once; names that are not there, when the core has answered to this text. */
function problemsOf(text: string, answer: SearchAnswer | null): readonly SearchProblem[] {
  return answer?.text === text.trim() && text === text.trimStart() ? answer.problems : parseSearch(text).problems
}

function under(group: string): (option: SearchOption) => GroupedOption {
  return (option) => ({ ...option, group })
}

function startOptions(
  recent: readonly string[],
  views: readonly { readonly id: string; readonly name: string; readonly query: string }[]
): GroupedOption[] {
  return [
    ...recent
      .map((one): SearchOption => ({ kind: 'search', id: `recent ${one}`, text: one, name: null }))
      .map(under(t('Recent searches'))),
    ...views
      .map((view): SearchOption => ({ kind: 'search', id: `view ${view.id}`, text: view.query, name: view.name }))
      .map(under(t('Saved views')))
  ]
}
