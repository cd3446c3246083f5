import type { XProblem } from '../x/problem.ts'
import type { ConnectedAccount } from './connected-account.ts'
import { awaitsWord } from './rate-budget.ts'
import { noteXClock } from './x-clock.ts'

/**
 * To be asked before a request is counted. A used-up window may have ended by our clock alone, and that may have been set
 * forward. Where nothing else will tell, X is asked for its time, by a request that is not counted.
 * @returns why X could not be asked: then the request waits. Null when the limits can be trusted.
 */
export async function askTimeWhenUnsure(
  { db, clock, client, id }: Pick<ConnectedAccount, 'db' | 'clock' | 'client' | 'id'>,
  endpoint: string
): Promise<XProblem | null> {
  if (!awaitsWord(db, id, endpoint, clock.now())) return null
  const told = await client.time()
  if (!told.ok) return told.problem
  const { heard } = told
  if (heard !== null) db.write((tx) => noteXClock(tx, id, heard, clock.now()))
  return null
}
