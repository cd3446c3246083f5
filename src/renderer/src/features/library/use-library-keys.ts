import { useAction } from '../../keyboard/KeyboardProvider.tsx'
import { useNavigation } from '../../shell/navigation-context.ts'
import type { CannedReplyRow } from '../../../../shared/contract/library-rows.ts'
import { chooseAll, emptySelection, extendChosen, type Selection, toggleChosen } from '../inbox/selection.ts'
import type { RowClick } from './LibraryView/ReplyRow.tsx'

/** So far Page up and Page down go. Replies. */
const PAGE = 10

export interface LibraryPlace {
  readonly rows: readonly CannedReplyRow[]
  /** Id of the reply that is open. */
  readonly selected: string | null
  readonly selection: Selection
  readonly select: (change: (selection: Selection) => Selection) => void
  /** @returns false when the list cannot be seen */
  readonly focusList: () => boolean
}

/** Walking through the library and choosing in it: the same keys as in the list of conversations. */
export function useLibraryKeys({ rows, selected, selection, select, focusList }: LibraryPlace) {
  const { go } = useNavigation()
  const any = rows.length > 0
  const open = (reply: string | null): void => go({ to: 'reply', reply })

  function stepTo(steps: number): string | null {
    const from = rows.findIndex((row) => row.id === selected)
    if (from < 0) return rows.at(steps === Infinity ? -1 : 0)?.id ?? null
    return rows[Math.min(rows.length - 1, Math.max(0, from + steps))]?.id ?? null
  }

  function move(steps: number): void {
    const to = stepTo(steps)
    if (to !== null) open(to)
    focusList()
  }

  function extend(steps: 1 | -1): void {
    const to = stepTo(selected === null ? 0 : steps)
    if (to === null) return
    select((before) => extendChosen(before, rows, selected, to))
    open(to)
    focusList()
  }

  function all(): void {
    select((before) =>
      chooseAll(
        before,
        rows.map((row) => row.id)
      )
    )
    focusList()
  }

  function clear(): void {
    select((before) => emptySelection(before.place))
    focusList()
  }

  useAction('conversation.next', () => move(1), any)
  useAction('conversation.previous', () => move(-1), any)
  useAction('conversation.first', () => move(-Infinity), any)
  useAction('conversation.last', () => move(Infinity), any)
  useAction('conversation.pageDown', () => move(PAGE), any)
  useAction('conversation.pageUp', () => move(-PAGE), any)
  useAction('selection.toggle', () => {
    const reply = selected ?? rows[0]?.id
    if (reply === undefined) return
    select((before) => toggleChosen(before, reply))
    if (selected === null) open(reply)
  })
  useAction('selection.down', () => extend(1))
  useAction('selection.up', () => extend(-1))
  useAction('selection.all', all, any)
  useAction('conversation.list', () => {
    if (document.activeElement?.getAttribute('role') !== 'listbox') {
      // In a narrow window the open reply hides the list.
      if (!focusList()) open(null)
    } else if (selection.chosen.size > 0) clear()
    else open(null)
  })

  return {
    all,
    clear,
    toggle: (reply: string): void => select((before) => toggleChosen(before, reply)),
    open(reply: string, { shift, mod }: RowClick): void {
      if (shift) select((before) => extendChosen(before, rows, selected, reply))
      else if (mod) select((before) => toggleChosen(before, reply))
      else {
        if (selection.chosen.size > 0) clear()
        open(reply)
      }
      focusList()
    }
  }
}
