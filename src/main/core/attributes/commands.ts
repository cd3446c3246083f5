import { v7 as uuidv7 } from 'uuid'
import { AppError } from '../../../shared/contract/errors.ts'
import { MAX_ATTRIBUTES } from '../../../shared/domain/attribute.ts'
import type { CommandDefinition } from '../commands/command-definition.ts'
import { keepUndo } from '../commands/undo.ts'
import { personName } from '../customers/people.ts'
import type { WriteDb } from '../db/database.ts'
import type { Clock } from '../deps.ts'
import type { Team } from '../team/team.ts'
import { checkAttribute, findAttribute, listAttributes, setValue, toBefore } from './attributes.ts'
import * as sql from './sql.ts'

export function attributeCommands({ clock, team }: { readonly clock: Clock; readonly team: Pick<Team, 'me'> }): {
  'attributes.create': CommandDefinition<'attributes.create'>
  'attributes.change': CommandDefinition<'attributes.change'>
  'attributes.delete': CommandDefinition<'attributes.delete'>
  'attributes.move': CommandDefinition<'attributes.move'>
  'attributes.set': CommandDefinition<'attributes.set'>
} {
  const changed = (db: WriteDb): void => {
    db.touch('attributes')
    db.touch('customers')
  }
  return {
    'attributes.create': {
      kind: 'transaction',
      run(db, { name, type, options: given }) {
        const options = type === 'choice' ? given : []
        const folded = checkAttribute(db, { name, type, options }, null)
        if ((db.get<{ count: number }>(sql.COUNT)?.count ?? 0) >= MAX_ATTRIBUTES) {
          throw new AppError('invalid-input', 'There may be {most, number} attributes at most. Delete one first.', {
            most: MAX_ATTRIBUTES
          })
        }
        const now = clock.now()
        const id = uuidv7()
        db.run(sql.ADD, id, name, folded, type, JSON.stringify(options), now, now)
        const row = findAttribute(db, id)
        keepUndo(db, `Added ${name}`, { attribute: [{ ...toBefore(row), deleted: true }] }, now)
        changed(db)
        return { attribute: id }
      }
    },
    'attributes.change': {
      kind: 'transaction',
      run(db, { attribute, name, options: given }) {
        const row = findAttribute(db, attribute)
        const options = row.type === 'choice' ? given : []
        const folded = checkAttribute(db, { name, type: row.type, options }, attribute)
        keepUndo(db, `Changed ${row.name}`, { attribute: [toBefore(row)] }, clock.now())
        db.run(sql.CHANGE, name, folded, JSON.stringify(options), clock.now(), attribute)
        changed(db)
        return null
      }
    },
    'attributes.delete': {
      kind: 'transaction',
      run(db, { attribute }) {
        const row = findAttribute(db, attribute)
        keepUndo(db, `Deleted ${row.name}`, { attribute: [toBefore(row)] }, clock.now())
        db.run(sql.DELETE, clock.now(), clock.now(), attribute)
        changed(db)
        return null
      }
    },
    'attributes.move': {
      kind: 'transaction',
      run(db, { attribute, to }) {
        findAttribute(db, attribute)
        const order = listAttributes(db).map(({ id }) => id)
        const next = order.filter((id) => id !== attribute).toSpliced(to, 0, attribute)
        if (next.every((id, at) => id === order[at])) return null
        const before = order.map((id) => toBefore(findAttribute(db, id)))
        keepUndo(db, 'Moved an attribute', { attribute: before }, clock.now())
        next.forEach((id, at) => void db.run(sql.SET_POSITION, at + 1, clock.now(), id))
        changed(db)
        return null
      }
    },
    'attributes.set': {
      kind: 'transaction',
      run(db, { user, attribute, value }) {
        if (!db.get('SELECT 1 FROM user WHERE id = ?', user)) {
          throw new AppError('not-found', 'This customer is not here any more.')
        }
        const given = { user, attribute, typed: value ?? '', member: team.me() }
        const before = setValue(db, given, clock.now())
        if (before === null) return null
        const { name } = findAttribute(db, attribute)
        keepUndo(db, `Changed ${name} of ${personName(db, user)}`, { attributeValue: before }, clock.now())
        return null
      }
    }
  }
}
