/** Names of the console's own settings that matter before its first paint. */
const SCHEME_SETTING = 'appearance.scheme'

export type Scheme = 'light' | 'dark' | 'system'

/** Which colours the user chose in the console. */
export function schemeOf(settings: Record<string, unknown>): Scheme {
  const chosen = settings[SCHEME_SETTING]
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system'
}

/** The colour of the window until the console has painted over it, so that nothing flashes. */
export function backgroundOf(dark: boolean): string {
  return dark ? '#17181c' : '#ffffff'
}
