import { createContext, useContext } from 'react'
import { useNavigation } from '../../shell/navigation-context.ts'
import { emptySelection, type Selection } from './selection.ts'

export interface SelectionAccess {
  readonly selection: Selection
  readonly select: (change: (selection: Selection) => Selection) => void
}

export const SelectionContext = createContext<SelectionAccess | null>(null)

/** What is chosen in the list that is shown; another queue has none. */
export function useSelection(): SelectionAccess & { readonly clear: () => void } {
  const access = useContext(SelectionContext)
  if (!access) throw new Error('useSelection needs a SelectionProvider above it.')
  const { state } = useNavigation()
  const place = JSON.stringify([state.queue, state.account, state.search])
  const here = (selection: Selection): Selection => (selection.place === place ? selection : emptySelection(place))
  return {
    selection: here(access.selection),
    select: (change) => access.select((selection) => change(here(selection))),
    clear: () => access.select(() => emptySelection(place))
  }
}
