import type { ViewCountRow } from '../../../shared/contract/search-rows.ts'
import { MOST_COUNTED } from '../../../shared/domain/view.ts'
import type { Database } from '../db/database.ts'
import type { Clock, Log } from '../deps.ts'
import type { Live } from '../live/live.ts'
import { conversationsFound } from '../search/list-conversations.ts'
import type { Team } from '../team/team.ts'
import { listViews, readView } from './views.ts'

/** Commits follow each other closely while a sync runs: counts wait until there is a pause, or this long at most. */
const PAUSE_MS = 300
const LONGEST_WAIT_MS = 2_000
/** Between one view and the next, so that nobody waits for all of them. */
const BREATH_MS = 10
/** What depends on the clock (`after:7d`, `is:due`) is counted again without a commit, too. */
const AGE_MS = 60_000
/** Of so many accounts counts are kept; those asked for last. */
const MOST_ACCOUNTS = 4

const UNREAD = `
  SELECT count(*) AS count FROM json_each(?) AS hit CROSS JOIN inbox_entry e NOT INDEXED ON e.conversation_key = hit.value
  WHERE e.unread > 0`

/** How many conversations the saved views have: counted one view at a time, outside of all commits. */
export interface ViewCounts {
  rows(account: string | null): readonly ViewCountRow[]
  stop(): void
}

export function createViewCounts(parts: {
  readonly db: Database
  readonly clock: Clock
  readonly live: Live
  readonly log: Log
  readonly team: Pick<Team, 'me'>
}): ViewCounts {
  const { db, clock, live, log } = parts
  const byAccount = new Map<string | null, Map<string, ViewCountRow>>()
  let cancel = (): void => undefined
  /** Since when a count is due; null: all are fresh. */
  let dueSince: number | null = null
  /** A count that has begun goes on to its end: where commits never pause, the last views have their turn, too. */
  let counting = false
  let stopped = false

  const plan = (delay: number, run: () => void): void => {
    cancel()
    if (!stopped) cancel = clock.after(delay, run)
  }

  const changed = (): void => {
    const now = clock.now()
    dueSince ??= now
    if (!counting) plan(Math.max(0, Math.min(PAUSE_MS, dueSince + LONGEST_WAIT_MS - now)), countAll)
  }

  function countAll(): void {
    dueSince = null
    counting = true
    countNext([...byAccount.keys()].flatMap((account) => listViews(db).map(({ id }) => ({ account, id }))))
  }

  function countNext(left: readonly { readonly account: string | null; readonly id: string }[]): void {
    const [first, ...rest] = left
    if (!first) {
      counting = false
      if (dueSince !== null) changed()
      else if (byAccount.size > 0) plan(AGE_MS, countAll)
      return
    }
    try {
      count(first.account, first.id)
    } catch (error) {
      log.error('a saved view could not be counted', { error })
    }
    plan(BREATH_MS, () => countNext(rest))
  }

  function count(account: string | null, id: string): void {
    const counts = byAccount.get(account)
    const view = listViews(db).find((one) => one.id === id)
    if (!counts || !view) return
    const { compiled, problems } = readView(db, view, parts)
    const keys = problems.length > 0 ? [] : conversationsFound(db, compiled, account, MOST_COUNTED)
    const unread = db.get<{ count: number }>(UNREAD, JSON.stringify(keys))?.count ?? 0
    const before = counts.get(id)
    if (before?.total === keys.length && before.unread === unread) return
    counts.set(id, { id, total: keys.length, unread })
    live.touch('view-counts')
  }

  const stopListening = live.listen((topics) => {
    if (byAccount.size > 0 && (['inbox', 'views', 'tags', 'team'] as const).some((topic) => topics.has(topic)))
      changed()
  })

  return {
    rows(account) {
      const counts = byAccount.get(account) ?? new Map<string, ViewCountRow>()
      if (!byAccount.has(account)) {
        if (counting) dueSince ??= clock.now()
        else plan(0, countAll)
      }
      byAccount.delete(account)
      byAccount.set(account, counts)
      const [oldest] = byAccount.keys()
      if (byAccount.size > MOST_ACCOUNTS && oldest !== undefined) byAccount.delete(oldest)
      return [...counts.values()]
    },
    stop() {
      stopped = true
      cancel()
      stopListening()
    }
  }
}
