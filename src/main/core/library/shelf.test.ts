import { afterEach, beforeEach, expect, test } from 'vitest'
import { ReplyContent, ReplyPlacement } from '../../../shared/domain/library/canned-reply.ts'
import type { Database, WriteDb } from '../db/database.ts'
import { createLive, type Live } from '../live/live.ts'
import { temporaryDatabase } from '../testing/temporary-database.ts'
import { problemsOf } from './containment.ts'
import { changeRecord, findRecord } from './reply-record.ts'
import { addVersion, createReply } from './save-reply.ts'
import { createShelf, type Shelf, type Shelved } from './shelf.ts'
import * as sql from './sql.ts'

const BY = { author: 'me', now: 1 }
const placed = (kind: 'reply' | 'fragment' = 'reply'): ReplyPlacement => ReplyPlacement.parse({ kind })
const saying = (body: string, shortcut: string | null = null): ReplyContent =>
  ReplyContent.parse({ title: 'A reply', shortcut, body })

let live: Live
let db: Database
let remove: () => void
let shelf: Shelf

beforeEach(() => {
  live = createLive({ error: (...given: readonly unknown[]) => console.error(...given) })
  const temporary = temporaryDatabase(live.publish)
  db = temporary.db
  remove = temporary.remove
  shelf = createShelf(db, live)
})
afterEach(() => remove())

function add(tx: WriteDb, content: ReplyContent, kind: 'reply' | 'fragment' = 'reply'): string {
  const { reply, version } = createReply(tx, { content, placement: placed(kind) }, BY)
  tx.run(sql.SET_APPROVED, 'me', 1, version)
  changeRecord(tx, findRecord(tx, reply, 'me'), { approved: version, pending: null }, 1)
  return reply
}

/** What is there after a change is what a new shelf reads. */
function expectWhole(): Shelved {
  const now = shelf.now()
  const fresh = createShelf(db, live).now()
  expect([...now.replies.keys()].toSorted()).toEqual([...fresh.replies.keys()].toSorted())
  for (const [id, reply] of fresh.replies) expect(now.replies.get(id)).toEqual(reply)
  expect(now.attributes).toEqual(fresh.attributes)
  return now
}

test('of many only the one that was changed is read again; the others stay the same objects', () => {
  const ids = db.write((tx) => Array.from({ length: 20 }, (_, nth) => add(tx, saying(`Number ${nth}`))))
  const before = shelf.now()
  const [first = '', second = '', third = ''] = ids
  db.write((tx) => {
    changeRecord(tx, findRecord(tx, first, 'me'), { tags: ['new'] }, 2)
    addVersion(tx, findRecord(tx, second, 'me'), saying('Another draft'), BY)
    changeRecord(tx, findRecord(tx, third, 'me'), { deletedAt: 2 }, 2)
    add(tx, saying('One more'))
  })
  const after = expectWhole()
  expect(after).not.toBe(before)
  expect(after.replies.get(first)?.tags).toEqual(['new'])
  expect(after.replies.get(second)?.newestVersion.content.body).toBe('Another draft')
  expect(after.replies.has(third)).toBe(false)
  expect(after.replies.size).toBe(20)
  for (const id of ids.slice(3)) expect(after.replies.get(id)).toBe(before.replies.get(id))
  expect(shelf.now()).toBe(after)
  // Back again, as undo brings it.
  db.write((tx) => changeRecord(tx, { ...before.replies.get(third), deletedAt: 2 } as never, { deletedAt: null }, 3))
  expect(expectWhole().replies.has(third)).toBe(true)
})

test('several commits before somebody looks, and more than are read one by one, leave nothing out', () => {
  const [first] = db.write((tx) => [add(tx, saying('First'))])
  shelf.now()
  db.write((tx) => changeRecord(tx, findRecord(tx, first, 'me'), { tags: ['a'] }, 2))
  db.write((tx) => add(tx, saying('Second')))
  expect(expectWhole().replies.size).toBe(2)
  db.write((tx) => Array.from({ length: 600 }, (_, nth) => add(tx, saying(`Number ${nth}`))))
  expect(expectWhole().replies.size).toBe(602)
})

test('what a transaction that is rolled back changed is not taken over', () => {
  const [first] = db.write((tx) => [add(tx, saying('First'))])
  const before = shelf.now()
  expect(() =>
    db.write((tx) => {
      changeRecord(tx, findRecord(tx, first, 'me'), { tags: ['a'] }, 2)
      throw new Error('no')
    })
  ).toThrow('no')
  expect(shelf.now()).toBe(before)
})

test('where a fragment comes or goes, replies that contain it are looked at again', () => {
  const reply = db.write((tx) => add(tx, saying('Bye {{ fragment "sign" }}')))
  const problems = (): number => {
    const now = shelf.now()
    const found = now.replies.get(reply)
    return found ? problemsOf(now, found, found.newestVersion.content).length : -1
  }
  expect(problems()).toBe(1)
  const other = db.write((tx) => add(tx, saying('Hello')))
  expect(problems()).toBe(1)
  const sign = db.write((tx) => add(tx, saying('— us', 'sign'), 'fragment'))
  expect(problems()).toBe(0)
  db.write((tx) => changeRecord(tx, findRecord(tx, other, 'me'), { tags: ['x'] }, 2))
  expect(problems()).toBe(0)
  db.write((tx) => changeRecord(tx, findRecord(tx, sign, 'me'), { retiredAt: 2 }, 2))
  expect(problems()).toBe(1)
  expectWhole()
})
