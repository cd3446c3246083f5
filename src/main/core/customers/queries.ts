import type { CustomerProfile, CustomerRow, KnownPerson, ProfileRow } from '../../../shared/contract/rows.ts'
import { parseHandle } from '../../../shared/domain/handle.ts'
import { conversationKey, directConversationId, splitConversationKey } from '../../../shared/domain/ids.ts'
import type { ReadDb } from '../db/database.ts'
import type { QueryDefinition } from '../live/query-definition.ts'
import { blockState } from '../requests/blocks.ts'
import { findMarks } from '../search/highlight.ts'
import { allPhrases, parseNames } from '../search/phrases.ts'
import { notesAbout } from './customer-notes.ts'
import { sameCustomer } from './links.ts'
import { toPerson } from './people.ts'
import { responseTimes } from './response-times.ts'
import * as sql from './sql.ts'
import { promisesTo, tagsOfCustomer } from './triage-of.ts'

export function customerQueries(db: ReadDb): {
  'customers.card': QueryDefinition<'customers.card'>
  'customers.find': QueryDefinition<'customers.find'>
  'customers.profile': QueryDefinition<'customers.profile'>
  'customers.notes': QueryDefinition<'customers.notes'>
  'customers.tags': QueryDefinition<'customers.tags'>
  'customers.followUps': QueryDefinition<'customers.followUps'>
  'customers.responses': QueryDefinition<'customers.responses'>
} {
  return {
    'customers.card': {
      topics: ({ conversation }) => [`thread:${conversation}`, 'customers'],
      rows: ({ conversation }) => readCard(db, conversation)
    },
    'customers.find': {
      topics: () => ['customers', 'inbox'],
      rows: ({ account, text, limit }) => findPeople(db, account, text, limit)
    },
    'customers.profile': {
      topics: () => ['customers', 'inbox'],
      rows: ({ account, user }) => readProfile(db, account, user)
    },
    'customers.notes': { topics: () => ['customers', 'inbox'], rows: ({ user }) => notesAbout(db, user) },
    'customers.tags': {
      topics: () => ['customers', 'inbox', 'tags'],
      rows: ({ user }) => tagsOfCustomer(db, user)
    },
    'customers.followUps': { topics: () => ['customers', 'inbox'], rows: ({ user }) => promisesTo(db, user) },
    // Answers are measured a moment after they are there: `sla` tells.
    'customers.responses': { topics: () => ['customers', 'sla'], rows: ({ user }) => responseTimes(db, user) }
  }
}

function readCard(db: ReadDb, conversation: string): CustomerRow[] {
  const { accountId, conversationId } = splitConversationKey(conversation)
  const row = db.get<sql.CardRow>(sql.CARD, accountId, conversationId)
  if (!row) return []
  const group = row.is_group === 1
  if (group || row.peer_id === null) {
    const members = db.all<sql.ProfileRow>(sql.MEMBER_PROFILES, row.key, accountId)
    const people = members.map((profile) => toProfile(db, accountId, profile))
    return [{ ...between(conversation, row), group, people, others: [] }]
  }
  const users = sameCustomer(db, row.peer_id)
  const people = users
    .flatMap((id) => db.all<sql.ProfileRow>(sql.PROFILE, id))
    .map((profile) => toProfile(db, accountId, profile))
  const talks = users.map((id) => db.get<sql.TalksRow>(sql.TALKS, id)).filter((each) => each !== undefined)
  return [
    {
      id: conversation,
      group,
      people,
      firstContactAt: Math.min(...talks.map((each) => each.first_at ?? row.first_at)),
      lastContactAt: Math.max(...talks.map((each) => each.last_at ?? row.last_at)),
      received: talks.reduce((sum, each) => sum + each.received, 0),
      sent: talks.reduce((sum, each) => sum + each.sent, 0),
      others: readOthers(db, users, row.key)
    }
  ]
}

function between(conversation: string, row: sql.CardRow) {
  return {
    id: conversation,
    firstContactAt: row.first_at,
    lastContactAt: row.last_at,
    received: row.received,
    sent: row.sent
  }
}

/** Shown of the other conversations of a customer. */
const MOST_OTHERS = 30

function readOthers(db: ReadDb, users: readonly string[], key: number): CustomerRow['others'] {
  const rows = users.flatMap((id) => db.all<sql.OtherRow>(sql.OTHERS, id, id, key, MOST_OTHERS))
  const unique = new Map(rows.map((row) => [conversationKey(row.account_id, row.id), row]))
  return [...unique]
    .map(([other, row]) => ({
      key: other,
      title: row.title,
      lastAt: row.last_at,
      account: row.account,
      status: row.status ?? ('open' as const)
    }))
    .toSorted((a, b) => b.lastAt - a.lastAt)
    .slice(0, MOST_OTHERS)
}

function readProfile(db: ReadDb, accountId: string, userId: string): ProfileRow[] {
  const row = db.get<sql.ProfileRow>(sql.PROFILE, userId)
  if (!row) return []
  const conversationId = directConversationId(accountId, userId)
  const written = db.get(sql.HAS_ENTRY, accountId, conversationId) !== undefined
  return [
    {
      ...toProfile(db, accountId, row),
      fetchedAt: row.fetched_at,
      conversation: written ? conversationKey(accountId, conversationId) : null
    }
  ]
}

/** Names and handles that begin with the words; whose handle it is exactly stands first, then the latest contacts. */
function findPeople(db: ReadDb, accountId: string, text: string, limit: number): KnownPerson[] {
  const handle = parseHandle(text)
  const phrases = parseNames(handle ?? text)
  const rows =
    phrases.length === 0
      ? db.all<sql.FoundRow>(sql.RECENT_PEOPLE, accountId, limit)
      : db.all<sql.FoundRow>(sql.FIND_PEOPLE, allPhrases(phrases), accountId, accountId, MOST_FOUND)
  const exact = (row: sql.FoundRow): number => Number(row.username?.toLowerCase() === handle?.toLowerCase())
  const ordered = handle === null || phrases.length === 0 ? rows : rows.toSorted((a, b) => exact(b) - exact(a))
  return ordered.slice(0, limit).map((row) => {
    const person = toPerson(accountId, row)
    return {
      ...person,
      canReceiveDm: toBoolean(row.can_receive_dm),
      conversation: row.last_at === null ? null : conversationKey(accountId, directConversationId(accountId, row.id)),
      lastAt: row.last_at,
      nameMarks: findMarks(person.name, phrases),
      handleMarks: row.username === null ? [] : findMarks(row.username, phrases)
    }
  })
}

/** Looked at to put the exact handle first. */
const MOST_FOUND = 200

function toBoolean(value: number | null): boolean | null {
  return value === null ? null : value === 1
}

function toProfile(db: ReadDb, accountId: string, row: sql.ProfileRow): CustomerProfile {
  return {
    ...toPerson(accountId, row),
    description: row.description,
    location: row.location,
    verified: row.verified === 1,
    protected: row.protected === 1,
    followers: row.followers,
    following: row.following,
    joinedXAt: row.created_at,
    canReceiveDm: toBoolean(row.can_receive_dm),
    unknown: row.state !== 'known',
    block: blockState(db, accountId, row.id)
  }
}
