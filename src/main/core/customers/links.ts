import { v7 as uuidv7 } from 'uuid'
import { AppError } from '../../../shared/contract/errors.ts'
import type { ReadDb, WriteDb } from '../db/database.ts'
import { personName } from './people.ts'

/** Which customer a user belonged to; null: none, a person by itself. */
export interface LinkBefore {
  readonly user: string
  readonly customer: string | null
}

const CUSTOMER_OF = 'SELECT customer_id FROM customer_link WHERE user_id = ?'
const LINKED = `
  SELECT o.user_id FROM customer_link l JOIN customer_link o ON o.customer_id = l.customer_id
  WHERE l.user_id = ? ORDER BY o.updated_at, o.user_id`
const LINK = `
  INSERT INTO customer_link (user_id, customer_id, updated_at) VALUES (?, ?, ?)
  ON CONFLICT (user_id) DO UPDATE SET customer_id = excluded.customer_id, updated_at = excluded.updated_at`
const UNLINK = 'DELETE FROM customer_link WHERE user_id = ?'
const IS_ACCOUNT = 'SELECT 1 FROM account WHERE id = ?'
const IS_KNOWN = 'SELECT 1 FROM user WHERE id = ?'

/** Everybody who is this person, who was asked about first. */
export function sameCustomer(db: ReadDb, user: string): string[] {
  const linked = db.all<{ user_id: string }>(LINKED, user).map((row) => row.user_id)
  return [user, ...linked.filter((id) => id !== user)]
}

/**
 * From now on both are one customer, with whoever was one with either of them.
 * @returns what to go back to
 * @throws {AppError} invalid-input, not-allowed, not-found, conflict
 */
export function mergeCustomers(db: WriteDb, user: string, other: string, now: number): LinkBefore[] {
  if (user === other)
    throw new AppError('invalid-input', 'This is the same X account. Choose another one to merge with.')
  for (const id of [user, other]) {
    if (db.get(IS_ACCOUNT, id)) {
      throw new AppError('not-allowed', 'This is an account of your own. Only customers can be merged.')
    }
    if (!db.get(IS_KNOWN, id)) throw new AppError('not-found', 'This customer is not here any more.')
  }
  const [mine, theirs] = [sameCustomer(db, user), sameCustomer(db, other)]
  if (mine.includes(other)) {
    throw new AppError('conflict', '{name} and {other} are one customer already.', {
      name: personName(db, user),
      other: personName(db, other)
    })
  }
  const customer = customerOf(db, user) ?? customerOf(db, other) ?? uuidv7()
  const before: LinkBefore[] = []
  for (const id of [...mine, ...theirs]) {
    const was = customerOf(db, id)
    if (was === customer) continue
    before.push({ user: id, customer: was })
    db.run(LINK, id, customer, now)
  }
  db.touch('customers')
  return before
}

/** This user is a person by itself again. @returns what to go back to @throws {AppError} conflict */
export function splitCustomer(db: WriteDb, user: string): LinkBefore[] {
  const customer = customerOf(db, user)
  const all = sameCustomer(db, user)
  if (customer === null || all.length < 2) throw new AppError('conflict', 'This customer is merged with nobody.')
  // Nobody is one with nobody.
  const leaving = all.length === 2 ? all : [user]
  for (const id of leaving) db.run(UNLINK, id)
  db.touch('customers')
  return leaving.map((id) => ({ user: id, customer }))
}

export function undoLinks(db: WriteDb, before: readonly LinkBefore[], now: number): void {
  for (const { user, customer } of before) {
    if (customer === null) db.run(UNLINK, user)
    else db.run(LINK, user, customer, now)
  }
  db.touch('customers')
}

function customerOf(db: ReadDb, user: string): string | null {
  return db.get<{ customer_id: string }>(CUSTOMER_OF, user)?.customer_id ?? null
}
