/**
 * What a search can ask for besides words. The only list: the parser checks with it, the suggestions are made from it,
 * and each value is compiled in core/search.
 * @module
 */

import { categories, priorities, queueIds } from '../conversation.ts'

/** States of a conversation. */
export const isValues = [
  'unread',
  'read',
  'open',
  'snoozed',
  'resolved',
  'waiting',
  'answered',
  'at-risk',
  'overdue',
  'due',
  'promised',
  'request',
  'spam',
  'blocked',
  'draft',
  'note',
  'scheduled',
  'failed',
  'group'
] as const
export type IsValue = (typeof isValues)[number]

/** What a message carries; `draft` and `note` are about its conversation. */
export const hasValues = [
  'photo',
  'gif',
  'video',
  'voice',
  'file',
  'media',
  'link',
  'reaction',
  'note',
  'draft'
] as const
export type HasValue = (typeof hasValues)[number]

/** What `from:` and `to:` take besides names and handles. */
const sideValues = ['me', 'us', 'them'] as const

export interface OperatorDefinition {
  /** What kind of value follows: one of `values`, a date, or a name that the core knows. */
  readonly takes: 'word' | 'person' | 'date' | 'tag' | 'member' | 'place' | 'code'
  /** All values there are, or those worth proposing. */
  readonly values: readonly string[]
  /** Other ways to write the values. */
  readonly aliases?: Readonly<Record<string, string>>
}

export const operators = {
  from: { takes: 'person', values: sideValues },
  to: { takes: 'person', values: sideValues },
  is: {
    takes: 'word',
    values: isValues,
    aliases: {
      'waiting-on-us': 'waiting',
      'waiting-on-them': 'answered',
      'follow-up': 'promised',
      requests: 'request',
      archived: 'resolved',
      closed: 'resolved'
    }
  },
  has: {
    takes: 'word',
    values: hasValues,
    aliases: { picture: 'photo', image: 'photo', photos: 'photo', attachment: 'media', url: 'link', clip: 'video' }
  },
  before: { takes: 'date', values: ['today', 'yesterday', 'this week', 'last week', 'this month', '30d'] },
  after: { takes: 'date', values: ['today', 'yesterday', '7d', 'last week', 'last month', '30d'] },
  assigned: { takes: 'member', values: ['me', 'nobody', 'anybody'] },
  tag: { takes: 'tag', values: ['none'] },
  priority: { takes: 'word', values: priorities },
  category: { takes: 'word', values: [...categories, 'none'], aliases: { complaints: 'complaint', tech: 'technical' } },
  in: { takes: 'place', values: queueIds },
  code: { takes: 'code', values: [] }
} as const satisfies Record<string, OperatorDefinition>

export type OperatorName = keyof typeof operators
export const operatorNames = Object.keys(operators) as OperatorName[]

export function isOperator(name: string): name is OperatorName {
  return Object.hasOwn(operators, name)
}

export function operatorOf(name: OperatorName): OperatorDefinition {
  return operators[name]
}
