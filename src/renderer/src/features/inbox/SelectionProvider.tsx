import { type ReactNode, useState } from 'react'
import { emptySelection } from './selection.ts'
import { SelectionContext } from './use-selection.ts'

/** Keeps what is chosen in the list, for the list and for all that works on it. */
export function SelectionProvider({ children }: { readonly children: ReactNode }) {
  const [selection, setSelection] = useState(() => emptySelection(''))
  return <SelectionContext value={{ selection, select: setSelection }}>{children}</SelectionContext>
}
