import { useQuery } from '../../core/use-query.ts'
import { plainText } from '../../ui/plain-text.ts'
import type { ActionId } from '../actions.ts'
import { quickKeyActions } from '../quick-key-actions.ts'

/** What an action is about here, where its title cannot know: the reply that a quick key inserts. */
export function useActionDetails(): ReadonlyMap<ActionId, string> {
  const { rows } = useQuery('library.quickKeys', {})
  return new Map(rows.flatMap(({ key, title }) => (title === null ? [] : [[quickKeyActions[key], plainText(title)]])))
}
