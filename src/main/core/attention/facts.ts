import { conversationKey } from '../../../shared/domain/ids.ts'
import type { QueueId } from '../../../shared/domain/conversation.ts'
import type { NoticeCustomer, NoticeLevel } from '../../../shared/domain/attention.ts'
import type { NoticeEvent, NoticeFact } from '../../../shared/domain/notice-plan.ts'
import { type Link, readableText } from '../../../shared/domain/message.ts'
import type { ReadDb } from '../db/database.ts'
import * as sql from './sql.ts'

/** Something that happened, and to whom. */
export interface Fact extends NoticeFact {
  /** Null for what is about no conversation. */
  readonly key: number | null
  readonly account: string
  readonly customer: NoticeCustomer
}

/** What has come from customers and was not told yet. */
export function newsFacts(db: ReadDb, me: string, level: NoticeLevel, now: number): Fact[] {
  return db.all<sql.FactRow>(sql.NEWS, me).map((row) => ({
    ...factOf('message', row, { me, level, now }),
    text: newestText(db, row.conversation_key)
  }))
}

/** All of the customer's newest message: the list has its beginning. */
function newestText(db: ReadDb, key: number): string {
  const row = db.get<sql.NewestRow>(sql.NEWEST_OF_CUSTOMER, key)
  if (!row) return ''
  return readableText(row.text, row.links === null ? [] : (JSON.parse(row.links) as Link[]), row.has_media === 1)
}

/** Everything else that happened after `since`, until `now`. */
export function otherFacts(db: ReadDb, me: string, level: NoticeLevel, since: number, now: number): Fact[] {
  const look = (event: NoticeEvent, statement: string): Fact[] =>
    db.all<sql.FactRow>(statement, me, since, now).map((row) => factOf(event, row, { me, level, now }))
  const broken = look('broken', sql.BROKEN)
  // What broke in the same moment was at risk before: once is enough.
  const risk = look('at-risk', sql.AT_RISK).filter(({ key }) => broken.every((each) => each.key !== key))
  return [...look('needs-eye', sql.NEEDS_EYE), ...broken, ...risk, ...look('follow-up', sql.FOLLOW_UPS)]
}

/** An account that has to sign in again. Its name is our own: it may always be shown. */
export function signInFact(db: ReadDb, account: string, now: number): Fact {
  const username = db.get<{ username: string }>(sql.USERNAME, account)?.username ?? ''
  return {
    event: 'sign-in',
    key: null,
    account,
    queues: [],
    category: null,
    priority: 'normal',
    tags: [],
    firstContact: false,
    text: '',
    customer: { conversation: '', name: `@${username}`, messages: 0, waitingSince: now, text: null }
  }
}

function factOf(
  event: NoticeEvent,
  row: sql.FactRow,
  { me, level, now }: { readonly me: string; readonly level: NoticeLevel; readonly now: number }
): Fact {
  const text = event === 'message' && row.last_outbound === 0 ? row.preview : ''
  return {
    event,
    key: row.conversation_key,
    account: row.account_id,
    queues: queuesOf(row, me, now),
    category: row.category,
    priority: row.priority,
    tags: JSON.parse(row.tags) as string[],
    firstContact: row.last_outbound_at === null,
    text: '',
    customer: {
      conversation: conversationKey(row.account_id, row.id),
      name: level === 'count' ? '' : row.title,
      messages: row.messages,
      waitingSince: row.waiting_since,
      text: level === 'text' && text !== '' ? text : null
    }
  }
}

function queuesOf(row: sql.FactRow, me: string, now: number): QueueId[] {
  const open = row.shelf === 'open'
  const queues: [QueueId, boolean][] = [
    ['inbox', open],
    ['mine', open && row.assignee_id === me],
    ['unassigned', open && row.assignee_id === null],
    ['at-risk', row.sla_risk_at !== null && row.sla_risk_at <= now],
    ['follow-ups', row.follow_up_at !== null && row.follow_up_at <= now],
    ['mentions', row.mentioned === 1],
    ['requests', row.shelf === 'requests']
  ]
  return queues.filter(([, inIt]) => inIt).map(([queue]) => queue)
}
