import type { CommandDefinition } from '../../commands/command-definition.ts'
import { keepUndo } from '../../commands/undo.ts'
import type { WriteDb } from '../../db/database.ts'
import type { LibraryParts } from '../library-parts.ts'
import { deadLinks } from '../links/kept-answers.ts'
import { askedLinks } from '../links/reply-links.ts'
import { findRecord, type ReplyRecord } from '../reply-record.ts'
import { contentOf } from '../save-reply.ts'
import { findingLabels } from '../undo-labels.ts'
import { goneLinkKey } from './meant-key.ts'
import * as sql from './sql.ts'

/** What was said to be meant, to be taken back. */
export interface MeantBefore {
  readonly meant: readonly { readonly version: string; readonly kind: string }[]
}

export function findingCommands({ clock, team }: Pick<LibraryParts, 'clock' | 'team'>): {
  'library.meant': CommandDefinition<'library.meant'>
} {
  return {
    'library.meant': {
      kind: 'transaction',
      run(db, { reply, kinds }) {
        const record = findRecord(db, reply, team.me())
        const version = record.approved ?? record.newest
        const keys = kinds.flatMap((kind) => (kind === 'gone-link' ? goneLinksOf(db, record) : [kind]))
        const added = [...new Set(keys)].filter(
          (kind) => db.run(sql.ADD_MEANT, version, kind, team.me(), clock.now()).changes > 0
        )
        if (added.length === 0) return { changed: 0 }
        db.touch('library-uses')
        const label = findingLabels.meant(contentOf(db, version).title)
        keepUndo(db, label, { meant: added.map((kind) => ({ version, kind })) }, clock.now())
        return { changed: added.length }
      }
    }
  }
}

/** Those that would be found now, each by its own. */
function goneLinksOf(db: WriteDb, { approved, newest, pending }: ReplyRecord): string[] {
  const versions = [...(approved === null ? [] : [approved]), ...(pending === 'in-review' ? [newest] : [])]
  const dead = deadLinks(db)
  return askedLinks(versions.map((version) => contentOf(db, version)))
    .filter((address) => dead.has(address))
    .map(goneLinkKey)
}

export function undoMeant(db: WriteDb, meant: MeantBefore['meant']): void {
  for (const { version, kind } of meant) db.run(sql.DROP_MEANT, version, kind)
  db.touch('library-uses')
}
