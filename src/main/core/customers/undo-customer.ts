import { undoAttribute, writeValue } from '../attributes/attributes.ts'
import type { Before, CustomerBefore } from '../commands/undo.ts'
import type { WriteDb } from '../db/database.ts'
import { setCustomerNote } from './customer-notes.ts'
import { undoLinks } from './links.ts'

/** Brings back what the team had noted about a customer. @returns false when it was about something else */
export function undoCustomer(db: WriteDb, before: Before, now: number): before is CustomerBefore {
  if ('links' in before) undoLinks(db, before.links, now)
  else if ('customerNote' in before) setCustomerNote(db, before.customerNote.note, before.customerNote.text, now)
  else if ('attribute' in before) {
    for (const one of before.attribute) undoAttribute(db, one, now)
  } else if ('attributeValue' in before) {
    const { user, attribute, value } = before.attributeValue
    writeValue(db, user, attribute, value, null, now)
  } else return false
  return true
}
