import { assertNever } from '../../../shared/assert-never.ts'
import type { Priority, QueueId, Shelf } from '../../../shared/domain/conversation.ts'
import type { HasValue, IsValue } from '../../../shared/domain/search/operators.ts'
import { startOfDate } from '../../../shared/domain/search/search-dates.ts'
import type { SqlValue } from '../db/database.ts'
import { blockedSql } from '../requests/blocked-expression.ts'
import { type Phrase, phraseMatch } from './phrases.ts'
import { messageTick } from '../sync/message-key.ts'

/** A part of a WHERE clause over `m` (message), `c` (conversation) and `e` (inbox_entry), with its values. */
export interface Condition {
  readonly sql: string
  readonly values: readonly SqlValue[]
}

/** What one part of a search asks for. */
export interface Wanted {
  /** Whether it is about a message, or about its conversation. */
  readonly about: 'message' | 'conversation'
  readonly condition: Condition
  /** The same about an internal note `n` of conversation `c`. */
  readonly ofNote: Condition
  /** In the language of the full-text index, for words. */
  readonly match: string | null
  /** Keys of the conversations that can have it, when they are few whatever the size of the rest. */
  readonly seed: Condition | null
  /** Where the messages that have it are listed by their keys, when they may be few. */
  readonly listed: Listed | null
  /** Bounds of message.key that follow from it. */
  readonly least: number | null
  readonly most: number | null
}

/** A table with `column`, the key of a message, in its order; `from` ends in a condition. */
export interface Listed {
  readonly from: string
  readonly column: string
  readonly values: readonly SqlValue[]
}

export const yes: Condition = { sql: 'true', values: [] }
export const no: Condition = { sql: 'false', values: [] }

function wanted(part: Pick<Wanted, 'about' | 'condition'> & Partial<Wanted>): Wanted {
  const ofNote = part.about === 'conversation' ? part.condition : no
  return { ofNote, match: null, seed: null, listed: null, least: null, most: null, ...part }
}

/** Nobody and nothing has it. */
export const nothing: Wanted = wanted({
  about: 'conversation',
  condition: no,
  seed: { sql: 'SELECT 0 WHERE false', values: [] }
})

export function wordsWanted(phrase: Phrase): Wanted {
  const values = [JSON.stringify(phrase)]
  return wanted({
    about: 'message',
    match: phraseMatch(phrase),
    condition: { sql: 'has_words(m.text, m.links, m.has_media, ?)', values },
    ofNote: { sql: 'has_words(n.text, NULL, 0, ?)', values }
  })
}

/** The conversation has a row in an owned table; `of` names the table's columns for the ids. */
function owned(from: string): Wanted {
  const sql = `EXISTS (SELECT 1 FROM ${from} AND o.account_id = c.account_id AND o.conversation_id = c.id)`
  const seed = `SELECT k.key FROM (SELECT DISTINCT o.account_id, o.conversation_id FROM ${from}) AS o
    CROSS JOIN conversation k ON k.account_id = o.account_id AND k.id = o.conversation_id`
  return wanted({ about: 'conversation', condition: { sql, values: [] }, seed: { sql: seed, values: [] } })
}

/** @param index of inbox_entry that finds them; null when none does */
function entry(sql: string, index: string | null, ...values: readonly SqlValue[]): Wanted {
  return wanted({
    about: 'conversation',
    condition: { sql: `(${sql})`, values },
    // Named, because without statistics SQLite takes another one, or none.
    seed:
      index === null
        ? null
        : { sql: `SELECT e.conversation_key FROM inbox_entry e INDEXED BY ${index} WHERE ${sql}`, values }
  })
}

