import type { AttributeRow, CustomerAttributeRow } from '../../../shared/contract/customer-rows.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import { type AttributeType, MAX_ATTRIBUTE_NAME, readAttribute } from '../../../shared/domain/attribute.ts'
import { restoredName } from '../commands/restored-name.ts'
import type { ReadDb, WriteDb } from '../db/database.ts'
import { newerId } from '../db/newer-id.ts'
import { sameCustomer } from '../customers/links.ts'
import { foldName } from '../search/fold.ts'
import * as sql from './sql.ts'

/** An attribute as it was; `deleted`: it was not in use. */
export interface AttributeBefore {
  readonly attribute: string
  readonly name: string
  readonly options: readonly string[]
  readonly position: number
  readonly deleted: boolean
}

/** The value a customer had. */
export interface ValueBefore {
  readonly attribute: string
  readonly user: string
  readonly value: string | null
}

/** Shown of what a value was before. */
const HISTORY = 10

export function listAttributes(db: ReadDb): AttributeRow[] {
  return db.all<sql.Stored>(sql.LIST).map((row) => ({
    id: row.id,
    name: row.name,
    type: row.type,
    options: JSON.parse(row.options) as string[]
  }))
}

/** @throws {AppError} not-found, also for one that was deleted */
export function findAttribute(db: ReadDb, id: string): sql.Stored & { readonly parsed: readonly string[] } {
  const found = db.get<sql.Stored>(sql.FIND, id)
  if (!found || found.deleted_at !== null) throw new AppError('not-found', 'This attribute is not here any more.')
  return { ...found, parsed: JSON.parse(found.options) as string[] }
}

export function toBefore(row: sql.Stored): AttributeBefore {
  return {
    attribute: row.id,
    name: row.name,
    options: JSON.parse(row.options) as string[],
    position: row.position,
    deleted: row.deleted_at !== null
  }
}

/** @throws {AppError} invalid-input, conflict */
export function checkAttribute(
  db: ReadDb,
  given: { readonly name: string; readonly type: AttributeType; readonly options: readonly string[] },
  except: string | null
): string {
  const key = foldName(given.name)
  const taken = db.get<{ id: string }>(sql.BY_NAME, key)
  if (taken && taken.id !== except) {
    throw new AppError('conflict', 'There is an attribute “{name}” already. Choose another name.', { name: given.name })
  }
  if (given.type === 'choice') {
    const names = given.options.map((option) => option.toLowerCase())
    if (names.length < 2) throw new AppError('invalid-input', 'A list of choices needs at least two choices.')
    const twice = given.options.find((option, at) => names.indexOf(option.toLowerCase()) !== at)
    if (twice !== undefined) throw new AppError('invalid-input', '“{choice}” is in the list twice.', { choice: twice })
  }
  return key
}

/** All attributes with the values of a customer; of merged ones, the value that was set last. */
export function attributesOf(db: ReadDb, user: string): CustomerAttributeRow[] {
  const users = sameCustomer(db, user)
  return db.all<sql.Stored>(sql.LIST).map((attribute): CustomerAttributeRow => {
    const values = users
      .flatMap((id) => db.all<sql.ValueRow>(sql.VALUES, id, attribute.id, HISTORY))
      .toSorted((a, b) => (a.id < b.id ? 1 : -1))
    const [newest, ...earlier] = values
    return {
      id: attribute.id,
      name: attribute.name,
      type: attribute.type,
      options: JSON.parse(attribute.options) as string[],
      value: newest?.value ?? null,
      history: earlier.slice(0, HISTORY).map((row) => ({ at: row.updated_at, value: row.value, by: row.member }))
    }
  })
}

/** The value a customer has now; of merged ones, the one that was set last. */
export function valueOf(db: ReadDb, user: string, attribute: string): string | null {
  return newestValue(db, user, attribute)?.value ?? null
}

function newestValue(db: ReadDb, user: string, attribute: string): sql.ValueRow | undefined {
  return sameCustomer(db, user)
    .flatMap((id) => db.all<sql.ValueRow>(sql.VALUES, id, attribute, 1))
    .toSorted((a, b) => (a.id < b.id ? 1 : -1))[0]
}

/**
 * @returns what to go back to; null when it has this value already
 * @throws {AppError} invalid-input with what is wrong, not-found
 */
export function setValue(
  db: WriteDb,
  { user, attribute, typed, member }: { user: string; attribute: string; typed: string; member: string | null },
  now: number
): ValueBefore | null {
  const found = findAttribute(db, attribute)
  const read = readAttribute({ type: found.type, options: found.parsed }, typed)
  if ('problem' in read)
    throw new AppError('invalid-input', '{name}: {problem}', { name: found.name, problem: read.problem })
  const before = valueOf(db, user, attribute)
  if (before === read.value) return null
  writeValue(db, user, attribute, read.value, member, now)
  return { attribute, user, value: before }
}

/** Also the way back: it is one more line of the history. */
export function writeValue(
  db: WriteDb,
  user: string,
  attribute: string,
  value: string | null,
  member: string | null,
  now: number
): void {
  const id = newerId(newestValue(db, user, attribute)?.id)
  db.run(sql.ADD_VALUE, id, attribute, user, value, member, now)
  db.touch('customers')
  db.touch('attributes')
}

export function undoAttribute(db: WriteDb, before: AttributeBefore, now: number): void {
  // Somebody may have given the name to another one meanwhile: both stay, told apart.
  const isTaken = (name: string): boolean =>
    (db.get<{ id: string }>(sql.BY_NAME, foldName(name))?.id ?? before.attribute) !== before.attribute
  const name = before.deleted ? before.name : restoredName(before.name, MAX_ATTRIBUTE_NAME, isTaken)
  const deleted = before.deleted ? now : null
  db.run(
    sql.PUT_BACK,
    name,
    foldName(name),
    JSON.stringify(before.options),
    before.position,
    deleted,
    now,
    before.attribute
  )
  db.touch('customers')
  db.touch('attributes')
}
