import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useState } from 'react'
import { ActionHandlers } from './action-handlers.ts'
import { type ActionId, actionIds, actionOf } from './actions.ts'
import { keyDispatcher } from './key-dispatcher.ts'
import { mayFire, type PressedIn } from './may-fire.ts'

const HandlersContext = createContext<ActionHandlers | null>(null)

const TYPING = 'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable=true]'
const WIDGET = 'button, a[href], audio, video, summary, [role=separator], [role=tab], [role=radio], [role=log], input'

function pressedIn(event: KeyboardEvent): PressedIn {
  const target = event.target instanceof Element ? event.target : document.body
  return {
    typing: target.closest(TYPING) !== null,
    dialogOpen: document.querySelector('[aria-modal=true]') !== null,
    widget: target.closest(WIDGET) !== null
  }
}

/** Listens for the keys of all actions, once for the whole window. */
export function KeyboardProvider({ children }: { readonly children: ReactNode }) {
  const [handlers] = useState(() => new ActionHandlers())
  useEffect(() => {
    const fire = (id: ActionId) => (event: KeyboardEvent) => {
      const press = { key: event.key, modified: event.ctrlKey || event.metaKey }
      return mayFire(actionOf(id), press, pressedIn(event)) && handlers.run(id)
    }
    const dispatch = keyDispatcher(
      actionIds.flatMap((id) => actionOf(id).keys.map((keys) => [keys, fire(id)] as const))
    )
    const listen = (event: KeyboardEvent): void => {
      if (event.isComposing || event.defaultPrevented) return
      // Letters that are typed are no beginnings of sequences either.
      if (pressedIn(event).typing && !event.ctrlKey && !event.metaKey && event.key !== 'Escape') return
      dispatch(event)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [handlers])
  return <HandlersContext value={handlers}>{children}</HandlersContext>
}

function useHandlers(): ActionHandlers {
  const handlers = useContext(HandlersContext)
  if (!handlers) throw new Error('useAction needs a KeyboardProvider above it.')
  return handlers
}

/** Carries out an action while the component is mounted and `enabled`. */
export function useAction(id: ActionId, run: () => void, enabled = true): void {
  const handlers = useHandlers()
  const latest = useEffectEvent(run)
  useEffect(() => (enabled ? handlers.register(id, () => latest()) : undefined), [handlers, id, enabled])
}

/** Runs an action as its key would, for buttons and menus. */
export function useRunAction(): (id: ActionId) => void {
  const handlers = useHandlers()
  return (id) => void handlers.run(id)
}
