import type { QuickKey } from '../../../../shared/domain/library/quick-key.ts'
import type { ReadDb, WriteDb } from '../../db/database.ts'
import * as sql from './sql.ts'

/** What a key of a member was given to, and is given to since: ids of replies, null for a key that is free. */
export interface KeySlot {
  readonly key: QuickKey
  readonly before: string | null
  readonly after: string | null
}

/** The keys of a member that a command changed. */
export interface QuickKeysBefore {
  readonly quickKeys: { readonly member: string; readonly slots: readonly KeySlot[] }
}

/** Key → id of the reply it inserts. */
export function keysOf(db: ReadDb, member: string): Map<QuickKey, string> {
  return new Map(db.all<sql.KeyRow>(sql.KEYS, member).map((row) => [row.key, row.reply_id]))
}

/** What has to change so that a reply has this key and no other. @param wanted null: none at all */
export function slotsFor(keys: ReadonlyMap<QuickKey, string>, reply: string, wanted: QuickKey | null): KeySlot[] {
  const slots: KeySlot[] = []
  for (const [key, has] of keys) if (has === reply && key !== wanted) slots.push({ key, before: reply, after: null })
  const before = wanted === null ? null : (keys.get(wanted) ?? null)
  if (wanted !== null && before !== reply) slots.push({ key: wanted, before, after: reply })
  return slots
}

export function writeSlots(db: WriteDb, member: string, slots: readonly KeySlot[], now: number): void {
  // Freed first: a reply has one key.
  for (const { key } of slots) db.run(sql.FREE, member, key)
  for (const { key, after } of slots) if (after !== null) db.run(sql.SET, member, key, after, now)
  if (slots.length > 0) db.touch('quick-keys')
}

/** Takes back what a command changed, where nobody has changed it since. */
export function undoQuickKeys(db: WriteDb, { member, slots }: QuickKeysBefore['quickKeys'], now: number): void {
  const keys = keysOf(db, member)
  const standing = slots.filter(({ key, after }) => (keys.get(key) ?? null) === after)
  for (const { key } of standing) keys.delete(key)
  const elsewhere = new Set(keys.values())
  const back = standing.map(({ key, before, after }): KeySlot => ({
    key,
    before: after,
    after: before !== null && elsewhere.has(before) ? null : before
  }))
  writeSlots(db, member, back, now)
}
