import { createContext, useContext } from 'react'
import { type DraftInserts, noInserts } from './inserted.ts'

export interface InsertsAccess {
  /** Key of a conversation → what is in its draft. */
  readonly inserts: ReadonlyMap<string, DraftInserts>
  readonly change: (conversation: string, change: (inserts: DraftInserts) => DraftInserts) => void
}

export const InsertsContext = createContext<InsertsAccess | null>(null)

/** Which canned replies are in the draft of a conversation; kept while one looks at another. */
export function useInserts(conversation: string) {
  const access = useContext(InsertsContext)
  if (!access) throw new Error('useInserts needs an InsertsProvider above it.')
  return {
    inserts: access.inserts.get(conversation) ?? noInserts,
    change: (change: (inserts: DraftInserts) => DraftInserts): void => access.change(conversation, change)
  }
}
