import BetterSqlite from 'better-sqlite3'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { migration0031 } from './0031-reports.ts'

/** A file as it was before this step. */
async function versionThirty(): Promise<BetterSqlite.Database> {
  const file = new BetterSqlite(':memory:')
  const names = readdirSync(import.meta.dirname).filter((name) => /^\d{4}-[\w-]+\.ts$/.test(name))
  for (const name of names.toSorted().slice(0, 30)) {
    const step = (await import(`./${path.parse(name).name}.ts`)) as Record<string, string>
    file.exec(Object.values(step)[0] ?? '')
  }
  return file
}

function state(file: BetterSqlite.Database, id: string, status: string, at: number, settledTo: number): void {
  file
    .prepare(
      `INSERT INTO conversation_state (account_id, conversation_id, status, status_at, settled_to, assignee_id, category, updated_at)
       VALUES ('7', ?, ?, ?, ?, 'eva', 'billing', 1000)`
    )
    .run(id, status, at, settledTo)
}

test('what was resolved before keeps whose it was; what an archive put away is told apart; the rest is known from now on', async () => {
  const file = await versionThirty()
  file.exec(`INSERT INTO account (id, username, name, added_at) VALUES ('7', 'us', 'Us', 1)`)
  state(file, '7-1', 'resolved', 900, 800)
  state(file, '7-2', 'resolved', 500, 500)
  state(file, '7-3', 'open', 0, 0)
  const before = Date.now()
  file.exec(migration0031)
  expect(
    file.prepare('SELECT conversation_id AS id, assignee_id, category, rested FROM resolution ORDER BY id').all()
  ).toEqual([
    { id: '7-1', assignee_id: 'eva', category: 'billing', rested: 0 },
    { id: '7-2', assignee_id: 'eva', category: 'billing', rested: 1 }
  ])
  const { since } = file.prepare('SELECT since FROM shelf_history').get() as { since: number }
  expect(since).toBeGreaterThanOrEqual(before - 1_000)
  expect(file.prepare('SELECT count(*) AS n FROM shelf_change').get()).toEqual({ n: 0 })
})

test('a new desk knows everything from its first day; each move is kept with where it came from', async () => {
  const file = await versionThirty()
  file.exec(migration0031)
  expect(file.prepare('SELECT since FROM shelf_history').get()).toEqual({ since: 0 })
  const moves = (): unknown[] =>
    file.prepare('SELECT conversation_id AS id, at, from_shelf, to_shelf FROM shelf_change ORDER BY key').all()
  // Screened before anybody saw it, and brought by an archive: neither was ever open.
  file.exec(`INSERT INTO conversation_state (account_id, conversation_id, status, status_at, place, updated_at)
             VALUES ('7', '7-1', 'open', 0, 'requests', 1000)`)
  state(file, '7-2', 'resolved', 500, 500)
  expect(moves()).toEqual([
    { id: '7-1', at: 1000, from_shelf: null, to_shelf: 'requests' },
    { id: '7-2', at: 1000, from_shelf: null, to_shelf: 'resolved' }
  ])
  file.exec(`UPDATE conversation_state SET place = 'inbox', updated_at = 2000 WHERE conversation_id = '7-1'`)
  file.exec(`UPDATE conversation_state SET marked_unread = 1, updated_at = 3000 WHERE conversation_id = '7-1'`)
  file.exec(
    `UPDATE conversation_state SET status = 'resolved', status_at = 4000, updated_at = 4000 WHERE conversation_id = '7-1'`
  )
  file.exec(`UPDATE conversation_state SET category = 'praise', updated_at = 5000 WHERE conversation_id = '7-1'`)
  expect(moves().slice(2)).toEqual([
    { id: '7-1', at: 2000, from_shelf: 'requests', to_shelf: 'open' },
    { id: '7-1', at: 4000, from_shelf: 'open', to_shelf: 'resolved' }
  ])
  expect(file.prepare('SELECT at, category, rested FROM resolution ORDER BY at').all()).toEqual([
    { at: 500, category: 'billing', rested: 1 },
    { at: 4000, category: 'praise', rested: 0 }
  ])
})
