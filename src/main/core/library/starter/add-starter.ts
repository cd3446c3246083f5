import type { WriteDb } from '../../db/database.ts'
import { tagNamed } from '../../tags/tag-named.ts'
import { changeRecord, findRecord, type ReplyChange } from '../reply-record.ts'
import { createReply, type Writer } from '../save-reply.ts'
import type { Shelf } from '../shelf.ts'
import * as sql from '../sql.ts'
import { contentOfStarter, placementOfStarter, starterLibrary } from './starter-library.ts'

interface Added {
  /** How many replies; the fragments in them are not counted. */
  readonly added: number
  /** What an undo goes back to. */
  readonly changes: readonly ReplyChange[]
  readonly madeTags: readonly string[]
}

/**
 * Adds the starter replies whose shortcuts nobody uses yet, and the fragments when any reply is added.
 * @param approved whether agents may insert them at once, or somebody looks at them first
 */
export function addStarter(
  db: WriteDb,
  { shelf, writer, approved }: { readonly shelf: Shelf; readonly writer: Writer; readonly approved: boolean }
): Added {
  const taken = takenShortcuts(db, shelf)
  const free = starterLibrary.filter(({ shortcut }) => !taken.has(shortcut))
  const added = free.filter(({ kind }) => kind !== 'fragment').length
  if (added === 0) return { added, changes: [], madeTags: [] }
  const madeTags: string[] = []
  const changes = free.map((starter): ReplyChange => {
    const content = contentOfStarter(starter, (name) => tagNamed(db, name, writer.now, madeTags))
    const { reply, version } = createReply(db, { content, placement: placementOfStarter(starter) }, writer)
    if (approved) {
      db.run(sql.SET_APPROVED, writer.author, writer.now, version)
      changeRecord(db, findRecord(db, reply, writer.author), { approved: version, pending: null }, writer.now)
    }
    return { reply, before: { deletedAt: writer.now }, after: { deletedAt: null } }
  })
  return { added, changes, madeTags }
}

/** Of what is approved and of what is written. */
function takenShortcuts(db: WriteDb, shelf: Shelf): ReadonlySet<string> {
  const replies = [...shelf.read(db).replies.values()]
  return new Set(
    replies.flatMap(({ approvedVersion, newestVersion }) =>
      [approvedVersion?.content.shortcut, newestVersion.content.shortcut].flatMap((shortcut) => shortcut ?? [])
    )
  )
}
