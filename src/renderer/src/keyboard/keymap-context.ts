import { createContext, useContext } from 'react'
import type { ActionId } from './actions.ts'
import { ariaKeys, isMac } from './key-labels.ts'
import { type Keymap, resolveKeymap } from './keymap.ts'

export const KeymapContext = createContext<Keymap>(resolveKeymap(undefined, false))

export function useKeymap(): Keymap {
  return useContext(KeymapContext)
}

/** The keys of an action as they are now; the first is the one to show. */
export function useKeys(id: ActionId): readonly string[] {
  return useKeymap().keys[id]
}

/** The value of `aria-keyshortcuts` for a button that does the same as an action. */
export function useAriaKeys(id: ActionId): string | undefined {
  return ariaKeys(useKeys(id), isMac())
}
