import { AppError } from '../../../shared/contract/errors.ts'
import type { InboxRow } from '../../../shared/contract/rows.ts'
import type { KeyRow } from '../../../shared/contract/triage-rows.ts'
import { MOST_CONVERSATIONS } from '../../../shared/domain/conversation.ts'
import { conversationKey } from '../../../shared/domain/ids.ts'
import { problemSentence } from '../../../shared/domain/search/search-problem.ts'
import type { ReadDb } from '../db/database.ts'
import { conversationRows } from '../inbox/conversation-rows.ts'
import { type Compiled, leaf } from './compile.ts'
import { accountWanted } from './conditions.ts'
import { findConversations } from './find.ts'
import type { ReadSearch } from './read-search.ts'
import { IDS } from './sql.ts'

/**
 * The conversations that a search finds, of one account or of all.
 * @throws {AppError} invalid-input when anything is wrong with it: what is done to all of a list must meet no more than
 * was asked for
 */
export function listConversations(db: ReadDb, read: ReadSearch, account: string | null, limit: number): InboxRow[] {
  checkSearch(read)
  return conversationRows(db, conversationsFound(db, read.compiled, account, limit))
}

/**
 * Which conversations a search finds, as many as one command can be about.
 * @throws {AppError} as above
 */
export function conversationKeys(db: ReadDb, read: ReadSearch, account: string | null): KeyRow[] {
  checkSearch(read)
  const keys = conversationsFound(db, read.compiled, account, MOST_CONVERSATIONS)
  return db
    .all<{ account_id: string; id: string }>(IDS, JSON.stringify(keys))
    .map(({ account_id: accountId, id }) => ({ id: conversationKey(accountId, id) }))
}

function checkSearch({ problems: [problem] }: ReadSearch): void {
  if (problem) throw AppError.of('invalid-input', problemSentence(problem))
}

/** Keys of the conversations found. */
export function conversationsFound(
  db: ReadDb,
  compiled: Compiled | null,
  account: string | null,
  limit: number
): number[] {
  if (compiled === null) return []
  const within: Compiled =
    account === null ? compiled : { kind: 'and', nodes: [compiled, leaf(accountWanted(account))] }
  return findConversations(db, within, limit)
}
