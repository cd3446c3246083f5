import BetterSqlite from 'better-sqlite3'
import { foldForIndex } from '../src/main/core/search/fold.ts'
import type { IncomingEvent } from '../src/main/core/sync/incoming.ts'
import { OWNER_ID } from './generate.ts'

/**
 * The anchor for ingest: the same rows into the same table with the same indexes and the same search index in an
 * encrypted file, by SQLite alone, with nothing derived. DESIGN.md section 7 asks for at least 0.6 of its speed.
 */
export function plainSqlite(
  path: string,
  key: { readonly hex: string },
  pages: Iterable<readonly IncomingEvent[]>
): { milliseconds: number } {
  const db = new BetterSqlite(path)
  db.pragma("cipher = 'chacha20'")
  db.pragma(`key = "raw:${key.hex}"`)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = NORMAL')
  db.pragma('cache_size = -64000')
  db.exec(`
    CREATE TABLE message (
      key INTEGER PRIMARY KEY, account_id TEXT NOT NULL, conversation_id TEXT NOT NULL, event_id TEXT NOT NULL,
      event_number INTEGER NOT NULL, kind TEXT NOT NULL, sender_id TEXT, outbound INTEGER NOT NULL, at INTEGER NOT NULL,
      text TEXT NOT NULL, UNIQUE (account_id, event_id)) STRICT;
    CREATE INDEX message_thread ON message (conversation_id, at, event_number);
    CREATE VIRTUAL TABLE message_index USING fts5 (
      body, content = '', contentless_delete = 1, prefix = '2',
      tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co So Mn Mc'");`)
  const insert = db.prepare('INSERT INTO message VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const index = db.prepare('INSERT INTO message_index (rowid, body) VALUES (?, ?)')
  let row = 0
  const store = db.transaction((page: readonly IncomingEvent[]) => {
    for (const event of page) {
      row += 1
      const outbound = event.senderId === OWNER_ID ? 1 : 0
      const { id, conversationId, kind, senderId, at, text } = event
      insert.run(row, OWNER_ID, conversationId, id, BigInt(id ?? 0), kind, senderId, outbound, at, text)
      index.run(row, foldForIndex(text))
    }
  })
  let milliseconds = 0
  for (const page of pages) {
    const start = performance.now()
    store(page)
    milliseconds += performance.now() - start
  }
  db.close()
  return { milliseconds }
}
