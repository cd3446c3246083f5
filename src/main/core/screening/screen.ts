import { noteNews } from '../attention/news.ts'
import type { ReadDb, WriteDb } from '../db/database.ts'
import { conversationsOfUser, refreshConversations } from '../inbox/refresh.ts'
import { type Decision, decide, makeScreen, type Screen } from './decide.ts'
import { currentRules, isOpenDoor } from './rules.ts'
import * as sql from './sql.ts'

/** What one conversation would become; null when it stays, or somebody has decided about it. */
export function moveOf(db: ReadDb, screen: Screen, facts: sql.FactsRow): Decision | null {
  if (facts.place_by === 'agent') return null
  const decision = decide(db, screen, facts)
  return decision.place === facts.place && decision.reason === facts.place_reason ? null : decision
}

export function place(db: WriteDb, facts: sql.FactsRow, decision: Decision, now: number): void {
  db.run(sql.PLACE, facts.account_id, facts.id, decision.place, decision.reason, now)
}

/** Part of the transaction that stores messages, before the list is refreshed. */
export function screenArrivals(
  db: WriteDb,
  arrivals: { readonly written: readonly number[]; readonly answered: readonly number[] },
  now: number
): void {
  for (const key of arrivals.answered) db.run(sql.LET_IN, now, key)
  screenKeys(db, arrivals.written, now)
}

/** Where everybody gets in by now, only those whom earlier rules have put elsewhere have a way to go. */
function wasPutAway(db: ReadDb, key: number): boolean {
  return db.get(sql.PUT_AWAY, key) !== undefined
}

/** @returns the keys of those that were moved */
function screenKeys(db: WriteDb, keys: readonly number[], now: number): number[] {
  if (keys.length === 0) return []
  const { id, rules } = currentRules(db)
  const open = isOpenDoor(db, rules)
  if (id === null && open) return []
  const screen = makeScreen(rules)
  const moved: number[] = []
  for (const key of open ? keys.filter((each) => wasPutAway(db, each)) : keys) {
    const facts = db.get<sql.FactsRow>(sql.FACTS_OF, key)
    const decision = facts ? moveOf(db, screen, facts) : null
    if (!facts || decision === null) continue
    place(db, facts, decision, now)
    moved.push(key)
  }
  return moved
}

/** After something about these people has become known, or their list has changed. */
export function screenPeople(db: WriteDb, users: readonly string[], now: number): void {
  const keys = new Set(users.flatMap((user) => conversationsOfUser(db, user)))
  const moved = screenKeys(db, [...keys], now)
  if (moved.length === 0) return
  refreshConversations(db, moved)
  for (const key of moved) {
    // Who is let in now is news now: as a request it was silent.
    const unread = db.get<{ unread: number }>(sql.UNREAD_OF, key)?.unread ?? 0
    const account = db.get<{ account_id: string }>('SELECT account_id FROM conversation WHERE key = ?', key)?.account_id
    if (unread > 0 && account !== undefined) noteNews(db, account, key, unread, now)
  }
}
