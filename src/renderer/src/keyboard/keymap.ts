import { z } from 'zod'
import { type ActionId, actionIds, actionOf, defaultKeysOf, isActionId } from './actions.ts'
import { parseKeys } from './press.ts'

/** Name of the setting: action → the keys chosen for it. What is not in it has its default keys. */
export const KEYS_SETTING = 'keyboard.keys'

export type ChosenKeys = Readonly<Partial<Record<ActionId, readonly string[]>>>

/** What was wrong with the stored keys, and was left out. */
export type KeymapProblem =
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'unknown-action'; readonly action: string }
  | { readonly kind: 'no-key'; readonly action: ActionId; readonly keys: string }
  /** `action` did without `keys`, because `by` has it, or one that begins or goes on like it. */
  | { readonly kind: 'taken'; readonly action: ActionId; readonly keys: string; readonly by: ActionId }

/** Which keys do what, as of now. */
export interface Keymap {
  readonly keys: Readonly<Record<ActionId, readonly string[]>>
  /** What was chosen and holds. */
  readonly chosen: ChosenKeys
  readonly problems: readonly KeymapProblem[]
}

/** More keys than this for one action help nobody. */
const MOST_KEYS = 8

const Stored = z.record(z.string(), z.unknown())
const StoredKeys = z.array(z.unknown()).max(MOST_KEYS)

/** Whether a key press could mean both: the same, or one is how the other begins. */
export function keysClash(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `)
}

/** Whether two actions can be meant in the same place. */
export function viewsOverlap(a: ActionId, b: ActionId): boolean {
  const [one, other] = [actionOf(a).view, actionOf(b).view]
  return one === undefined || other === undefined || one === other
}

/** The actions that these keys would get in the way of; none when they are free for `action`. */
export function findClashes(keymap: Pick<Keymap, 'keys'>, action: ActionId, keys: string): ActionId[] {
  return actionIds.filter(
    (id) => id !== action && viewsOverlap(id, action) && keymap.keys[id].some((taken) => keysClash(taken, keys))
  )
}

/**
 * The keys of all actions: the chosen ones, and the defaults of the others as far as nothing chosen is in their way.
 * Nonsense is left out and named; whatever is stored, there is a keyboard.
 * @param stored the setting's value; undefined when nobody has chosen anything
 */
export function resolveKeymap(stored: unknown, mac: boolean): Keymap {
  const problems: KeymapProblem[] = []
  const wanted = readChosen(stored, mac, problems)
  const keys = Object.fromEntries(actionIds.map((id) => [id, []])) as unknown as Record<ActionId, readonly string[]>
  const chosen: Partial<Record<ActionId, readonly string[]>> = {}

  const give = (id: ActionId, wish: readonly string[]): void => {
    keys[id] = wish.filter((one) => {
      const [by] = findClashes({ keys }, id, one)
      if (by !== undefined) problems.push({ kind: 'taken', action: id, keys: one, by })
      return by === undefined
    })
  }

  for (const [id, wish] of wanted) {
    give(id, wish)
    chosen[id] = keys[id]
  }
  for (const id of actionIds) if (!wanted.has(id)) give(id, normalDefaults(id, mac))
  return { keys, chosen, problems }
}

function readChosen(stored: unknown, mac: boolean, problems: KeymapProblem[]): Map<ActionId, readonly string[]> {
  const chosen = new Map<ActionId, readonly string[]>()
  if (stored === undefined || stored === null) return chosen
  const record = Stored.safeParse(stored)
  if (!record.success) {
    problems.push({ kind: 'unreadable' })
    return chosen
  }
  for (const [action, value] of Object.entries(record.data)) {
    if (!isActionId(action)) {
      problems.push({ kind: 'unknown-action', action: action.slice(0, 60) })
      continue
    }
    const list = StoredKeys.safeParse(value)
    if (!list.success) {
      problems.push({ kind: 'no-key', action, keys: '' })
      continue
    }
    const good: string[] = []
    for (const one of list.data) {
      const keys = typeof one === 'string' ? parseKeys(one, mac) : null
      if (keys === null) problems.push({ kind: 'no-key', action, keys: String(one).slice(0, 40) })
      else if (!good.includes(keys)) good.push(keys)
    }
    // Only nonsense: better the keys it had than none. An empty list is a choice.
    if (good.length > 0 || list.data.length === 0) chosen.set(action, good)
  }
  return chosen
}

/** On a Mac Option alone writes characters: what is wanted while typing has other keys there. */
function normalDefaults(id: ActionId, mac: boolean): string[] {
  return defaultKeysOf(id).flatMap((keys) => {
    if (mac && keys.startsWith('Alt+') && actionOf(id).whileTyping === true) return []
    if (!mac && keys.startsWith('Control+')) return []
    return parseKeys(keys, mac) ?? []
  })
}

/**
 * The choice after an action was given these keys; whoever had one of them gives it up.
 * @param keys null: its default keys again
 */
export function withKeys(keymap: Keymap, action: ActionId, keys: readonly string[] | null, mac: boolean): ChosenKeys {
  const { [action]: _before, ...others } = keymap.chosen
  const wish = keys ?? normalDefaults(action, mac)
  const result: Partial<Record<ActionId, readonly string[]>> = { ...others }
  if (keys !== null && !sameKeys(keys, normalDefaults(action, mac))) result[action] = keys
  for (const id of actionIds) {
    if (id === action || !viewsOverlap(id, action)) continue
    const left = keymap.keys[id].filter((taken) => !wish.some((one) => keysClash(one, taken)))
    if (left.length === keymap.keys[id].length) continue
    // It has lost all that was chosen for it: its own keys again, unless they are what is taken now.
    if (
      left.length === 0 &&
      keymap.chosen[id] !== undefined &&
      !normalDefaults(id, mac).some((own) => wish.includes(own))
    )
      delete result[id]
    else result[id] = left
  }
  return result
}

function sameKeys(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, at) => key === b[at])
}
