import { createContext, useContext } from 'react'
import type { ViewRow } from '../../../../shared/contract/search-rows.ts'

/** What the dialog is about: a view to change, or (null) a search to save. */
export interface ViewQuestion {
  readonly view: ViewRow | null
  readonly query: string
}

/** Opens the dialog that saves or changes a view. */
export type OpenViewDialog = (question: ViewQuestion) => void

export const ViewDialogContext = createContext<OpenViewDialog | null>(null)

export function useViewDialog(): OpenViewDialog {
  const open = useContext(ViewDialogContext)
  if (!open) throw new Error('useViewDialog needs a ViewDialogProvider above it.')
  return open
}
