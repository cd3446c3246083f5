const INVISIBLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g

/** Text from outside as it may be shown: control characters become visible instead of doing something. */
export function plainText(text: string): string {
  return text.replace(INVISIBLE, '\u{FFFD}')
}