/** @param seeded whether an index of conversation_state finds them */
function state(sql: string, seeded: boolean, ...values: readonly SqlValue[]): Wanted {
  return wanted({
    about: 'conversation',
    condition: {
      sql: `EXISTS (SELECT 1 FROM conversation_state s WHERE s.account_id = c.account_id AND s.conversation_id = c.id AND ${sql})`,
      values
    },
    seed: seeded
      ? {
          sql: `SELECT k.key FROM conversation_state s CROSS JOIN conversation k ON k.account_id = s.account_id AND k.id = s.conversation_id
                WHERE ${sql}`,
          values
        }
      : null
  })
}

function not({ about, condition, ofNote }: Wanted): Wanted {
  const opposite = ({ sql, values }: Condition): Condition => ({ sql: `NOT ${sql}`, values })
  return wanted({ about, condition: opposite(condition), ofNote: opposite(ofNote) })
}

const draftWanted = wanted({
  about: 'conversation',
  condition: {
    sql: `(EXISTS (SELECT 1 FROM draft o WHERE o.account_id = c.account_id AND o.conversation_id = c.id)
      OR EXISTS (SELECT 1 FROM attachment o WHERE o.account_id = c.account_id AND o.conversation_id = c.id AND o.outbox_id IS NULL))`,
    values: []
  },
  seed: {
    sql: `SELECT k.key FROM (SELECT account_id, conversation_id FROM draft
            UNION SELECT account_id, conversation_id FROM attachment WHERE outbox_id IS NULL) AS o
          CROSS JOIN conversation k ON k.account_id = o.account_id AND k.id = o.conversation_id`,
    values: []
  }
})

const noteWanted = owned('note o WHERE o.deleted_at IS NULL')

function onShelf(shelf: Shelf): Wanted {
  return entry(`e.shelf = '${shelf}'`, 'inbox_by_shelf')
}

/** `is:` about the conversation. */
export function stateWanted(value: IsValue, now: number): Wanted {
  switch (value) {
    case 'unread':
      return entry('e.unread > 0', 'inbox_with_unread')
    case 'read':
      return entry('e.unread = 0', null)
    case 'open':
    case 'snoozed':
    case 'resolved':
    case 'spam':
      return onShelf(value)
    case 'request':
      return onShelf('requests')
    case 'waiting':
      return entry("e.shelf = 'open' AND e.waiting_since IS NOT NULL", 'inbox_waiting')
    case 'answered':
      return entry("e.shelf = 'open' AND e.waiting_since IS NULL", 'inbox_answered')
    case 'due':
      return entry('e.follow_up_at IS NOT NULL AND e.follow_up_at <= ?', 'inbox_follow_up', now)
    case 'at-risk':
      return entry('e.sla_due_at IS NOT NULL AND e.sla_risk_at <= ?', 'inbox_sla_due', now)
    case 'overdue':
      return entry('e.sla_due_at IS NOT NULL AND e.sla_due_at <= ?', 'inbox_sla_due', now)
    case 'promised':
      return entry('e.follow_up_at IS NOT NULL', 'inbox_follow_up')
    case 'group':
      return wanted({
        about: 'conversation',
        condition: { sql: 'c.is_group = 1', values: [] },
        seed: { sql: 'SELECT k.key FROM conversation k INDEXED BY conversation_group WHERE k.is_group = 1', values: [] }
      })
    case 'blocked':
      return wanted({
        about: 'conversation',
        condition: { sql: `${blockedSql('c.account_id', 'c.peer_id')} = 1`, values: [] },
        seed: {
          sql: `SELECT k.key FROM (SELECT account_id, user_id FROM blocked_user
                  UNION SELECT account_id, target_id FROM x_request WHERE subject = 'block') AS o
                CROSS JOIN conversation k ON k.peer_id = o.user_id AND k.account_id = o.account_id`,
          values: []
        }
      })
    case 'draft':
      return draftWanted
    case 'note':
      return noteWanted
    case 'scheduled':
      return owned("outbox o WHERE o.state <> 'sent' AND o.state = 'held' AND o.scheduled_at IS NOT NULL")
    case 'failed':
      return owned("outbox o WHERE o.state <> 'sent' AND o.state IN ('failed', 'needs-attention')")
  }
}

