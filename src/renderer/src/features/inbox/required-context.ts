import { createContext, useContext } from 'react'
import {
  REQUIRED_SETTING,
  type RequiredField,
  requiredFields,
  RequiredFields
} from '../../../../shared/domain/required-fields.ts'
import { useCore } from '../../core/core-context.ts'
import { useQuery } from '../../core/use-query.ts'

/** A field, and the conversations that lack it. */
export interface Missing {
  readonly field: RequiredField
  readonly conversations: string[]
}

/** Asks for these. @returns false when somebody would rather not */
export type AskRequired = (missing: readonly Missing[]) => Promise<boolean>

export const RequiredContext = createContext<AskRequired | null>(null)

/**
 * Sees to it that conversations have what the lead wants before they are resolved.
 * @returns whether they have it now; without a wish of the lead, at once
 */
export function useComplete(): (conversations: readonly string[]) => true | Promise<boolean> {
  const ask = useContext(RequiredContext)
  if (!ask) throw new Error('useComplete needs a RequiredProvider above it.')
  const { client } = useCore()
  // Kept live, so that the answer is there when a key asks for it.
  const stored = useQuery('settings.list', {}).rows.find((row) => row.id === REQUIRED_SETTING)?.value
  const wanted = RequiredFields.safeParse(stored)

  const fillIn = async (conversations: readonly string[]): Promise<boolean> => {
    const rows = await client.ask('inbox.lacking', { conversations: [...conversations] })
    const missing = requiredFields
      .map((field) => ({
        field,
        conversations: rows.filter((row) => row.missing.includes(field)).map((row) => row.id)
      }))
      .filter((one) => one.conversations.length > 0)
    return missing.length === 0 || ask(missing)
  }

  return (conversations) => (wanted.success && wanted.data.length > 0 ? fillIn(conversations) : true)
}
