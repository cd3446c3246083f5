import type { EncryptedChatRow, SeenRow, TypingRow } from '../../../shared/contract/rows.ts'
import { conversationKey, splitConversationKey } from '../../../shared/domain/ids.ts'
import type { CommandDefinition } from '../commands/command-definition.ts'
import { toPerson } from '../customers/people.ts'
import type { ReadDb } from '../db/database.ts'
import type { Clock } from '../deps.ts'
import type { QueryDefinition } from '../live/query-definition.ts'
import * as sql from './sql.ts'
import type { Typing } from './typing.ts'

export function activityQueries(
  db: ReadDb,
  typing: Typing
): {
  'activity.typing': QueryDefinition<'activity.typing'>
  'activity.seen': QueryDefinition<'activity.seen'>
  'activity.encryptedChats': QueryDefinition<'activity.encryptedChats'>
} {
  return {
    'activity.typing': { topics: () => ['typing'], rows: () => typingRows(db, typing) },
    'activity.seen': {
      topics: ({ conversation }) => [`thread:${conversation}`],
      rows: ({ conversation }) => seenRows(db, conversation)
    },
    'activity.encryptedChats': {
      topics: () => ['encrypted-chats', 'customers', 'accounts'],
      rows: () => encryptedChatRows(db)
    }
  }
}

export function activityCommands(clock: Clock): {
  'activity.dismissEncryptedChats': CommandDefinition<'activity.dismissEncryptedChats'>
} {
  return {
    'activity.dismissEncryptedChats': {
      kind: 'transaction',
      run(db, { ids }) {
        for (const id of ids) db.run(sql.DISMISS_ENCRYPTED_CHAT, clock.now(), id)
        db.touch('encrypted-chats')
        return null
      }
    }
  }
}

function typingRows(db: ReadDb, typing: Typing): TypingRow[] {
  return [...typing.now()].map(([id, userIds]) => {
    const { accountId } = splitConversationKey(id)
    return { id, people: userIds.map((userId) => personOf(db, accountId, userId).name) }
  })
}

function personOf(db: ReadDb, accountId: string, userId: string): ReturnType<typeof toPerson> {
  const unknown = { id: userId, name: null, username: null, avatar_url: null }
  return toPerson(accountId, db.get<sql.PersonRow>(sql.PERSON, userId) ?? unknown)
}

function seenRows(db: ReadDb, conversation: string): SeenRow[] {
  const { accountId, conversationId } = splitConversationKey(conversation)
  const row = db.get<sql.SeenMessage>(sql.SEEN, accountId, conversationId)
  return row ? [{ id: conversation, messageId: row.event_id, at: row.read_at }] : []
}

function encryptedChatRows(db: ReadDb): EncryptedChatRow[] {
  return db.all<sql.EncryptedChat>(sql.ENCRYPTED_CHATS).map((row) => {
    const id = `${row.account_id}/${row.conversation_id}`
    const { name, username, avatar_url: avatarUrl } = row
    const from =
      // A bare number tells nobody anything.
      row.sender_id === null || (name === null && username === null)
        ? null
        : toPerson(row.account_id, { id: row.sender_id, name, username, avatar_url: avatarUrl })
    return {
      id,
      accountId: row.account_id,
      conversation: row.here === null ? null : conversationKey(row.account_id, row.conversation_id),
      from,
      group: !row.conversation_id.includes('-'),
      count: row.count,
      lastAt: row.last_at
    }
  })
}
