import type { ActionId } from '../../keyboard/actions.ts'
import { useKeys } from '../../keyboard/keymap-context.ts'
import { Keys } from './Keys.tsx'

/** The key of an action as caps; nothing when it has none. */
export function ActionKeys({ action }: { readonly action: ActionId }) {
  const [first] = useKeys(action)
  return first === undefined ? null : <Keys keys={first} />
}
