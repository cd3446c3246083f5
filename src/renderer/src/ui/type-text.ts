/**
 * Writes into a text field as if it had been typed: the field's own undo takes it back, and React hears of it.
 * @param span what it replaces, in UTF-16 units
 */
export function typeText(field: HTMLTextAreaElement, span: readonly [number, number], text: string): void {
  field.focus()
  field.setSelectionRange(span[0], span[1])
  // The one way into a field's undo history; there is no successor to it.
  const typed = document.execCommand(text === '' ? 'delete' : 'insertText', false, text)
  if (typed) return
  field.setRangeText(text, span[0], span[1], 'end')
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
