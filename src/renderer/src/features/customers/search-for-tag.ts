import { printSearch, type SearchNode } from '../../../../shared/domain/search/search-query.ts'

/** The search for what was said with a customer in conversations that carry a tag. @param handles at least one */
export function searchForTag(tag: string, handles: readonly string[]): string {
  const people = handles.flatMap((value): SearchNode[] => [
    { kind: 'operator', operator: 'from', value },
    { kind: 'operator', operator: 'to', value }
  ])
  return printSearch({
    kind: 'and',
    nodes: [
      { kind: 'or', nodes: people },
      { kind: 'operator', operator: 'tag', value: tag }
    ]
  })
}
