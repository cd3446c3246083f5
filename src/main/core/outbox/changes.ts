import type { MessageExcerpt, OutboxChange } from '../../../shared/contract/rows.ts'
import { type Link, readableText } from '../../../shared/domain/message.ts'
import { displayName } from '../customers/people.ts'
import type { ReadDb } from '../db/database.ts'
import { EXCERPT, type Excerpt } from './sql.ts'

/**
 * A change as the outbox keeps it: messages by their ids, because X's truth stands in one place. What is shown of them is
 * looked up when it is shown.
 */
export type StoredChange =
  | {
      readonly kind: 'customer-wrote' | 'answered'
      readonly at: number
      readonly count: number
      readonly ids: readonly string[]
    }
  | { readonly kind: 'resolved' | 'reopened' | 'blocked'; readonly at: number }
  | {
      readonly kind: 'not-shown'
      readonly at: number
      readonly looks: number
      readonly readable: boolean
      readonly ids: readonly string[]
    }

/** How many messages of a change are kept and shown; the rest is counted. */
export const MESSAGES_KEPT = 5

const EXCERPT_LENGTH = 200

/** The changes with the messages they speak of. One that X or a clean-up has removed since is left out. */
export function readChanges(db: ReadDb, accountId: string, stored: string | null): readonly OutboxChange[] {
  if (stored === null) return []
  const changes = JSON.parse(stored) as StoredChange[]
  return changes.map((change): OutboxChange => {
    switch (change.kind) {
      case 'resolved':
      case 'reopened':
      case 'blocked':
        return change
      case 'customer-wrote':
      case 'answered':
      case 'not-shown': {
        const { ids, ...rest } = change
        return { ...rest, messages: ids.flatMap((id) => excerpt(db, accountId, id)) }
      }
    }
  })
}

function excerpt(db: ReadDb, accountId: string, eventId: string): MessageExcerpt[] {
  const row = db.get<Excerpt>(EXCERPT, accountId, eventId)
  if (!row) return []
  const links = row.links === null ? [] : (JSON.parse(row.links) as Link[])
  const text = readableText(row.text, links, row.has_media === 1)
    .replace(/\s+/gu, ' ')
    .trim()
  return [
    {
      id: eventId,
      at: row.at,
      author: displayName({ id: row.sender_id ?? '', name: row.name, username: row.username }),
      text: text.length <= EXCERPT_LENGTH ? text : `${text.slice(0, EXCERPT_LENGTH - 1).toWellFormed()}…`
    }
  ]
}

/** The same in one sentence, for the command line and wherever there is room for no more. */
export function changesInWords(db: ReadDb, conversationKey: number | null, changes: readonly StoredChange[]): string {
  return changes.map((change) => inWords(db, conversationKey, change)).join(' ')
}

function inWords(db: ReadDb, conversationKey: number | null, change: StoredChange): string {
  switch (change.kind) {
    case 'customer-wrote': {
      const who = titleOf(db, conversationKey)
      return change.count === 1
        ? `${who} wrote again after this reply was written.`
        : `${who} wrote ${change.count} messages after this reply was written.`
    }
    case 'answered':
      return 'Somebody else answered after this reply was written.'
    case 'resolved':
      return 'The conversation was resolved after this reply was written.'
    case 'reopened':
      return 'The conversation was reopened after this reply was written.'
    case 'blocked':
      return 'You blocked the messages of this person after this reply was written.'
    case 'not-shown':
      return notShown(change)
  }
}

function notShown(change: Extract<StoredChange, { kind: 'not-shown' }>): string {
  if (!change.readable) {
    return 'X did not answer when this was sent, and does not let the conversation be read. Send it again only if the customer has not got it.'
  }
  if (change.ids.length > 0) {
    return 'X did not answer when this was sent. It shows a message with the same text, and the clocks do not tell whether that is this one. Send it again only if it is not.'
  }
  return `X did not answer when this was sent, and does not show it after ${change.looks} looks. Send it again only if the customer has not got it.`
}

function titleOf(db: ReadDb, conversationKey: number | null): string {
  if (conversationKey === null) return 'The customer'
  const row = db.get<{ title: string; is_group: number }>(
    'SELECT title, is_group FROM conversation WHERE key = ?',
    conversationKey
  )
  return row === undefined || row.is_group === 1 || row.title === '' ? 'Somebody' : row.title
}
