import type { ActionDefinition } from './actions.ts'
import { writesNothing } from './press.ts'

/** Why a key cannot be had, or is no good choice. */
export type KeyObjection =
  /** Never arrives here: the browser or the system takes it. */
  | 'browser'
  | 'system'
  /** Belongs to text fields: copy, paste, select all. */
  | 'editing'
  /** Leads through the window, or out of what is open. */
  | 'moving'

const EDITING = new Set(['$mod+c', '$mod+v', '$mod+x', '$mod+z', '$mod+y', '$mod+Shift+z', '$mod+Shift+v'])
const ZOOM = new Set(['$mod+0', '$mod+Plus', '$mod+-', '$mod+='])
const MOVING = new Set(['Tab', 'Shift+Tab', 'Escape', 'Shift+F10', 'ContextMenu'])
const BROWSER = new Set([
  '$mod+w',
  '$mod+Shift+w',
  '$mod+t',
  '$mod+Shift+t',
  '$mod+n',
  '$mod+Shift+n',
  '$mod+r',
  '$mod+Shift+r',
  '$mod+l',
  '$mod+Tab',
  '$mod+Shift+Tab',
  '$mod+PageUp',
  '$mod+PageDown',
  'F5',
  'F11',
  'F12'
])

/**
 * What speaks against a press, or null. Keys that the host, the system or text fields need cannot be given to an action.
 * @param native whether this is the desktop app and no browser's tab
 */
export function objectionTo(
  press: string,
  action: Pick<ActionDefinition, 'whileTyping'>,
  where: { readonly native: boolean; readonly mac: boolean }
): KeyObjection | null {
  if (MOVING.has(press)) return 'moving'
  if (EDITING.has(press) || (press === '$mod+a' && action.whileTyping === true)) return 'editing'
  if (press.startsWith('Meta+') || /^(\$mod\+)?Alt\+(Shift\+)?(Tab|F4|Space|Delete)$/.test(press)) return 'system'
  if (ZOOM.has(press)) return where.native ? 'system' : 'browser'
  if (where.mac && /^\$mod\+(q|h|m|Space|Tab)$/.test(press)) return 'system'
  if (!where.mac && where.native && press === '$mod+q') return 'system'
  if (where.native && press === '$mod+w') return 'system'
  if (!where.native && (BROWSER.has(press) || (where.mac && /^\$mod\+\d$/.test(press)))) return 'browser'
  return null
}

/** Whether an action that is wanted while typing would have to do without this key there. */
export function silentWhileTyping(keys: string, action: Pick<ActionDefinition, 'whileTyping'>, mac: boolean): boolean {
  return action.whileTyping === true && !keys.split(' ').every((press) => writesNothing(press, mac))
}
