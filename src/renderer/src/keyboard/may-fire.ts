import type { ActionDefinition } from './actions.ts'

/** Where a key was pressed, as far as it matters. */
export interface PressedIn {
  /** A text field, text area or select has the focus. */
  readonly typing: boolean
  readonly dialogOpen: boolean
  /** Some other widget has the focus that has its own use for arrows, Enter and the like: a button, a link, a player. */
  readonly widget: boolean
}

const widgetKeys = new Set([
  'Enter',
  ' ',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown'
])

/** Whether an action may fire for a press; a key never does two things at once. */
export function mayFire(
  action: ActionDefinition,
  press: { readonly key: string; readonly modified: boolean },
  where: PressedIn
): boolean {
  if (where.dialogOpen) return false
  if (where.typing) return action.whileTyping === true && (press.modified || press.key === 'Escape')
  if (where.widget && !press.modified && widgetKeys.has(press.key)) return false
  return true
}
