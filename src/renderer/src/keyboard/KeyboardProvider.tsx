import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useState
} from 'react'
import { useQuery } from '../core/use-query.ts'
import { ActionHandlers } from './action-handlers.ts'
import { type ActionId, actionIds, actionOf } from './actions.ts'
import { EarlyPresses } from './early-presses.ts'
import { keyDispatcher } from './key-dispatcher.ts'
import { isMac } from './key-labels.ts'
import { type Keymap, KEYS_SETTING, resolveKeymap } from './keymap.ts'
import { KeymapContext } from './keymap-context.ts'
import { mayFire } from './may-fire.ts'
import { pressedIn, textOf, writeText } from './pressed-in.ts'
import { pressesOf, writesNothing } from './press.ts'

interface Keyboard {
  readonly handlers: ActionHandlers
  readonly early: EarlyPresses
  /** Sets the keys that hold from now on. */
  readonly setKeymap: (keymap: Keymap) => void
  /** Before anybody else has seen the event. */
  readonly look: () => void
  readonly listen: (event: KeyboardEvent) => void
}

function createKeyboard(): Keyboard {
  const mac = isMac()
  const handlers = new ActionHandlers()
  let dispatch: ReturnType<typeof keyDispatcher> = () => false
  /** A dialog or menu that the same key has closed meanwhile counts as open: Esc does not lead on from where one was before it. */
  let behindDialog = false

  const early = new EarlyPresses({
    can: (id) => handlers.can(id),
    run: (id) => void handlers.run(id),
    typing: () => pressedIn(document.activeElement).typing,
    press: ({ readings, text }) => {
      behindDialog = false
      const { activeElement } = document
      if (text === null || !writeText(activeElement, text)) dispatch(meant(readings), performance.now())
    },
    nextFrame: (run) => {
      const frame = requestAnimationFrame(run)
      return () => cancelAnimationFrame(frame)
    }
  })

  /** Letters that are typed are no keys of the console, and no beginnings of sequences either. */
  function meant(readings: readonly string[]): readonly string[] {
    const { typing } = pressedIn(document.activeElement)
    return typing ? readings.filter((press) => writesNothing(press, mac)) : readings
  }

  const fire = (id: ActionId) => (press: string) =>
    !behindDialog &&
    mayFire(actionOf(id), press, pressedIn(document.activeElement), mac) &&
    (handlers.run(id) || early.begin(id))

  return {
    handlers,
    early,
    setKeymap(keymap) {
      dispatch = keyDispatcher(actionIds.flatMap((id) => keymap.keys[id].map((keys) => [keys, fire(id)] as const)))
    },
    look() {
      behindDialog = pressedIn(document.activeElement).dialogOpen
    },
    listen(event) {
      if (event.isComposing || event.defaultPrevented) return
      const readings = pressesOf(event, mac)
      const first = readings[0]
      if (first !== undefined && early.waiting && !first.startsWith('$mod+')) {
        event.preventDefault()
        if (first === 'Escape') early.drop()
        else early.keep({ readings, text: textOf(event) })
      } else if (dispatch(meant(readings), event.timeStamp)) {
        event.preventDefault()
      }
    }
  }
}

const KeyboardContext = createContext<Keyboard | null>(null)

/** Knows which keys do what, and listens for them, once for the whole window. */
export function KeyboardProvider({ children }: { readonly children: ReactNode }) {
  const [keyboard] = useState(createKeyboard)
  const stored = useQuery('settings.list', {}).rows.find((row) => row.id === KEYS_SETTING)?.value
  const keymap = useMemo(() => resolveKeymap(stored, isMac()), [stored])
  useEffect(() => keyboard.setKeymap(keymap), [keyboard, keymap])
  // Layout: before the listeners of dialogs, which are there from their effects on.
  useLayoutEffect(() => {
    window.addEventListener('keydown', keyboard.look, { capture: true })
    window.addEventListener('keydown', keyboard.listen)
    return () => {
      window.removeEventListener('keydown', keyboard.look, { capture: true })
      window.removeEventListener('keydown', keyboard.listen)
    }
  }, [keyboard])
  return (
    <KeyboardContext value={keyboard}>
      <KeymapContext value={keymap}>{children}</KeymapContext>
    </KeyboardContext>
  )
}

function useKeyboard(): Keyboard {
  const keyboard = useContext(KeyboardContext)
  if (!keyboard) throw new Error('useAction needs a KeyboardProvider above it.')
  return keyboard
}

/** Carries out an action while the component is mounted and `enabled`. */
export function useAction(id: ActionId, run: () => void, enabled = true): void {
  const { handlers } = useKeyboard()
  const latest = useEffectEvent(run)
  useEffect(() => (enabled ? handlers.register(id, () => latest()) : undefined), [handlers, id, enabled])
}

/** Runs an action as its key would, for buttons and menus. */
export function useRunAction(): (id: ActionId) => void {
  const { handlers } = useKeyboard()
  return (id) => void handlers.run(id)
}

/** Asks which actions could be carried out at this moment. */
export function usePossibleActions(): () => ActionId[] {
  const { handlers } = useKeyboard()
  return () => actionIds.filter((id) => handlers.can(id))
}

/**
 * While something is on its way from the core, keys for what can be done with it wait for it.
 * @param ids to be the same list with each render
 * @param what it is that is looked at; another value drops what was pressed for the one before
 */
export function useEarlyKeys(ids: readonly ActionId[], what: string, loading: boolean): void {
  const { early } = useKeyboard()
  // Layout: a key may be pressed before the effects of a slow frame have run.
  useLayoutEffect(() => (loading ? early.expect(ids) : undefined), [early, ids, loading])
  useEffect(() => {
    // The handlers of what has come were registered by effects before this one, but for those of its parents.
    if (!loading) queueMicrotask(() => early.settle())
  }, [early, loading])
  useEffect(() => () => early.leave(), [early, what])
}
