import { v7 as uuidv7 } from 'uuid'
import type { UseOrigin } from '../../../shared/domain/library/canned-reply.ts'
import type { WriteDb } from '../db/database.ts'
import { editsOf } from './outcome/edits.ts'
import { templatesOf } from './outcome/templates.ts'
import * as sql from './sql.ts'

/** A canned reply that went into a reply, as it was inserted. */
export interface Inserted {
  readonly reply: string
  readonly version: string
  readonly text: string
  readonly from: UseOrigin | null
}

/** Keeps which canned replies a reply was made from, in the transaction that puts it into the outbox. */
export function keepUses(
  db: WriteDb,
  sent: {
    readonly outboxId: string
    readonly accountId: string
    readonly conversationId: string
    readonly member: string
    readonly text: string
  },
  inserted: readonly Inserted[],
  now: number
): void {
  const { outboxId, accountId, conversationId, member, text } = sent
  for (const { reply, version, text: own, from } of inserted) {
    const id = uuidv7()
    const { changed, edits } = editsOf(templatesOf(db, version), own, text)
    db.run(sql.ADD_USE, id, reply, version, outboxId, accountId, conversationId, member, own, text, now, from, changed)
    for (const edit of edits) {
      db.run(sql.ADD_EDIT, id, reply, version, edit.language, edit.from, edit.to, edit.put)
    }
  }
  if (inserted.length > 0) db.touch('library-uses')
}

/** The reply is not sent after all. */
export function forgetUses(db: WriteDb, outboxId: string): void {
  if (db.run(sql.FORGET_USES, outboxId).changes > 0) db.touch('library-uses')
}
