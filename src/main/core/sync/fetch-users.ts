import { noteUsersGone, storeUsers, wantedUsers } from '../customers/store-users.ts'
import { pricesUsd } from '../x/prices.ts'
import type { ConnectedAccount } from './connected-account.ts'
import { takeBudget } from './rate-budget.ts'
import type { RoundOptions, RoundReport } from './read-round.ts'
import { noteAnswer, noteUserCharges } from './store-answer.ts'
import { askTimeWhenUnsure } from './sure-clock.ts'

const ENDPOINT = 'users'
const BATCH = 100
/** Look-ups that stay for an agent who writes to somebody new. */
const KEEP = 20

/** Asks X once for everybody who is still unknown, up to 100 at a time. @returns whether all are known now. */
export async function fetchWantedUsers(
  account: ConnectedAccount,
  options: RoundOptions,
  report: RoundReport
): Promise<boolean> {
  const { db, clock, client } = account
  for (;;) {
    const affordable =
      options.maxCostUsd === null
        ? BATCH
        : Math.floor((options.maxCostUsd - report.costUsd) / pricesUsd['user-read'] + 1e-6)
    const ids = wantedUsers(db, BATCH)
    if (ids.length === 0) return true
    if (affordable < 1 || !options.goOn()) return false
    report.problem = await askTimeWhenUnsure(account, ENDPOINT)
    if (report.problem !== null) return false
    const allowed = db.writeDurably((tx) =>
      takeBudget(tx, account.id, ENDPOINT, clock.now(), { keep: options.sparing ? KEEP : 0 })
    )
    if (allowed > 0) {
      // Names can wait; in the background new messages cannot.
      if (!options.sparing) report.nextAllowedAt = allowed
      return false
    }
    const asked = ids.slice(0, affordable)
    const result = await client.users(asked)
    report.requests += result.requests
    const now = clock.now()
    if (!result.ok) {
      report.problem = result.problem
      db.write((tx) => noteAnswer(tx, account.id, ENDPOINT, result, now))
      return false
    }
    const { users } = result.value
    db.write((tx) => {
      noteAnswer(tx, account.id, ENDPOINT, result, now)
      storeUsers(tx, account.id, users, now)
      const known = new Set(users.map((user) => user.id))
      noteUsersGone(
        tx,
        asked.filter((id) => !known.has(id)),
        now
      )
      report.costUsd += noteUserCharges(tx, account.id, result.charges, now)
      report.usersFetched += users.length
    })
  }
}
