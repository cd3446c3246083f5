import { type ReactNode, useState } from 'react'
import { type DraftInserts, noInserts } from './inserted.ts'
import { InsertsContext } from './inserts-context.ts'

/** Remembers, for as long as the window is open, which canned replies went into which draft. */
export function InsertsProvider({ children }: { readonly children: ReactNode }) {
  const [inserts, setInserts] = useState<ReadonlyMap<string, DraftInserts>>(new Map())
  const change = (conversation: string, make: (inserts: DraftInserts) => DraftInserts): void =>
    setInserts((before) => new Map(before).set(conversation, make(before.get(conversation) ?? noInserts)))
  return <InsertsContext value={{ inserts, change }}>{children}</InsertsContext>
}
