import { AppError } from '../../../shared/contract/errors.ts'
import { splitConversationKey } from '../../../shared/domain/ids.ts'
import type { CommandDefinition } from '../commands/command-definition.ts'
import type { ReadDb } from '../db/database.ts'
import type { Clock } from '../deps.ts'
import type { QueryDefinition } from '../live/query-definition.ts'
import { attachmentRow } from './attachment-rows.ts'
import { attachmentOfDraft, setAsideOfDraft, takeBackAside } from './attachments.ts'
import * as sql from './sql.ts'

export function attachmentQueries(db: ReadDb): {
  'thread.attachment': QueryDefinition<'thread.attachment'>
  'attachments.consent': QueryDefinition<'attachments.consent'>
} {
  return {
    'thread.attachment': {
      topics: ({ conversation }) => [`draft:${conversation}`],
      rows({ conversation }) {
        const { accountId, conversationId } = splitConversationKey(conversation)
        const attachment = attachmentOfDraft(db, accountId, conversationId)
        return attachment === null ? [] : [attachmentRow(attachment)]
      }
    },
    'attachments.consent': {
      topics: () => ['accounts'],
      rows: () => db.all<{ account_id: string }>(sql.CONSENTS).map(({ account_id: id }) => ({ id }))
    }
  }
}

export function attachmentCommands(clock: Clock): {
  'thread.detach': CommandDefinition<'thread.detach'>
  'thread.reattach': CommandDefinition<'thread.reattach'>
  'attachments.share': CommandDefinition<'attachments.share'>
} {
  return {
    'thread.detach': {
      kind: 'transaction',
      run(db, { conversation, attachment: id }) {
        const { accountId, conversationId } = splitConversationKey(conversation)
        const attachment = attachmentOfDraft(db, accountId, conversationId)
        if (attachment?.id !== id) throw new AppError('not-found', 'This attachment is not in the draft any more.')
        setAsideOfDraft(db, accountId, conversationId, clock.now())
        return null
      }
    },
    'thread.reattach': {
      kind: 'transaction',
      run(db, { conversation, attachment }) {
        takeBackAside(db, splitConversationKey(conversation), attachment, clock.now())
        return null
      }
    },
    'attachments.share': {
      kind: 'transaction',
      run(db, { account, allowed }) {
        db.run(sql.SET_CONSENT, account, allowed ? 1 : 0, clock.now())
        db.touch('accounts')
        return null
      }
    }
  }
}
