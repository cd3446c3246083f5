import type { Database } from '../db/database.ts'
import type { Clock, Log } from '../deps.ts'
import type { XClient } from '../x/client.ts'

/** What reading and sending for one X account need. */
export interface ConnectedAccount {
  readonly id: string
  /** Practice costs nothing, and asks nothing. */
  readonly practice: boolean
  readonly db: Database
  readonly client: XClient
  readonly clock: Clock
  readonly log: Log
}
