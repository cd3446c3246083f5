import { useAction } from '../../../keyboard/KeyboardProvider.tsx'

/** So far Page up and Page down go. Themes. */
const PAGE = 10

export interface ThemeSteps {
  readonly rows: readonly { readonly id: string }[]
  /** Null: all themes, which stand before the first. */
  readonly theme: string | null
  readonly onTheme: (theme: string | null) => void
  readonly focusList: () => void
  /** Goes to the quotes. */
  readonly enter: () => void
}

/** Walking through the themes: the same keys as in the list of conversations. */
export function useThemeSteps({ rows, theme, onTheme, focusList, enter }: ThemeSteps): void {
  const any = rows.length > 0 || theme !== null
  function move(steps: number): void {
    const ids = [null, ...rows.map(({ id }) => id)]
    const at = Math.max(0, ids.indexOf(theme))
    onTheme(ids[Math.min(ids.length - 1, Math.max(0, at + steps))] ?? null)
    focusList()
  }
  useAction('conversation.next', () => move(1), any)
  useAction('conversation.previous', () => move(-1), any)
  useAction('conversation.first', () => move(-Infinity), any)
  useAction('conversation.last', () => move(Infinity), any)
  useAction('conversation.pageDown', () => move(PAGE), any)
  useAction('conversation.pageUp', () => move(-PAGE), any)
  useAction('conversation.open', enter, any)
}
