import type { ReadDb } from '../db/database.ts'
import * as sql from './sql.ts'

const PART = 200

/** Moves of conversations into what is open, and out of it, as they become known: how many there were is told backwards from now. */
export interface Backlog {
  /** A conversation came, and was open then unless `change` says otherwise. */
  arrived(account: string, firstAt: number): void
  /** Adds what happened to all of them since. */
  readChanges(db: ReadDb): Generator<void, void>
  /** How many were open at a moment; null before anybody counted, and in the future. @param openNow those at `now` */
  at(moment: number, openNow: number): number | null
}

export interface BacklogSpan {
  /** Ascending: only at these moments anybody will ask. */
  readonly moments: readonly number[]
  readonly now: number
  readonly account: string | null
  /** Nothing is known from before. ms since 1970; null: not yet at all. */
  readonly since: number | null
  /** When each account was added: what was written before came then. */
  readonly addedAt: ReadonlyMap<string, number>
}

export function createBacklog({ moments, now, account, since, addedAt }: BacklogSpan): Backlog {
  /** For each moment, by how many the open ones have grown from then on, up to the next. */
  const growth = new Float64Array(moments.length)
  const oldest = moments[0] ?? now

  const arrival = (of: string, firstAt: number): number => Math.max(firstAt, addedAt.get(of) ?? 0)
  const grow = (at: number, by: number): void => {
    // The last moment that is not after it. What happened at a moment belongs to what comes after.
    let low = 0
    let high = moments.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((moments[middle] ?? 0) <= at) low = middle + 1
      else high = middle
    }
    if (low > 0) growth[low - 1] = (growth[low - 1] ?? 0) + by
  }

  return {
    arrived(of, firstAt) {
      if (account === null || account === of) grow(arrival(of, firstAt), 1)
    },
    *readChanges(db) {
      let after: readonly [number, number] = [oldest - 1, Number.MAX_SAFE_INTEGER]
      for (;;) {
        const rows = db.all<sql.ChangeRow>(sql.CHANGES, ...after, PART)
        for (const row of rows) {
          if (account !== null && account !== row.account_id) continue
          // It came like this: it never was open.
          if (row.from_shelf === null) grow(arrival(row.account_id, row.first_at), -1)
          const was = row.from_shelf !== null && isOpen(row.from_shelf)
          grow(row.at, Number(isOpen(row.to_shelf)) - Number(was))
        }
        const next = rows.at(-1)
        if (next === undefined || rows.length < PART) return
        after = [next.at, next.key]
        yield
      }
    },
    at(moment, openNow) {
      if (since === null || moment < since || moment > now) return null
      let open = openNow
      for (const [nth, at] of moments.entries()) if (at >= moment) open -= growth[nth] ?? 0
      return open
    }
  }
}

/** What is still to be done: also what is put off. */
function isOpen(shelf: string): boolean {
  return shelf === 'open' || shelf === 'snoozed'
}
