import type { WebContents } from 'electron'
import type { Log } from '../core/deps.ts'
import { isConsolePage } from './origin.ts'

/**
 * The address to hand to the system's browser.
 * @returns the parsed address written anew, or null for everything that is no web page: other schemes start programs.
 */
export function linkToOpen(address: string): string | null {
  const url = URL.parse(address)
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null
  // A name and password in front of the host serve to make one address look like another.
  return url.username === '' && url.password === '' ? url.href : null
}

export type NavigationDecision = 'stay' | 'allow' | 'open-outside'

/** What becomes of a navigation that a page wants: it never leaves the console. */
export function decideNavigation(address: string, isMainFrame: boolean): NavigationDecision {
  if (!isMainFrame) return 'stay'
  if (isConsolePage(address)) return 'allow'
  return linkToOpen(address) === null ? 'stay' : 'open-outside'
}

/** Keeps every page of the app where it is; links to the web open in the system's browser. */
export function guardContents(
  contents: WebContents,
  openLink: (address: string) => Promise<void>,
  log: Pick<Log, 'warn'>
): void {
  const openOutside = (address: string): void => {
    openLink(address).catch(() => log.warn('a link could not be opened'))
  }
  contents.on('will-frame-navigate', (event) => {
    const decision = decideNavigation(event.url, event.isMainFrame)
    if (decision === 'allow') return
    event.preventDefault()
    if (decision === 'open-outside') openOutside(event.url)
    else log.warn('a navigation was refused', { scheme: URL.parse(event.url)?.protocol })
  })
  const stay = (event: Electron.Event<{ url: string; isMainFrame: boolean }>): void => {
    if (decideNavigation(event.url, event.isMainFrame) !== 'allow') event.preventDefault()
  }
  contents.on('will-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    if (linkToOpen(url) !== null) openOutside(url)
    return { action: 'deny' }
  })
}
