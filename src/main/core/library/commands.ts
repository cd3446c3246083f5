import { AppError } from '../../../shared/contract/errors.ts'
import type { CommandDefinition } from '../commands/command-definition.ts'
import { UNDO_REACHES_MS } from '../commands/undo.ts'
import type { WriteDb } from '../db/database.ts'
import { approveReplies, submitReplies } from './approve.ts'
import { changeReplies, keepChanges } from './change-replies.ts'
import { withKeptFile } from './files/kept-files.ts'
import { guardPlacement } from './guard.ts'
import type { LibraryParts } from './library-parts.ts'
import { placingCommands } from './placing.ts'
import { changeRecord, findRecord } from './reply-record.ts'
import { addVersion, contentOf, createReply, saveVersion, uniqueTags } from './save-reply.ts'
import * as sql from './sql.ts'
import { undoLabels } from './undo-labels.ts'

type WritingCommand =
  | 'library.save'
  | 'library.submit'
  | 'library.approve'
  | 'library.sendBack'
  | 'library.discardDraft'
  | 'library.rollBack'

/** What is written, looked at and approved. */
export function libraryCommands(
  parts: LibraryParts
): { [N in WritingCommand]: CommandDefinition<N> } & ReturnType<typeof placingCommands> {
  const { clock, team } = parts
  const writer = () => ({ author: team.me(), now: clock.now() })
  return {
    ...placingCommands(parts),
    'library.save': {
      kind: 'transaction',
      run(db, { reply, base, content: given, placement }) {
        if (reply === null) {
          return createReply(db, { content: withKeptFile(db, given, null), placement }, writer())
        }
        const record = findRecord(db, reply, team.me())
        if (record.newest !== base) {
          throw new AppError(
            'conflict',
            'Somebody saved another version of this canned reply meanwhile. Look at it, then save yours again.'
          )
        }
        const content = withKeptFile(db, given, contentOf(db, record.newest).attachment)
        const { kind, scope, team: name } = placement
        if (kind !== record.kind || scope !== record.scope) guardPlacement(parts, [reply], { kind, scope, team: name })
        const version = saveVersion(db, record, content, writer())
        const placed = findRecord(db, reply, team.me())
        changeRecord(db, placed, { ...placement, tags: uniqueTags(placement.tags) }, clock.now())
        return { reply, version }
      }
    },
    'library.submit': { kind: 'transaction', run: (db, { replies }) => submitReplies(db, replies, parts) },
    'library.approve': { kind: 'transaction', run: (db, { replies }) => approveReplies(db, replies, parts) },
    'library.sendBack': {
      kind: 'transaction',
      run(db, { reply, why }) {
        const record = findRecord(db, reply, team.me())
        if (record.pending !== 'in-review') {
          throw new AppError('conflict', 'This canned reply is not in review any more.')
        }
        changeRecord(db, record, { pending: 'draft', sentBack: why }, clock.now())
        return null
      }
    },
    'library.discardDraft': {
      kind: 'transaction',
      run(db, { reply }) {
        const { approved } = findRecord(db, reply, team.me())
        if (approved === null) {
          throw new AppError('not-allowed', 'Nothing of this canned reply was approved yet. Delete it instead.')
        }
        const by = { me: team.me(), now: clock.now(), label: undoLabels.discarded }
        changeReplies(db, [reply], by, () => ({ newest: approved, pending: null, sentBack: null }))
        return null
      }
    },
    'library.rollBack': {
      kind: 'transaction',
      run(db, { reply, version }) {
        const record = findRecord(db, reply, team.me())
        if (record.newest === version) return { version }
        const earlier = db.get<sql.VersionHead>(sql.VERSION, version)
        if (earlier?.reply_id !== reply) {
          throw new AppError('not-found', 'This version is not kept any more. Choose another one.')
        }
        const added = addVersion(db, record, contentOf(db, version), writer())
        const change = {
          reply,
          before: { newest: record.newest, pending: record.pending },
          after: { newest: added, pending: 'draft' as const }
        }
        keepChanges(db, [change], undoLabels.rolledBack, clock.now())
        return { version: added }
      }
    }
  }
}

/** Run at start. */
export function dropDeletedReplies(db: WriteDb, now: number): void {
  db.run(sql.DROP_OLD_VERSIONS, now - UNDO_REACHES_MS)
  db.run(sql.DROP_OLD, now - UNDO_REACHES_MS)
}
