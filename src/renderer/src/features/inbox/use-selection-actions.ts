import { useCore } from '../../core/core-context.ts'
import { useAction } from '../../keyboard/KeyboardProvider.tsx'
import { useNavigation } from '../../shell/navigation-context.ts'
import { moveSelection } from './inbox-selection.ts'
import { chooseAll, extendChosen, toggleChosen } from './selection.ts'
import type { ListPlace } from './use-leaving.ts'
import type { KeyQuery } from './use-listed-rows.ts'
import { useSelection } from './use-selection.ts'

/** How a row was clicked. */
export interface RowClick {
  readonly shift: boolean
  /** Ctrl, or Command on a Mac. */
  readonly mod: boolean
}

/** Choosing conversations to work on together: its keys, and what a click on a row does. */
export function useSelectionActions(
  { rows, selected, focusList }: ListPlace,
  /** Beyond what is loaded, only the core knows them. */
  everything: KeyQuery
) {
  const { client } = useCore()
  const { go } = useNavigation()
  const { selection, select, clear } = useSelection()

  function extend(steps: 1 | -1): void {
    const to = moveSelection(rows, selected, selected === null ? 0 : steps)
    if (to === null) return
    select((before) => extendChosen(before, rows, selected, to))
    go({ to: 'conversation', conversation: to })
    focusList()
  }

  async function all(): Promise<void> {
    const answer = await client.ask(everything.name, everything.params).catch(() => rows)
    select((before) =>
      chooseAll(
        before,
        answer.map((row) => row.id)
      )
    )
    focusList()
  }

  useAction('selection.toggle', () => {
    const conversation = selected ?? rows[0]?.id
    if (conversation === undefined) return
    select((before) => toggleChosen(before, conversation))
    if (selected === null) go({ to: 'conversation', conversation })
  })
  useAction('selection.down', () => extend(1))
  useAction('selection.up', () => extend(-1))
  useAction('selection.all', () => void all(), rows.length > 0)

  return {
    toggle: (conversation: string): void => select((before) => toggleChosen(before, conversation)),
    open(conversation: string, { shift, mod }: RowClick): void {
      if (shift) select((before) => extendChosen(before, rows, selected, conversation))
      else if (mod) select((before) => toggleChosen(before, conversation))
      else {
        if (selection.chosen.size > 0) clear()
        go({ to: 'thread', conversation })
      }
      focusList()
    },
    all: (): void => void all()
  }
}
