import { AppError } from '../../../shared/contract/errors.ts'
import type { TagRow, TagUsageRow } from '../../../shared/contract/triage-rows.ts'
import { MAX_TAG_NAME } from '../../../shared/domain/tag.ts'
import { restoredName } from '../commands/restored-name.ts'
import type { ReadDb, WriteDb } from '../db/database.ts'
import type { QueryDefinition } from '../live/query-definition.ts'
import { foldName } from '../search/fold.ts'
import * as sql from './sql.ts'

/** @throws {AppError} not-found, also for a tag that was deleted */
export function findTag(db: ReadDb, id: string): sql.StoredTag {
  const tag = db.get<sql.StoredTag>(sql.FIND, id)
  if (!tag || tag.deleted_at !== null) throw new AppError('not-found', 'This tag is not here any more.')
  return tag
}

export function tagQueries(db: ReadDb): {
  'tags.list': QueryDefinition<'tags.list'>
  'tags.usage': QueryDefinition<'tags.usage'>
} {
  return {
    'tags.list': {
      topics: () => ['tags'],
      rows: () =>
        db
          .all<sql.StoredTag>(sql.LIST)
          .map(({ id, name, colour, group_name: group }): TagRow => ({ id, name, colour, group }))
    },
    'tags.usage': {
      topics: () => ['tags', 'inbox'],
      rows: () => db.all<TagUsageRow>(sql.USAGE)
    }
  }
}

/** A deleted tag is there again, with all that carries it; under a new name, when its own was given away meanwhile. */
export function restoreTag(db: WriteDb, id: string, now: number): void {
  const tag = db.get<sql.StoredTag>(sql.FIND, id)
  if (!tag) return
  const isTaken = (name: string): boolean => db.get(sql.BY_NAME, foldName(name)) !== undefined
  const name = restoredName(tag.name, MAX_TAG_NAME, isTaken)
  db.run(sql.CHANGE, name, foldName(name), tag.colour, tag.group_name, now, id)
  db.run(sql.SET_DELETED, null, now, id)
  touchTagged(db)
}

/** @returns the form in which names are compared @throws {AppError} conflict */
export function freeName(db: WriteDb, name: string, except: string | null): string {
  const folded = foldName(name)
  const taken = db.get<{ id: string }>(sql.BY_NAME, folded)
  if (taken && taken.id !== except) {
    throw new AppError('conflict', 'There is a tag “{name}” already. Use that one, or choose another name.', { name })
  }
  return folded
}

/** Tags that were made along with something that is gone again. Those in use stay. */
export function dropUnusedTags(db: WriteDb, tags: Iterable<string>, now: number): void {
  const wanted = [...tags]
  if (wanted.length === 0) return
  const given = new Set(db.all<{ id: string }>(sql.GIVEN_BY_REPLIES).map(({ id }) => id))
  for (const tag of wanted) if (!given.has(tag)) db.run(sql.DROP_UNUSED, now, now, tag)
  touchTagged(db)
}

export function touchTagged(db: WriteDb): void {
  db.touch('tags')
  db.touch('inbox')
}
