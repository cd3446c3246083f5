import { peerOf } from '../../../shared/domain/ids.ts'
import type { CheckContext, PersonName } from '../../../shared/domain/send-check/rule.ts'
import type { ReadDb } from '../db/database.ts'
import * as sql from './sql.ts'

/** How far back it is read. More says nothing new about what is asked, or in which language. */
const MESSAGES = 40
const LONGEST_TEXT = 2_000
/** A slip names somebody one has just written to. */
const OTHERS = 200

/** What the send check knows about a conversation; it need not have begun yet. */
export function readContext(
  db: ReadDb,
  { accountId, conversationId }: { readonly accountId: string; readonly conversationId: string }
): CheckContext {
  const conversation = db.get<{ key: number; sent: number }>(sql.CONVERSATION, accountId, conversationId)
  const key = conversation?.key ?? 0
  const peer = peerOf(conversationId, accountId)
  const customers =
    peer === null ? db.all<sql.NameRow>(sql.MEMBERS, key, accountId) : db.all<sql.NameRow>(sql.USER, peer)
  const said = db.all<sql.SaidRow>(sql.SAID, key, MESSAGES)
  const waitingReply = db.get<{ at: number | null }>(sql.LAST_WAITING_REPLY, accountId, conversationId)?.at ?? null
  const theirs = said.filter((message) => message.outbound === 0)
  const answeredAt = said.find((message) => message.outbound === 1)?.at ?? 0
  const waiting = theirs.filter((message) => message.at > Math.max(answeredAt, waitingReply ?? 0)).length
  return {
    customers: namesOf(customers),
    own: namesOf(db.all<sql.NameRow>(sql.OWN)),
    others: namesOf(db.all<sql.NameRow>(sql.OTHERS, key, OTHERS)),
    theirs: theirs.map((message) => message.text.slice(0, LONGEST_TEXT)).toReversed(),
    waiting,
    first: waitingReply === null && (conversation?.sent ?? 0) === 0
  }
}

function namesOf(rows: readonly sql.NameRow[]): PersonName[] {
  return rows.map(({ name, username }) => ({ name: name ?? '', handle: username }))
}
