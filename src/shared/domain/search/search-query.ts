import type { OperatorName } from './operators.ts'

/**
 * How words are looked for: `beginning` (the last word may go on, because it is still being typed), `exact` (in quotes),
 * or `inside` (also in the middle of a word).
 */
export type WordMatch = 'beginning' | 'exact' | 'inside'

/** A search as it was understood. `and` and `or` have at least two parts, none of the same kind. */
export type SearchNode =
  | { readonly kind: 'words'; readonly text: string; readonly match: WordMatch }
  | { readonly kind: 'operator'; readonly operator: OperatorName; readonly value: string }
  | { readonly kind: 'not'; readonly node: SearchNode }
  | { readonly kind: 'and'; readonly nodes: readonly SearchNode[] }
  | { readonly kind: 'or'; readonly nodes: readonly SearchNode[] }

/** Characters that end a bare word. */
export const BREAKS = String.raw`\s"“”„()`
const BARE = new RegExp(`^[^${BREAKS}]+$`, 'u')
const KEYWORDS = new Set(['OR', 'AND', 'NOT', '|'])

/** The search in the words of the language; understood again, it is the same search. */
export function printSearch(node: SearchNode | null): string {
  return node === null ? '' : print(node, 'or')
}

function print(node: SearchNode, inside: 'or' | 'and' | 'not'): string {
  switch (node.kind) {
    case 'words':
      return printWords(node.text, node.match)
    case 'operator':
      return `${node.operator}:${BARE.test(node.value) ? node.value : `"${node.value}"`}`
    case 'not':
      return `-${print(node.node, 'not')}`
    case 'and': {
      const text = node.nodes.map((part) => print(part, 'and')).join(' ')
      return inside === 'not' ? `(${text})` : text
    }
    case 'or': {
      const text = node.nodes.map((part) => print(part, 'or')).join(' OR ')
      return inside === 'or' ? text : `(${text})`
    }
  }
}

function printWords(text: string, match: WordMatch): string {
  if (match === 'exact') return `"${text}"`
  if (match === 'inside') return `*${text}`
  return isBareWord(text) ? text : `"${text}"*`
}

/** Whether a text stands for itself without quotes. */
export function isBareWord(text: string): boolean {
  return BARE.test(text) && !KEYWORDS.has(text) && !/^[-*]|\*$|^[a-z]+:/iu.test(text)
}
