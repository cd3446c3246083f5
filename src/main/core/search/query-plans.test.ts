import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { priorities, queueIds } from '../../../shared/domain/conversation.ts'
import { hasValues, isValues } from '../../../shared/domain/search/operators.ts'
import type { ReadDb } from '../db/database.ts'
import { queryPlan, temporaryDatabase } from '../testing/temporary-database.ts'
import { conditionOf, leaf } from './compile.ts'
import * as conditions from './conditions.ts'
import { findMessages } from './find.ts'
import * as search from './sql.ts'

const { yes } = conditions
const phrase = { words: ['refund'], prefix: false }
const refund = leaf(conditions.wordsWanted(phrase), phrase)
const { db, remove } = temporaryDatabase()

afterAll(remove)

const plan = (sql: string): string[] => queryPlan(db, sql)

/** Reading a table from end to end, other than along an index that gives the order or is itself small. */
function scans(details: readonly string[]): string[] {
  return details.filter(
    (detail) => /^SCAN (m|n|c|e|k|o|u|a|message|conversation)( |$)/.test(detail) && !detail.includes('USING')
  )
}

test.each([
  ['hits', search.HITS],
  ['newest message of a conversation', search.NEWEST_MESSAGE],
  ['people by a name', search.USERS_BY_NAME],
  ['people by a handle', search.USERS_BY_HANDLE],
  ['customers found', search.SEARCH_USERS],
  ['notes', search.notesOf(yes)]
])('%s: no table is read from end to end', (_what, sql) => {
  expect(scans(plan(sql))).toEqual([])
})

test.each([
  ['what few messages carry', leaf(conditions.contentWanted('voice'))],
  ['what few messages carry, and words', { kind: 'and', nodes: [leaf(conditions.contentWanted('voice')), refund] }],
  ['what nobody reacted to', leaf(conditions.contentWanted('reaction'))]
] as const)('%s is looked for among those alone', (_what, compiled) => {
  const asked: string[] = []
  const watched: ReadDb = {
    all: (sql, ...values) => {
      asked.push(sql)
      return db.all(sql, ...values)
    },
    get: (sql, ...values) => db.get(sql, ...values)
  }
  expect(findMessages(watched, compiled, 50)).toEqual([])
  expect(asked.filter((sql) => [search.KEYS_BY_TIME, search.KEYS_BY_WORDS].includes(sql))).toEqual([])
  expect(asked.length).toBeGreaterThan(0)
})

/** Each part of a search, on the plans that it can be read by. */
const parts: readonly (readonly [string, conditions.Wanted])[] = [
  ['words', conditions.wordsWanted({ words: ['order'], prefix: true })],
  ...isValues.map((value) => [`is:${value}`, conditions.stateWanted(value, 0)] as const),
  ...hasValues.map((value) => [`has:${value}`, conditions.contentWanted(value)] as const),
  ...queueIds.map((value) => [`in:${value}`, conditions.queueWanted(value, { me: 'me', now: 0 })] as const),
  ['assigned:me', conditions.assignedWanted('me')],
  ['assigned:nobody', conditions.assignedWanted(null)],
  ['assigned:anybody', conditions.assignedWanted(undefined)],
  ['tag:late', conditions.tagWanted('late')],
  ['tag:none', conditions.tagWanted(null)],
  ['category:billing', conditions.categoryWanted('billing')],
  ['category:none', conditions.categoryWanted(null)],
  ...priorities.map((value) => [`priority:${value}`, conditions.priorityWanted(value)] as const),
  ['from:us', conditions.personWanted('from', { side: 'us' })],
  ['from:ana', conditions.personWanted('from', { users: ['1'] })],
  ['to:ana', conditions.personWanted('to', { users: ['1'] })],
  ['before:', conditions.dateWanted('before', '2026-01-01', 0)]
]

describe.each([
  ['without statistics', false],
  ['with statistics', true]
])('%s', (_name, analysed) => {
  beforeAll(() => {
    if (analysed) db.write((tx) => tx.run('ANALYZE'))
  })

  test('reads newest first straight from the index', () => {
    for (const sql of [search.KEYS_BY_WORDS, search.KEYS_BY_TIME]) {
      expect(plan(sql).filter((detail) => detail.includes('TEMP B-TREE'))).toEqual([])
    }
  })

  test.each(parts)('%s: of messages found, each is tested by itself and none is looked for', (_what, { condition }) => {
    const details = plan(search.keptOf(condition))
    expect(scans(details)).toEqual([])
    expect(details[0]).toContain('hit')
    // The index gathers all hits of a beginning each time it is asked about one message.
    expect(details.join()).not.toContain('message_index')
    expect(
      details.filter((detail) => /^SEARCH (m|c|e) /.test(detail) && !/rowid=|USING INTEGER PRIMARY KEY/.test(detail))
    ).toEqual([])
  })

  test.each(parts)('%s: conversations are read in the order of time and no further than needed', (_what, part) => {
    const details = plan(search.conversationsOf(null, conditionOf(leaf(part), 'conversation')))
    expect(details[0]).toContain('inbox_by_time')
    expect(details.filter((detail) => detail.includes('TEMP B-TREE'))).toEqual([])
    expect(
      details.filter((detail) => detail.startsWith('SCAN') && !/^SCAN (e USING|json|value|u )/.test(detail))
    ).toEqual([])
  })

  test.each(parts.filter(([, part]) => part.listed !== null))(
    '%s: messages are read newest first from a list of their own',
    (_what, { listed }) => {
      if (listed === null) throw new Error('filtered out')
      const details = plan(search.keysListed(listed))
      expect(details).toHaveLength(1)
      expect(details[0]).toMatch(/SEARCH [ar] USING (COVERING INDEX message_media_kind|PRIMARY KEY)/)
      expect(plan(search.countListed(listed)).join()).not.toContain('TEMP B-TREE')
    }
  )

  test.each(parts.filter(([, part]) => part.seed !== null))(
    '%s: few conversations are found by an index',
    (_what, { seed }) => {
      if (seed === null) throw new Error('filtered out')
      for (const sql of [search.countSeed(seed), search.messagesOf(seed, yes), search.conversationsOf(seed, yes)]) {
        const details = plan(sql)
        expect(
          details.filter((detail) =>
            /^SCAN (m|c|e|k|message|conversation|conversation_member)\b(?! USING)/.test(detail)
          )
        ).toEqual([])
      }
    }
  )
})