function ofMessage(sql: string, ...values: readonly SqlValue[]): Wanted {
  return wanted({ about: 'message', condition: { sql, values } })
}

/** `has:` about the message; `note` and `draft` are about its conversation. */
export function contentWanted(value: HasValue): Wanted {
  switch (value) {
    case 'note':
      return noteWanted
    case 'draft':
      return draftWanted
    case 'media':
      return ofMessage('m.has_media = 1')
    case 'link':
      // A message with media ends in a link to it.
      return ofMessage('(m.links IS NOT NULL AND (m.has_media = 0 OR json_array_length(m.links) > 1))')
    case 'reaction':
      return {
        ...ofMessage('EXISTS (SELECT 1 FROM message_reaction r WHERE r.message_key = m.key)'),
        listed: { from: 'message_reaction r WHERE true', column: 'r.message_key', values: [] }
      }
    default:
      return {
        ...ofMessage(
          '(m.has_media = 1 AND EXISTS (SELECT 1 FROM message_media a WHERE a.message_key = m.key AND a.kind = ?))',
          value
        ),
        listed: {
          from: 'message_media a INDEXED BY message_media_kind WHERE a.kind = ?',
          column: 'a.message_key',
          values: [value]
        }
      }
  }
}

/** Who wrote a message, or to whom; `users` are ids. */
export function personWanted(
  direction: 'from' | 'to',
  who: { readonly side: 'us' | 'them' } | { readonly users: readonly string[] }
): Wanted {
  if ('side' in who) {
    const outbound = (who.side === 'us') === (direction === 'from')
    return wanted({
      about: 'message',
      condition: { sql: `m.outbound = ${outbound ? 1 : 0}`, values: [] },
      ofNote: outbound && direction === 'from' ? yes : no
    })
  }
  const ids = JSON.stringify(who.users)
  const seed: Condition = {
    sql: `SELECT k.key FROM json_each(?) AS u JOIN conversation k ON k.peer_id = u.value
          UNION SELECT k.conversation_key FROM json_each(?) AS u JOIN conversation_member k ON k.user_id = u.value`,
    values: [ids, ids]
  }
  if (direction === 'from') {
    return wanted({
      about: 'message',
      condition: { sql: 'm.sender_id IN (SELECT value FROM json_each(?))', values: [ids] },
      seed
    })
  }
  return wanted({
    about: 'message',
    condition: {
      sql: `(m.outbound = 1 AND (c.peer_id IN (SELECT value FROM json_each(?)) OR EXISTS (
        SELECT 1 FROM conversation_member p WHERE p.conversation_key = c.key AND p.user_id IN (SELECT value FROM json_each(?)))))`,
      values: [ids, ids]
    },
    seed
  })
}

/** A crowd of one moment is stored under later keys than its own: so far a key may lie behind its time. */
const CROWD_MS = 24 * 3_600_000

/** `before:` and `after:`; the date was checked when the search was understood. */
export function dateWanted(operator: 'before' | 'after', value: string, now: number): Wanted {
  const at = startOfDate(value, now) ?? 0
  const sign = operator === 'before' ? '<' : '>='
  return wanted({
    about: 'message',
    condition: { sql: `m.at ${sign} ?`, values: [at] },
    ofNote: { sql: `n.created_at ${sign} ?`, values: [at] },
    least: operator === 'after' ? messageTick(at) : null,
    most: operator === 'before' ? messageTick(at + CROWD_MS) : null
  })
}

export function accountWanted(accountId: string): Wanted {
  return wanted({ about: 'conversation', condition: { sql: 'c.account_id = ?', values: [accountId] } })
}

