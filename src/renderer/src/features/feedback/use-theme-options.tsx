import { IconBulb, IconPlus } from '@tabler/icons-react'
import type { ThemeRow, ThemeSuggestionRow } from '../../../../shared/contract/feedback-rows.ts'
import { useQuery } from '../../core/use-query.ts'
import { t } from '../../i18n/t.ts'
import type { Choice } from '../../ui/Choices/use-choices.ts'
import { foldLabel, matchOptions } from '../../ui/Picker/match-options.ts'
import { plainText } from '../../ui/plain-text.ts'

/** A theme to choose; `name` is what is given. */
export interface ThemeOption extends Choice {
  readonly name: string
  readonly label: string
  readonly also?: string
  readonly hint?: string
  readonly exact?: string
  readonly icon?: React.ReactNode
}

/** So many are listed; who wants another one types. */
const MOST = 50

/** Themes for words, what fits them first, and what was typed as a new one. */
export function useThemeOptions(text: string, typed: string, given: readonly string[]): readonly ThemeOption[] {
  const { rows: themes } = useQuery('feedback.themes', {})
  const { rows: suggestions } = useQuery('feedback.suggestions', { text: text.slice(0, 10_000) })
  return themeOptions({ themes, suggestions, typed, given })
}

/** The same as data. Those that were chosen already are left out. */
function themeOptions(parts: {
  readonly themes: readonly ThemeRow[]
  readonly suggestions: readonly ThemeSuggestionRow[]
  readonly typed: string
  readonly given: readonly string[]
}): readonly ThemeOption[] {
  const { themes, suggestions, given } = parts
  const typed = parts.typed.replaceAll(/\s+/gu, ' ').trim()
  const free = (name: string): boolean => given.every((one) => foldLabel(one) !== foldLabel(name))
  const all = themes
    .filter(({ name, retired }) => free(name) && (!retired || typed !== ''))
    .map((theme): ThemeOption => ({
      id: theme.id,
      name: theme.name,
      label: plainText(theme.name),
      ...(theme.formerly.length === 0 ? {} : { also: theme.formerly.join(' ') }),
      hint: theme.retired ? t('retired') : t('{count, number} ×', { count: theme.uses })
    }))
  if (typed === '') {
    const fitting = suggestions.filter(({ name }) => free(name)).map(suggested)
    const ids = new Set(fitting.map(({ id }) => id))
    return [...fitting, ...all.filter(({ id }) => !ids.has(id)).slice(0, MOST)]
  }
  const known = themes.some(({ name, formerly }) =>
    [name, ...formerly].some((one) => foldLabel(one) === foldLabel(typed))
  )
  const found = matchOptions(all, typed).slice(0, MOST)
  if (known || !free(typed)) return found
  const made: ThemeOption = {
    id: 'new',
    name: typed,
    label: t('New theme “{name}”', { name: typed }),
    icon: <IconPlus size={14} stroke={2} aria-hidden="true" />
  }
  return [...found, made]
}

function suggested({ id, name, times, like }: ThemeSuggestionRow): ThemeOption {
  const quote = plainText(like)
  return {
    id,
    name,
    label: plainText(name),
    hint: t('like “{quote}” · {count, number} ×', {
      quote: quote.length > 32 ? `${quote.slice(0, 31).toWellFormed()}…` : quote,
      count: times
    }),
    exact: quote,
    icon: <IconBulb size={14} stroke={1.75} aria-hidden="true" />
  }
}
