import { v7 as uuidv7 } from 'uuid'
import type { CommandDefinition } from '../commands/command-definition.ts'
import { keepUndo } from '../commands/undo.ts'
import type { Clock, SettingsStore } from '../deps.ts'
import { applyAgain } from '../sla/plan.ts'
import { mergeTags } from './merge-tags.ts'
import * as sql from './sql.ts'
import { findTag, freeName, touchTagged } from './tags.ts'

export function tagCommands(
  clock: Clock,
  settings: SettingsStore
): {
  'tags.create': CommandDefinition<'tags.create'>
  'tags.change': CommandDefinition<'tags.change'>
  'tags.delete': CommandDefinition<'tags.delete'>
  'tags.merge': CommandDefinition<'tags.merge'>
} {
  return {
    'tags.create': {
      kind: 'transaction',
      run(db, { name, colour, group }) {
        const now = clock.now()
        const folded = freeName(db, name, null)
        const id = uuidv7()
        db.run(sql.ADD, id, name, folded, colour, group, now, now)
        db.touch('tags')
        return { tag: id }
      }
    },
    'tags.change': {
      kind: 'transaction',
      run(db, { tag, name, colour, group }) {
        findTag(db, tag)
        db.run(sql.CHANGE, name, freeName(db, name, tag), colour, group, clock.now(), tag)
        touchTagged(db)
        return null
      }
    },
    'tags.delete': {
      kind: 'transaction',
      run(db, { tag }) {
        const { name } = findTag(db, tag)
        db.run(sql.SET_DELETED, clock.now(), clock.now(), tag)
        applyAgain(db, clock.now())
        keepUndo(db, `Tag ${name} deleted`, { tag }, clock.now())
        touchTagged(db)
        return null
      }
    },
    'tags.merge': {
      kind: 'transaction',
      run: (db, tags) => mergeTags(db, settings, tags, clock.now())
    }
  }
}
