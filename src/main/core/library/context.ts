import type { TemplateContextRow } from '../../../shared/contract/library-rows.ts'
import type { AttributeType } from '../../../shared/domain/attribute.ts'
import { peerOf, splitConversationKey } from '../../../shared/domain/ids.ts'
import { attributesOf } from '../attributes/attributes.ts'
import type { ReadDb } from '../db/database.ts'

const BRAND = 'SELECT name, username FROM account WHERE id = ?'
const CUSTOMER = 'SELECT name, username FROM user WHERE id = ?'
const CONVERSATION = `
  SELECT c.first_at, c.last_at, s.category
  FROM conversation c
  LEFT JOIN conversation_state s ON s.account_id = c.account_id AND s.conversation_id = c.id
  WHERE c.account_id = ? AND c.id = ?`

interface NamedRow {
  readonly name: string | null
  readonly username: string | null
}

/** What placeholders stand for. In a group nobody is the customer. @param agent name of who sits at this desk */
export function readTemplateContext(db: ReadDb, conversation: string | null, agent: string): TemplateContextRow {
  if (conversation === null) {
    return { id: 'none', customer: null, agent: { name: agent }, brand: null, conversation: null }
  }
  const { accountId, conversationId } = splitConversationKey(conversation)
  const brand = db.get<{ name: string; username: string }>(BRAND, accountId)
  const peer = peerOf(conversationId, accountId)
  const row = db.get<{ first_at: number; last_at: number; category: string | null }>(
    CONVERSATION,
    accountId,
    conversationId
  )
  return {
    id: conversation,
    customer: peer === null ? null : customerOf(db, peer),
    agent: { name: agent },
    brand: brand ?? null,
    conversation:
      row === undefined
        ? null
        : { category: row.category, startedAt: timeOf(row.first_at), lastMessageAt: timeOf(row.last_at) }
  }
}

function customerOf(db: ReadDb, user: string): NonNullable<TemplateContextRow['customer']> {
  const row = db.get<NamedRow>(CUSTOMER, user)
  const attributes = attributesOf(db, user).flatMap(({ name, type, value }) =>
    value === null ? [] : [[name, valueOf(type, value)] as const]
  )
  return { name: row?.name ?? '', username: row?.username ?? '', attributes: Object.fromEntries(attributes) }
}

function valueOf(type: AttributeType, value: string): string | number | boolean {
  if (type === 'number') return Number(value)
  return type === 'yes-no' ? value === 'yes' : value
}

/** Nothing was said yet: there is no time. */
function timeOf(at: number): number | null {
  return at === 0 ? null : at
}
