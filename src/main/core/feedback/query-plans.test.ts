import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FeedbackFilter } from '../../../shared/contract/feedback-commands.ts'
import { queryPlan, temporaryDatabase } from '../testing/temporary-database.ts'
import { narrowedForCounts, narrowedForQuotes } from './filter.ts'
import * as sql from './sql.ts'
import * as themes from './theme-sql.ts'

const { db, remove } = temporaryDatabase()
const all: FeedbackFilter = { from: 0, to: 1, category: null, tag: null, product: null, sentiment: null }
const narrow: FeedbackFilter = { ...all, category: 'complaint', tag: 't', product: 'p', sentiment: 'negative' }

beforeAll(() => {
  db.write((tx) => {
    for (let nth = 0; nth < 500; nth += 1) {
      const conversation = `7-${1_000 + (nth % 90)}`
      tx.run(
        sql.ADD,
        `f${nth}`,
        '7',
        conversation,
        `${nth}`,
        0,
        3,
        'box',
        `p${nth % 5}`,
        'neutral',
        null,
        '',
        'me',
        nth,
        nth,
        nth
      )
      tx.run(sql.GIVE, nth + 1, `t${nth % 20}`, nth, 'neutral', `p${nth % 5}`)
    }
  })
})
afterAll(remove)

describe.each([
  ['without statistics', false],
  ['with statistics', true]
])('%s', (_name, analysed) => {
  beforeAll(() => {
    if (analysed) db.write((tx) => tx.run('ANALYZE'))
  })

  test.each([
    ['what was tagged in a conversation', sql.OF_CONVERSATION, 'feedback_of_conversation'],
    ['an entry', sql.FIND, 'sqlite_autoindex_feedback_1'],
    ['a theme by its name', themes.NAMED, 'feedback_theme_name'],
    ['a theme by a former name', themes.FORMERLY_NAMED, 'feedback_theme_change_name'],
    [
      'quotes of a theme',
      sql.quotesOfTheme(narrowedForQuotes(narrow).sql),
      'feedback_given_theme (theme_id=? AND said_at>? AND said_at<?)'
    ],
    [
      'what is severe',
      sql.severe(narrowedForCounts(all, 'f', 'f.key').sql),
      'feedback_severe (said_at>? AND said_at<?)'
    ],
    ['quotes', sql.quotes(narrowedForQuotes(narrow).sql), 'feedback_said (said_at>? AND said_at<?)']
  ])('%s: by an index', (_what, statement, index) => {
    const details = queryPlan(db, statement)
    expect(details.join('\n')).toContain(index)
    expect(details.filter((detail) => detail.startsWith('SCAN'))).toEqual([])
  })

  test('a page of quotes is read in its order, without sorting', () => {
    for (const statement of [sql.quotes(''), sql.quotesOfTheme('')]) {
      expect(queryPlan(db, statement).filter((detail) => detail.includes('TEMP B-TREE'))).toEqual([])
    }
  })

  test('the board counts in one index alone, and looks up conversations of a category once', () => {
    const counted = queryPlan(db, sql.counts(narrowedForCounts(all, 'g', 'g.feedback_key').sql)).join('\n')
    expect(counted).toContain('SEARCH g USING COVERING INDEX feedback_given_said (said_at>? AND said_at<?)')
    const narrowed = queryPlan(db, sql.counts(narrowedForCounts(narrow, 'g', 'g.feedback_key').sql)).join('\n')
    expect(narrowed).toContain('LIST SUBQUERY')
    expect(narrowed).not.toContain('CORRELATED')
    const total = queryPlan(db, sql.totals(narrowedForCounts(all, 'f', 'f.key').sql)).join('\n')
    expect(total).toContain('COVERING INDEX feedback_said')
    expect(queryPlan(db, sql.SINCE).join('\n')).toContain('COVERING INDEX feedback_said')
  })
})
