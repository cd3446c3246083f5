import type { CustomerHit, MessageHit } from '../../../shared/contract/rows.ts'
import { conversationKey, directConversationId, splitConversationKey } from '../../../shared/domain/ids.ts'
import { type Link, readableText } from '../../../shared/domain/message.ts'
import type { ReadDb } from '../db/database.ts'
import type { Clock } from '../deps.ts'
import type { Team } from '../team/team.ts'
import { avatarPath, displayName } from '../customers/people.ts'
import type { QueryDefinition } from '../live/query-definition.ts'
import { findMarks, snippet } from './highlight.ts'
import { type Compiled, conditionOf, leaf, phrasesOf, wordsOf } from './compile.ts'
import { conversationWanted } from './conditions.ts'
import { findMessages } from './find.ts'
import { conversationKeys, listConversations } from './list-conversations.ts'
import { allPhrases, parseNames } from './phrases.ts'
import { readSearch } from './read-search.ts'
import type { Standpoint } from './resolve.ts'
import { HITS, notesOf, SEARCH_USERS } from './sql.ts'

interface HitPlaceRow {
  account_id: string
  conversation_id: string
  title: string
  is_group: number
  peer_id: string | null
  peer_username: string | null
  peer_avatar: string | null
}

interface NoteHitRow extends HitPlaceRow {
  id: string
  at: number
  text: string
}

interface MessageHitRow extends HitPlaceRow {
  event_id: string
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

export interface SearchParts {
  readonly db: ReadDb
  readonly clock: Pick<Clock, 'now'>
  readonly team: Pick<Team, 'me'>
}

export function searchQueries({ db, clock, team }: SearchParts): {
  'search.messages': QueryDefinition<'search.messages'>
  'search.inConversation': QueryDefinition<'search.inConversation'>
  'search.conversations': QueryDefinition<'search.conversations'>
  'search.keys': QueryDefinition<'search.keys'>
  'search.problems': QueryDefinition<'search.problems'>
  'search.customers': QueryDefinition<'search.customers'>
} {
  const standpoint = (): Standpoint => ({ now: clock.now(), me: team.me(), names: {}, inside: [] })
  return {
    'search.messages': {
      topics: () => [],
      rows: ({ text, limit }) => searchMessages(db, text, { limit, conversation: null, at: standpoint() })
    },
    'search.inConversation': {
      topics: () => [],
      rows: ({ text, limit, conversation }) => searchMessages(db, text, { limit, conversation, at: standpoint() })
    },
    'search.conversations': {
      topics: () => ['inbox', 'tags', 'team', 'views'],
      rows: ({ text, account, limit }) => listConversations(db, readSearch(db, text, standpoint()), account, limit)
    },
    'search.keys': {
      topics: () => ['inbox', 'tags', 'team', 'views'],
      rows: ({ text, account }) => conversationKeys(db, readSearch(db, text, standpoint()), account)
    },
    'search.problems': {
      topics: () => [],
      rows: ({ text }) =>
        readSearch(db, text, standpoint()).problems.map((problem, index) => ({ id: String(index), ...problem }))
    },
    'search.customers': {
      topics: () => [],
      rows: ({ text, limit }) => searchCustomers(db, text, limit)
    }
  }
}

interface Asked {
  readonly limit: number
  /** Only hits of this conversation. */
  readonly conversation: string | null
  readonly at: Standpoint
}

function searchMessages(db: ReadDb, text: string, { limit, conversation, at }: Asked): MessageHit[] {
  const read = readSearch(db, text, at).compiled
  if (read === null) return []
  const compiled: Compiled =
    conversation === null
      ? read
      : { kind: 'and', nodes: [leaf(conversationWanted(splitConversationKey(conversation))), read] }
  const phrases = phrasesOf(compiled)
  const keys = findMessages(db, compiled, limit)
  const messages = db.all<MessageHitRow>(HITS, JSON.stringify(keys)).map((row): MessageHit => ({
    id: row.event_id,
    ...hitPlace(row),
    authorName: displayName({ id: row.sender_id ?? '', name: row.sender_name, username: row.sender_username }),
    us: row.outbound === 1,
    note: false,
    at: row.at,
    ...snippet(readableText(row.text, parseLinks(row.links), row.has_media === 1), phrases)
  }))
  const notes = searchNotes(db, compiled, limit).map((row): MessageHit => ({
    id: `note:${row.id}`,
    ...hitPlace(row),
    authorName: '',
    us: true,
    note: true,
    at: row.at,
    ...snippet(row.text, phrases)
  }))
  if (notes.length === 0) return messages
  return [...messages, ...notes].toSorted((a, b) => b.at - a.at).slice(0, limit)
}

/** Notes are found by their words; what else a message must have, they must have, too. */
function searchNotes(db: ReadDb, compiled: Compiled, limit: number): NoteHitRow[] {
  const match = wordsOf(compiled)
  if (match === null) return []
  const condition = conditionOf(compiled, 'note')
  return db.all<NoteHitRow>(notesOf(condition), match, ...condition.values, limit)
}

function hitPlace(row: HitPlaceRow): Pick<MessageHit, 'conversation' | 'title' | 'handle' | 'avatar'> {
  return {
    conversation: conversationKey(row.account_id, row.conversation_id),
    title: row.title,
    handle: row.is_group === 1 ? null : row.peer_username,
    avatar: row.peer_id === null ? null : avatarPath(row.account_id, row.peer_id, row.peer_avatar)
  }
}

function parseLinks(links: string | null): Link[] {
  return links === null ? [] : (JSON.parse(links) as Link[])
}

function searchCustomers(db: ReadDb, text: string, limit: number): CustomerHit[] {
  const phrases = parseNames(text)
  if (phrases.length === 0) return []
  return db.all<UserHitRow>(SEARCH_USERS, allPhrases(phrases), limit).map((row) => {
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
