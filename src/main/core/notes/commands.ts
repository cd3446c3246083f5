import { AppError } from '../../../shared/contract/errors.ts'
import { conversationKey, splitConversationKey } from '../../../shared/domain/ids.ts'
import type { CommandDefinition } from '../commands/command-definition.ts'
import { keepUndo, type NoteBefore } from '../commands/undo.ts'
import type { Clock } from '../deps.ts'
import { spendDraft } from '../thread/drafts.ts'
import { draftPlace } from '../thread/draft-place.ts'
import { addNote, findNote, setNote } from './notes.ts'
import type { StoredNote } from './sql.ts'

/** Internal notes. Nothing here ever reaches X. */
export function noteCommands(clock: Clock): {
  'notes.add': CommandDefinition<'notes.add'>
  'notes.edit': CommandDefinition<'notes.edit'>
  'notes.delete': CommandDefinition<'notes.delete'>
} {
  return {
    'notes.add': {
      kind: 'transaction',
      run(db, { conversation, text, draft }) {
        const now = clock.now()
        const note = addNote(db, splitConversationKey(conversation), text, now)
        spendDraft(db, draftPlace(conversation, 'note'), text, draft, now)
        keepUndo(db, 'Note added', { note, conversation, text: null }, now)
        return { note }
      }
    },
    'notes.edit': {
      kind: 'transaction',
      run(db, { note: id, text, before: changed }) {
        const note = findNote(db, id)
        if (note.text === text) return null
        if (note.text !== changed) {
          throw new AppError(
            'conflict',
            'Another window has changed this note meanwhile. Copy your text, close this, and look at the note again.'
          )
        }
        setNote(db, note, text, clock.now())
        keepUndo(db, 'Note changed', before(note), clock.now())
        return null
      }
    },
    'notes.delete': {
      kind: 'transaction',
      run(db, { note: id }) {
        const note = findNote(db, id)
        setNote(db, note, null, clock.now())
        keepUndo(db, 'Note deleted', before(note), clock.now())
        return null
      }
    }
  }
}

function before(note: StoredNote): NoteBefore {
  return { note: note.id, conversation: conversationKey(note.account_id, note.conversation_id), text: note.text }
}
