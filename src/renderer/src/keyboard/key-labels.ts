import { t } from '../i18n/t.ts'

const names: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Enter: '↵',
  Plus: '+',
  PageDown: 'Page ↓',
  PageUp: 'Page ↑'
}

/**
 * A key sequence (press.ts) as the caps to show, press by press: `$mod+Shift+Enter` → `[['⌘','⇧','↵']]`.
 * @param mac whether `$mod` is the command key
 */
export function keyLabels(keys: string, mac: boolean): string[][] {
  const modifiers: Record<string, string> = mac
    ? { $mod: '⌘', Shift: '⇧', Alt: '⌥', Control: '⌃' }
    : { $mod: 'Ctrl', Shift: 'Shift', Alt: 'Alt', Meta: 'Win' }
  return keys
    .split(' ')
    .map((press) =>
      press.split('+').map((part) => modifiers[part] ?? names[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    )
}

/** The same as plain text, for screen readers and searching: `G then I`, `Ctrl+↵`. */
export function keyText(keys: string, mac: boolean): string {
  return keyLabels(keys, mac)
    .map((press) => press.join(mac ? '' : '+'))
    .join(` ${t('then||between key presses')} `)
}

/** The value of `aria-keyshortcuts`, or undefined when there are only sequences, which it cannot express. */
export function ariaKeys(keys: readonly string[], mac: boolean): string | undefined {
  const presses = keys.filter((one) => !one.includes(' '))
  if (presses.length === 0) return undefined
  return presses.map((press) => press.replace('$mod', mac ? 'Meta' : 'Control')).join(' ')
}

export function isMac(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iP(hone|ad|od)/.test(navigator.platform)
}
