import type { PressedIn } from './may-fire.ts'

const TYPING = 'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable=true]'
const WIDGET = 'button, a[href], audio, video, summary, [role=separator], [role=tab], [role=radio], [role=log], input'

/** What a key pressed in this element is pressed in. */
export function pressedIn(element: Element | null): PressedIn {
  const target = element ?? document.body
  const widget = target.closest(WIDGET)
  return {
    typing: target.closest(TYPING) !== null,
    dialogOpen: document.querySelector('[aria-modal=true]') !== null || target.closest('[role=menu]') !== null,
    widget: widget !== null,
    reading: widget?.matches('[role=log]') === true
  }
}

/** What a key writes; null for one that writes nothing. */
export function textOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'getModifierState'>): string | null {
  if ((event.ctrlKey || event.metaKey) && !event.getModifierState('AltGraph')) return null
  if (event.key === 'Enter') return '\n'
  return [...event.key].length === 1 ? event.key : null
}

/** Writes at the cursor, as if it were typed. @returns false where there is no text to write in */
export function writeText(element: Element | null, text: string): boolean {
  if (!(element instanceof HTMLTextAreaElement)) return false
  element.setRangeText(text, element.selectionStart, element.selectionEnd, 'end')
  element.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }))
  return true
}
