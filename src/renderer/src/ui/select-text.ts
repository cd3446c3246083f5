/** Selects a part of a text field and brings it into view: a field scrolls by itself only to what is typed. */
export function selectText(field: HTMLTextAreaElement, [start, end]: readonly [number, number]): void {
  field.focus()
  field.setSelectionRange(start, end)
  const share = start / Math.max(1, field.value.length)
  field.scrollTop = share * field.scrollHeight - field.clientHeight / 2
}