/** `in:` a queue of the console, for who sits at this desk. */
export function queueWanted(queue: QueueId, { me, now }: { readonly me: string; readonly now: number }): Wanted {
  switch (queue) {
    case 'inbox':
      return onShelf('open')
    case 'mine':
      return entry("e.assignee_id IS NOT NULL AND e.assignee_id = ? AND e.shelf = 'open'", 'inbox_assigned', me)
    case 'unassigned':
      return entry("e.shelf = 'open' AND e.assignee_id IS NULL", 'inbox_unassigned')
    case 'unread':
      return entry("e.shelf = 'open' AND e.unread > 0", 'inbox_unread')
    case 'waiting-on-us':
      return stateWanted('waiting', now)
    case 'waiting-on-them':
      return stateWanted('answered', now)
    case 'follow-ups':
      return stateWanted('due', now)
    case 'at-risk':
      return stateWanted('at-risk', now)
    case 'mentions':
      return wanted({
        about: 'conversation',
        condition: {
          sql: `EXISTS (SELECT 1 FROM conversation_mention o
            WHERE o.member_id = ? AND o.account_id = c.account_id AND o.conversation_id = c.id)`,
          values: [me]
        },
        seed: {
          sql: `SELECT k.key FROM conversation_mention o
            CROSS JOIN conversation k ON k.account_id = o.account_id AND k.id = o.conversation_id WHERE o.member_id = ?`,
          values: [me]
        }
      })
    case 'snoozed':
    case 'requests':
    case 'spam':
    case 'resolved':
      return onShelf(queue)
    case 'all':
      return entry("e.shelf <> 'spam'", null)
    default:
      return assertNever(queue)
  }
}

/** `assigned:`; null: nobody, undefined: anybody. */
export function assignedWanted(member: string | null | undefined): Wanted {
  if (member === null) return entry('e.assignee_id IS NULL', null)
  if (member === undefined) return entry('e.assignee_id IS NOT NULL', 'inbox_owner')
  return entry('e.assignee_id IS NOT NULL AND e.assignee_id = ?', 'inbox_owner', member)
}

/** `tag:`; null: none at all. */
export function tagWanted(tag: string | null): Wanted {
  if (tag === null) {
    return wanted({
      about: 'conversation',
      condition: {
        sql: `NOT EXISTS (SELECT 1 FROM conversation_tag o CROSS JOIN tag t ON t.id = o.tag_id AND t.deleted_at IS NULL
          WHERE o.account_id = c.account_id AND o.conversation_id = c.id)`,
        values: []
      }
    })
  }
  return wanted({
    about: 'conversation',
    condition: {
      sql: `EXISTS (SELECT 1 FROM conversation_tag o
        WHERE o.account_id = c.account_id AND o.conversation_id = c.id AND o.tag_id = ?)`,
      values: [tag]
    },
    seed: {
      sql: `SELECT k.key FROM conversation_tag o
        CROSS JOIN conversation k ON k.account_id = o.account_id AND k.id = o.conversation_id WHERE o.tag_id = ?`,
      values: [tag]
    }
  })
}

/** `category:`; null: none. */
export function categoryWanted(category: string | null): Wanted {
  if (category === null) return not(state('s.category IS NOT NULL', false))
  return state('s.category IS NOT NULL AND s.category = ?', true, category)
}

/** `priority:`; what nobody has set is normal. */
export function priorityWanted(priority: Priority): Wanted {
  if (priority === 'normal') return not(state("s.priority <> 'normal'", false))
  return state("s.priority <> 'normal' AND s.priority = ?", true, priority)
}

/** Only this conversation. */
export function conversationWanted(ids: { readonly accountId: string; readonly conversationId: string }): Wanted {
  const values = [ids.accountId, ids.conversationId]
  return wanted({
    about: 'conversation',
    condition: { sql: '(c.account_id = ? AND c.id = ?)', values },
    seed: { sql: 'SELECT k.key FROM conversation k WHERE k.account_id = ? AND k.id = ?', values }
  })
}
