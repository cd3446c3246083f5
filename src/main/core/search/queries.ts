import type { CustomerHit, MessageHit } from '../../../shared/contract/rows.ts'
import { conversationKey, directConversationId } from '../../../shared/domain/ids.ts'
import { type Link, readableText } from '../../../shared/domain/message.ts'
import type { ReadDb } from '../db/database.ts'
import { avatarPath, displayName } from '../customers/people.ts'
import type { QueryDefinition } from '../live/query-definition.ts'
import { findMarks, snippet } from './highlight.ts'
import { parseQuery, type Phrase, toFts } from './parse-query.ts'
import { SEARCH_MESSAGES, SEARCH_USERS } from './sql.ts'

interface MessageHitRow {
  event_id: string
  account_id: string
  conversation_id: string
  title: string
  is_group: number
  peer_id: string | null
  peer_username: string | null
  peer_avatar: string | null
  sender_id: string | null
  sender_name: string | null
  sender_username: string | null
  outbound: number
  at: number
  text: string
  links: string | null
  has_media: number
}

interface UserHitRow {
  id: string
  name: string | null
  username: string | null
  avatar_url: string | null
  account_id: string
  last_at: number
}

/** One letter alone matches half the index and costs 36 ms (data-perf.md B1); customers are found by one. */
const MIN_LETTERS = 2

export function searchQueries(db: ReadDb): {
  'search.messages': QueryDefinition<'search.messages'>
  'search.customers': QueryDefinition<'search.customers'>
} {
  return {
    'search.messages': {
      topics: () => [],
      rows: ({ text, limit }) => searchMessages(db, text, limit)
    },
    'search.customers': {
      topics: () => [],
      rows: ({ text, limit }) => searchCustomers(db, text, limit)
    }
  }
}

function searchMessages(db: ReadDb, text: string, limit: number): MessageHit[] {
  const phrases = parseQuery(text).filter(longEnough)
  if (phrases.length === 0) return []
  const rows = db.all<MessageHitRow>(SEARCH_MESSAGES, toFts(phrases), limit)
  return rows
    .toSorted((a, b) => b.at - a.at)
    .map((row) => ({
      id: row.event_id,
      conversation: conversationKey(row.account_id, row.conversation_id),
      title: row.title,
      handle: row.is_group === 1 ? null : row.peer_username,
      avatar: row.peer_id === null ? null : avatarPath(row.account_id, row.peer_id, row.peer_avatar),
      authorName: displayName({ id: row.sender_id ?? '', name: row.sender_name, username: row.sender_username }),
      us: row.outbound === 1,
      at: row.at,
      ...snippet(readableText(row.text, parseLinks(row.links), row.has_media === 1), phrases)
    }))
}

function parseLinks(links: string | null): Link[] {
  return links === null ? [] : (JSON.parse(links) as Link[])
}

function longEnough(phrase: Phrase): boolean {
  const [word] = phrase.words
  if (phrase.words.length > 1 || word === undefined || !phrase.prefix) return true
  return word.length >= MIN_LETTERS || !/^[\p{Script=Latin}\p{N}]$/u.test(word)
}

function searchCustomers(db: ReadDb, text: string, limit: number): CustomerHit[] {
  const phrases = parseQuery(text.replaceAll('@', ' '))
  if (phrases.length === 0) return []
  return db.all<UserHitRow>(SEARCH_USERS, toFts(phrases), limit).map((row) => {
    const name = displayName(row)
    return {
      id: row.id,
      name,
      handle: row.username,
      avatar: avatarPath(row.account_id, row.id, row.avatar_url),
      conversation: conversationKey(row.account_id, directConversationId(row.account_id, row.id)),
      lastAt: row.last_at,
      nameMarks: findMarks(name, phrases),
      handleMarks: row.username === null ? [] : findMarks(row.username, phrases)
    }
  })
}
