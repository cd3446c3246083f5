/** What decides where the letters of a field stand. */
const COPIED = [
  'boxSizing',
  'direction',
  'fontFamily',
  'fontFeatureSettings',
  'fontSize',
  'fontWeight',
  'letterSpacing',
  'lineHeight',
  'overflowWrap',
  'paddingBlockEnd',
  'paddingBlockStart',
  'paddingInlineEnd',
  'paddingInlineStart',
  'tabSize',
  'wordSpacing'
] as const

/**
 * Where the line of a place in a text field begins: pixels below the field's upper edge, as it is scrolled now. Browsers
 * do not say, so a copy of the text is measured: not to be asked with each letter.
 * @param at offset into the text, UTF-16 units
 */
export function caretLine(field: HTMLTextAreaElement, at: number): number {
  const copy = document.createElement('div')
  const style = getComputedStyle(field)
  for (const property of COPIED) copy.style[property] = style[property]
  copy.style.position = 'absolute'
  copy.style.visibility = 'hidden'
  copy.style.whiteSpace = 'pre-wrap'
  copy.style.width = `${field.clientWidth}px`
  copy.textContent = field.value.slice(0, at)
  const place = document.createElement('span')
  place.textContent = '\u200B'
  copy.append(place)
  document.body.append(copy)
  const { offsetTop } = place
  copy.remove()
  return offsetTop - field.scrollTop
}
