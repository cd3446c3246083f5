import { AppError } from '../../../shared/contract/errors.ts'
import { conversationKey, directConversationId } from '../../../shared/domain/ids.ts'
import type { CommandDefinition } from '../commands/command-definition.ts'
import type { Clock } from '../deps.ts'
import { refreshConversations } from '../inbox/refresh.ts'
import { conversationFor } from './conversation-for.ts'
import { draftPlace } from './draft-place.ts'
import { restoreDraft, saveDraft } from './drafts.ts'

export function threadCommands(clock: Clock): {
  'thread.start': CommandDefinition<'thread.start'>
  'thread.saveDraft': CommandDefinition<'thread.saveDraft'>
  'thread.restoreDraft': CommandDefinition<'thread.restoreDraft'>
} {
  return {
    'thread.start': {
      kind: 'transaction',
      run(db, { account, user }) {
        if (user === account) throw new AppError('invalid-input', 'An account cannot write to itself.')
        const row = db.get<{ api_base: string | null }>('SELECT api_base FROM account WHERE id = ?', account)
        if (!row) throw new AppError('not-found', 'There is no X account {account} here.', { account })
        const conversationId = directConversationId(account, user)
        const key = conversationFor(db, account, conversationId, clock.now())
        // Not in the list before something is written in it: then it is there for the draft.
        refreshConversations(db, [key])
        const existed = db.get('SELECT 1 FROM inbox_entry WHERE conversation_key = ?', key) !== undefined
        if (!existed && row.api_base === null) {
          throw new AppError('not-allowed', 'This account comes from an archive. Connect it to X before you write.')
        }
        return { conversation: conversationKey(account, conversationId), existed }
      }
    },
    'thread.saveDraft': {
      kind: 'transaction',
      run: (db, { conversation, mode, ...draft }) => saveDraft(db, draftPlace(conversation, mode), draft, clock.now())
    },
    'thread.restoreDraft': {
      kind: 'transaction',
      run: (db, { conversation, mode, ...input }) =>
        restoreDraft(db, draftPlace(conversation, mode), input, clock.now())
    }
  }
}
