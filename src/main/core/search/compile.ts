import type { SearchNode } from '../../../shared/domain/search/search-query.ts'
import { type Condition, no, nothing, type Wanted, wordsWanted, yes } from './conditions.ts'
import { parsePhrase, type Phrase } from './phrases.ts'

/** A search whose names have been found and whose words are folded as the index has them. */
export type Compiled =
  | { readonly kind: 'leaf'; readonly wanted: Wanted; readonly phrase: Phrase | null }
  | { readonly kind: 'not'; readonly node: Compiled }
  | { readonly kind: 'and' | 'or'; readonly nodes: readonly Compiled[] }

type Operator = Extract<SearchNode, { kind: 'operator' }>

/**
 * @param operator what an operator asks for, as a tree of its own (a saved view is a whole search); null when it names
 * something that is not there
 * @returns null when nothing is left to look for: a single letter, a sign.
 */
export function compileSearch(node: SearchNode, operator: (leaf: Operator) => Compiled | null): Compiled | null {
  switch (node.kind) {
    case 'words': {
      const phrase = parsePhrase(node.text, node.match !== 'exact')
      return phrase && { kind: 'leaf', wanted: wordsWanted(phrase), phrase }
    }
    case 'operator':
      return operator(node) ?? leaf(nothing)
    case 'not': {
      const inner = compileSearch(node.node, operator)
      return inner && { kind: 'not', node: inner }
    }
    default: {
      const nodes = node.nodes.flatMap((part) => compileSearch(part, operator) ?? [])
      const [first, second] = nodes
      if (first === undefined) return null
      return second === undefined ? first : { kind: node.kind, nodes }
    }
  }
}

export function leaf(wanted: Wanted, phrase: Phrase | null = null): Compiled {
  return { kind: 'leaf', wanted, phrase }
}

/**
 * Whether the search is about messages. Without anything that a message must have, it is about conversations: `-refund`
 * then means that no message of the conversation says so.
 */
export function asksForMessages(node: Compiled, negated = false): boolean {
  switch (node.kind) {
    case 'leaf':
      return !negated && node.wanted.about === 'message'
    case 'not':
      return asksForMessages(node.node, !negated)
    default:
      return node.nodes.some((part) => asksForMessages(part, negated))
  }
}

/** The words that a hit shows, for marking. */
export function phrasesOf(node: Compiled, negated = false): Phrase[] {
  switch (node.kind) {
    case 'leaf':
      return negated || node.phrase === null ? [] : [node.phrase]
    case 'not':
      return phrasesOf(node.node, !negated)
    default:
      return node.nodes.flatMap((part) => phrasesOf(part, negated))
  }
}

/** The parts that must all hold. */
export function conjunctsOf(node: Compiled): readonly Compiled[] {
  return node.kind === 'and' ? node.nodes.flatMap(conjunctsOf) : [node]
}

/** What must hold of a message, of an internal note, or of a conversation as a whole. */
export function conditionOf(node: Compiled, of: 'message' | 'note' | 'conversation'): Condition {
  switch (node.kind) {
    case 'leaf':
      return leafCondition(node.wanted, of)
    case 'not': {
      const { sql, values } = conditionOf(node.node, of)
      return { sql: `NOT (${sql})`, values }
    }
    case 'and':
    case 'or':
      return join(
        node.nodes.map((part) => conditionOf(part, of)),
        node.kind
      )
  }
}

function leafCondition({ about, condition, ofNote }: Wanted, of: 'message' | 'note' | 'conversation'): Condition {
  if (of === 'note') return ofNote
  if (of === 'message' || about === 'conversation') return condition
  return {
    sql: `EXISTS (SELECT 1 FROM message m WHERE m.conversation_key = c.key AND m.kind = 'message' AND ${condition.sql})`,
    values: condition.values
  }
}

function join(parts: readonly Condition[], kind: 'and' | 'or'): Condition {
  if (parts.length === 0) return kind === 'and' ? yes : no
  return {
    sql: `(${parts.map((part) => part.sql).join(kind === 'and' ? ' AND ' : ' OR ')})`,
    values: parts.flatMap((part) => part.values)
  }
}

export function allOf(parts: readonly Condition[]): Condition {
  return join(parts, 'and')
}

/** All words that a hit must have or may have, in the language of the index; null when it needs none. */
export function wordsOf(node: Compiled): string | null {
  const parts = conjunctsOf(node).flatMap((part) => matchOf(part) ?? [])
  if (parts.length > 0) return parts.join(' AND ')
  if (node.kind !== 'or') return null
  const either = node.nodes.flatMap((part) => wordsOf(part) ?? [])
  return either.length === 0 ? null : either.map((part) => `(${part})`).join(' OR ')
}

/** The search in the language of the full-text index; null when it asks for anything but words. */
export function matchOf(node: Compiled): string | null {
  switch (node.kind) {
    case 'leaf':
      return node.wanted.match
    case 'not':
      return null
    case 'or': {
      const parts = node.nodes.map(matchOf)
      return parts.includes(null) ? null : `(${parts.join(' OR ')})`
    }
    case 'and': {
      const words = node.nodes.filter((part) => part.kind !== 'not').map(matchOf)
      const without = node.nodes.flatMap((part) => (part.kind === 'not' ? [matchOf(part.node)] : []))
      if (words.length === 0 || words.includes(null) || without.includes(null)) return null
      const all = words.join(' AND ')
      return without.length === 0 ? `(${all})` : `((${all}) NOT (${without.join(' OR ')}))`
    }
  }
}
