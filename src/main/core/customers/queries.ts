import type { CustomerProfile, CustomerRow } from '../../../shared/contract/rows.ts'
import { conversationKey, splitConversationKey } from '../../../shared/domain/ids.ts'
import type { ReadDb } from '../db/database.ts'
import type { QueryDefinition } from '../live/query-definition.ts'
import { toPerson } from './people.ts'
import * as sql from './sql.ts'

export function customerQueries(db: ReadDb): { 'customers.card': QueryDefinition<'customers.card'> } {
  return {
    'customers.card': {
      topics: ({ conversation }) => [`thread:${conversation}`, 'customers'],
      rows: ({ conversation }) => readCard(db, conversation)
    }
  }
}

function readCard(db: ReadDb, conversation: string): CustomerRow[] {
  const { accountId, conversationId } = splitConversationKey(conversation)
  const row = db.get<sql.CardRow>(sql.CARD, accountId, conversationId)
  if (!row) return []
  const group = row.is_group === 1
  const profiles =
    group || row.peer_id === null
      ? db.all<sql.ProfileRow>(sql.MEMBER_PROFILES, row.key, accountId)
      : db.all<sql.ProfileRow>(sql.PROFILE, row.peer_id)
  const others = row.peer_id === null ? [] : db.all<sql.OtherRow>(sql.OTHERS, row.peer_id, row.peer_id, row.key)
  return [
    {
      id: conversation,
      group,
      people: profiles.map((profile) => toProfile(accountId, profile)),
      firstContactAt: row.first_at,
      lastContactAt: row.last_at,
      received: row.received,
      sent: row.sent,
      others: others.map((other) => ({
        key: conversationKey(other.account_id, other.id),
        title: other.title,
        lastAt: other.last_at
      }))
    }
  ]
}

function toProfile(accountId: string, row: sql.ProfileRow): CustomerProfile {
  return {
    ...toPerson(accountId, row),
    description: row.description,
    location: row.location,
    verified: row.verified === 1,
    protected: row.protected === 1,
    followers: row.followers,
    following: row.following,
    joinedXAt: row.created_at,
    canReceiveDm: row.can_receive_dm === null ? null : row.can_receive_dm === 1,
    unknown: row.state !== 'known'
  }
}
