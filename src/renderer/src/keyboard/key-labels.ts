const names: Record<string, string> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  Escape: 'Esc',
  Enter: '↵',
  BracketLeft: '[',
  BracketRight: ']'
}

/**
 * A key sequence in tinykeys' notation as the caps to show, press by press: `$mod+Shift+Enter` → `[['⌘','⇧','↵']]`.
 * @param mac whether `$mod` is the command key
 */
export function keyLabels(keys: string, mac: boolean): string[][] {
  const modifiers: Record<string, string> = mac
    ? { $mod: '⌘', Shift: '⇧', Alt: '⌥', Control: '⌃' }
    : { $mod: 'Ctrl', Shift: 'Shift', Alt: 'Alt', Control: 'Ctrl' }
  return keys.split(' ').map((press) =>
    press
      .split(/(?<=\w|\])\+/)
      .filter((part) => !part.startsWith('[') || part === '[')
      .map((part) => modifiers[part] ?? names[part] ?? (part.length === 1 ? part.toUpperCase() : part))
  )
}

/** The same as plain text, for `title` and screen readers: `G then I`, `Ctrl+↵`. */
export function keyText(keys: string, mac: boolean): string {
  return keyLabels(keys, mac)
    .map((press) => press.join(mac ? '' : '+'))
    .join(' then ')
}

/** The value of `aria-keyshortcuts`, or undefined for sequences, which it cannot express. */
export function ariaKeys(keys: string, mac: boolean): string | undefined {
  if (keys.includes(' ')) return undefined
  return keys
    .replace('$mod', mac ? 'Meta' : 'Control')
    .replace('[Shift]+', '')
    .replace('BracketLeft', '[')
    .replace('BracketRight', ']')
}

export function isMac(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iP(hone|ad|od)/.test(navigator.platform)
}
