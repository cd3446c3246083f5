import { useState } from 'react'
import { AppError } from '../../../../../shared/contract/errors.ts'
import { useCore } from '../../../core/core-context.ts'
import { coreSentence, errorWords } from '../../../core/error-words.ts'

export interface LookUp {
  /** The handle that X is being asked for; null when none is. */
  readonly asking: string | null
  /** One sentence about the last one that failed. */
  readonly error: string | null
  /** @returns the id of the user; null when that did not work */
  readonly ask: (handle: string) => Promise<string | null>
  readonly forget: () => void
}

/** Asks X who has a handle. The core's sentences name the reason and what is left to do. */
export function useLookUp(account: string): LookUp {
  const { client } = useCore()
  const [asking, setAsking] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  return {
    asking,
    error,
    async ask(handle) {
      if (asking !== null) return null
      setAsking(handle)
      setError(null)
      try {
        return (await client.run('customers.lookUp', { account, handle })).user
      } catch (problem) {
        const told = problem instanceof AppError && problem.code !== 'internal' && problem.code !== 'closed'
        setError(told ? coreSentence(problem) : errorWords(problem))
        return null
      } finally {
        setAsking(null)
      }
    },
    forget: () => setError(null)
  }
}
