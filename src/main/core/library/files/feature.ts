import { categoryKinds } from '../../../../shared/domain/attachment.ts'
import type { ReplyFileRow } from '../../../../shared/contract/library-rows.ts'
import { addToDraft, attachmentOfDraft, draftTarget } from '../../attachments/attachments.ts'
import type { CommandDefinition } from '../../commands/command-definition.ts'
import type { ReadDb } from '../../db/database.ts'
import type { Clock } from '../../deps.ts'
import type { QueryDefinition } from '../../live/query-definition.ts'
import { contentOf } from '../save-reply.ts'
import { keptFile } from './kept-files.ts'
import type { KeptFileRow } from './sql.ts'

export function replyFileQueries(db: ReadDb): { 'library.file': QueryDefinition<'library.file'> } {
  return {
    'library.file': {
      topics: () => ['media'],
      rows({ hash }) {
        const kept = keptFile(db, hash)
        return kept === null ? [] : [toRow(kept)]
      }
    }
  }
}

function toRow({ hash, size, category, media_type: type, width, height, duration_ms }: KeptFileRow): ReplyFileRow {
  const key = `canned:${hash}`
  const kind = categoryKinds[category]
  const src = `media/canned/${hash}`
  return {
    id: hash,
    size,
    type,
    item: { key, kind, src, poster: null, width, height, durationMs: duration_ms, alt: null }
  }
}

export function replyFileCommands(clock: Pick<Clock, 'now'>): {
  'library.attach': CommandDefinition<'library.attach'>
} {
  return {
    'library.attach': {
      kind: 'transaction',
      run(db, { conversation, version }) {
        const { attachment } = contentOf(db, version)
        const target = draftTarget(db, conversation)
        if (attachment === null) return { kind: 'missing' }
        const kept = keptFile(db, attachment.hash)
        if (kept === null) return { kind: 'missing' }
        const present = attachmentOfDraft(db, target.accountId, target.conversationId)
        // What an agent attached is never replaced unasked; X takes one per message.
        if (present !== null) return { kind: present.file === kept.file ? 'there' : 'taken', name: present.name }
        const { file, size, media_type: mediaType, category, width, height, duration_ms: durationMs } = kept
        const checked = { file, name: attachment.name, size, mediaType, category, width, height, durationMs }
        return { kind: 'attached', attachment: addToDraft(db, target, checked, clock.now()) }
      }
    }
  }
}
