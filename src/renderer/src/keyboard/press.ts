/**
 * One press of a key, written in one way only: `$mod+Shift+Enter`, `Shift+e`, `?`, `ArrowDown`. `$mod` is the command key
 * on a Mac and Ctrl elsewhere. Characters are named by what they write, not by where they lie: `/` is `/` on a German
 * keyboard, too, where it takes Shift. Shift therefore counts for letters, for keys with a name, and for digits beside
 * another modifier, which are digits by their place: what Shift writes there differs from keyboard to keyboard.
 * @module
 */

/** What of a keyboard event matters here. */
export interface PressEvent {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  getModifierState(name: 'AltGraph'): boolean
}

interface Modifiers {
  readonly control: boolean
  readonly meta: boolean
  readonly alt: boolean
  readonly shift: boolean
}

const NAMED =
  /^(Enter|Escape|Tab|Space|Plus|Backspace|Delete|Insert|Home|End|PageUp|PageDown|Arrow(Up|Down|Left|Right)|F([1-9]|1\d|2[0-4])|ContextMenu)$/

/** Presses. */
const LONGEST_SEQUENCE = 3

function isCharacter(key: string): boolean {
  return [...key].length === 1
}

function isLetter(key: string): boolean {
  return isCharacter(key) && key.toLowerCase() !== key.toUpperCase()
}

function write(key: string, modifiers: Modifiers, mac: boolean): string {
  const name = key === ' ' ? 'Space' : key === '+' ? 'Plus' : isLetter(key) ? key.toLowerCase() : key
  const named = name.length > 1 && name !== 'Plus'
  const digit = /^\d$/.test(key) && (modifiers.control || modifiers.meta || modifiers.alt)
  const withShift = modifiers.shift && (isLetter(key) || named || digit)
  return [
    (mac ? modifiers.meta : modifiers.control) ? '$mod+' : '',
    mac && modifiers.control ? 'Control+' : '',
    !mac && modifiers.meta ? 'Meta+' : '',
    modifiers.alt ? 'Alt+' : '',
    withShift ? 'Shift+' : '',
    name
  ].join('')
}

/**
 * What a key event may mean, the most likely first. The second reading is by the place of the key: on a Russian or Greek
 * keyboard the key that says `j` elsewhere works like `j`, and on a French one the digits work without Shift; beside Ctrl,
 * Alt and the like they work with Shift on any.
 * @returns nothing for keys that are no press of their own: modifiers, dead keys, input methods
 */
export function pressesOf(event: PressEvent, mac: boolean): string[] {
  const { key, code } = event
  const modifiers: Modifiers = {
    control: event.ctrlKey,
    meta: event.metaKey,
    alt: event.altKey,
    shift: event.shiftKey
  }
  const altGraph = event.getModifierState('AltGraph')
  const readings: string[] = []
  if (isCharacter(key)) {
    // AltGr (on Windows: Ctrl and Alt; on a Mac: Option) helps to write a character, as Shift does.
    const composed = altGraph || (mac && event.altKey && !event.ctrlKey && !event.metaKey)
    readings.push(write(key, composed ? { ...modifiers, control: false, alt: false } : modifiers, mac))
  } else if (NAMED.test(key)) {
    readings.push(write(key, modifiers, mac))
  }
  if (altGraph) return readings
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter !== undefined && (key === 'Dead' || (isCharacter(key) && (key.codePointAt(0) ?? 0) > 127))) {
    readings.push(write(letter, modifiers, mac))
  }
  const digit = /^Digit(\d)$/.exec(code)?.[1]
  const beside = event.ctrlKey || event.metaKey || event.altKey
  if (digit !== undefined && key !== digit && isCharacter(key) && (beside || !event.shiftKey)) {
    readings.push(write(digit, modifiers, mac))
  }
  return readings
}

/** One press as somebody may have written it, canonically; null for nonsense. */
function parsePress(text: string, mac: boolean): string | null {
  const parts = text.split('+')
  const key = parts.pop() ?? ''
  const given = new Set(parts)
  if (given.size !== parts.length || parts.some((part) => !/^(\$mod|Control|Meta|Alt|Shift)$/.test(part))) return null
  const character = isCharacter(key) && key.trim() !== ''
  if (!character && !NAMED.test(key)) return null
  return write(
    key,
    {
      control: given.has('Control') || (!mac && given.has('$mod')),
      meta: given.has('Meta') || (mac && given.has('$mod')),
      alt: given.has('Alt'),
      shift: given.has('Shift')
    },
    mac
  )
}

/** A sequence of presses (`g i`, `$mod+k`) in the one way of writing it; null for nonsense. */
export function parseKeys(text: string, mac: boolean): string | null {
  const presses = text.split(' ').map((press) => parsePress(press, mac))
  if (presses.length > LONGEST_SEQUENCE || presses.includes(null)) return null
  return presses.join(' ')
}

/** Whether a press writes no text, so that it can mean something in a text field. */
export function writesNothing(press: string, mac: boolean): boolean {
  if (/^(\$mod|Control|Meta)\+/.test(press)) return true
  if (press.startsWith('Alt+')) return !mac
  return press === 'Escape' || /^(Shift\+)?F\d/.test(press)
}

/** The key of a press, without its modifiers. */
export function keyOf(press: string): string {
  return press.slice(press.lastIndexOf('+') + 1)
}
