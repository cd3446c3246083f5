import type { ActionDefinition } from './actions.ts'
import { keyOf, writesNothing } from './press.ts'

/** Where a key was pressed, as far as it matters. */
export interface PressedIn {
  /** A text field, text area or select has the focus. */
  readonly typing: boolean
  /** A dialog is open, or a menu has the focus. */
  readonly dialogOpen: boolean
  /** Some other widget has the focus that has its own use for arrows, Enter and the like: a button, a link, a player. */
  readonly widget: boolean
  /** That widget is a text to be read, which keys scroll. */
  readonly reading: boolean
}

const widgetKeys = new Set([
  'Enter',
  'Space',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown'
])

/**
 * Whether an action may fire for a press (press.ts); a key never does two things at once.
 * @param mac whether Option writes characters
 */
export function mayFire(
  action: Pick<ActionDefinition, 'whileTyping'>,
  press: string,
  where: PressedIn,
  mac = false
): boolean {
  if (where.dialogOpen) return false
  if (where.typing) return action.whileTyping === true && writesNothing(press, mac)
  if (where.widget && !press.startsWith('$mod+') && widgetKeys.has(keyOf(press)))
    return where.reading && press === 'Shift+Enter'
  return true
}
