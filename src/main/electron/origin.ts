/** The console's own scheme: a real origin, which `file:` pages do not have. */
export const APP_SCHEME = 'app'
export const APP_HOST = 'console'
export const CONSOLE_URL = `${APP_SCHEME}://${APP_HOST}/index.html`

/** True for an address of the console itself, by its parsed scheme and host. */
export function isConsoleUrl(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST
}

/** True for the console's page, in whatever state its hash and query are. */
export function isConsolePage(address: string): boolean {
  const url = URL.parse(address)
  return isConsoleUrl(address) && (url?.pathname === '/index.html' || url?.pathname === '/')
}
