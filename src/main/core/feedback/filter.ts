import type { FeedbackFilter } from '../../../shared/contract/feedback-commands.ts'
import type { SqlValue } from '../db/database.ts'
import type { Topic } from '../live/topics.ts'

/** Conditions, each with AND in front, and their values. */
export interface Narrowed {
  readonly sql: string
  readonly values: readonly SqlValue[]
}

/**
 * For counting: which conversations have the category or the tag is found out once, not for each entry.
 * @param table `g` (feedback_given) or `f` (feedback). @param key its column with the entry's key
 */
export function narrowedForCounts(filter: FeedbackFilter, table: 'g' | 'f', key: string): Narrowed {
  const own = ofEntry(filter, table)
  const parts = [
    filter.category === null
      ? null
      : {
          sql: `AND ${key} IN (SELECT o.key FROM conversation_state s CROSS JOIN feedback o
                  ON o.account_id = s.account_id AND o.conversation_id = s.conversation_id
                WHERE s.category IS NOT NULL AND s.category = ?)`,
          value: filter.category
        },
    filter.tag === null
      ? null
      : {
          sql: `AND ${key} IN (SELECT o.key FROM conversation_tag s CROSS JOIN feedback o
                  ON o.account_id = s.account_id AND o.conversation_id = s.conversation_id WHERE s.tag_id = ?)`,
          value: filter.tag
        }
  ].filter((part) => part !== null)
  return {
    sql: [own.sql, ...parts.map((part) => part.sql)].join(' '),
    values: [...own.values, ...parts.map(({ value }) => value)]
  }
}

/** For a page of quotes: each entry is looked at until the page is full. */
export function narrowedForQuotes(filter: FeedbackFilter): Narrowed {
  const own = ofEntry(filter, 'f')
  const within = (table: string, column: string): string =>
    `AND EXISTS (SELECT 1 FROM ${table} s
      WHERE s.account_id = f.account_id AND s.conversation_id = f.conversation_id AND s.${column} = ?)`
  return {
    sql: [
      own.sql,
      ...(filter.category === null ? [] : [within('conversation_state', 'category')]),
      ...(filter.tag === null ? [] : [within('conversation_tag', 'tag_id')])
    ].join(' '),
    values: [...own.values, ...[filter.category, filter.tag].filter((value) => value !== null)]
  }
}

function ofEntry({ product, sentiment }: FeedbackFilter, table: string): Narrowed {
  return {
    sql: `${sentiment === null ? '' : `AND ${table}.sentiment = ?`} ${product === null ? '' : `AND ${table}.product_id = ?`}`,
    values: [sentiment, product].filter((value) => value !== null)
  }
}

/** What changes the answer. Categories and tags are of conversations. */
export function topicsOf({ category, tag }: FeedbackFilter): readonly Topic[] {
  return category === null && tag === null ? ['feedback'] : ['feedback', 'inbox', 'tags']
}
