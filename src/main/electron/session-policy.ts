import type { Session } from 'electron'
import { isConsoleUrl } from './origin.ts'

/** What the console's own page may do. Everything else is denied, for everybody. */
const ALLOWED: ReadonlySet<string> = new Set([
  // "Copy" buttons.
  'clipboard-sanitized-write',
  // The full-screen button of a video in a thread.
  'fullscreen'
])

export function mayUse(permission: string, requestingUrl: string, isMainFrame: boolean): boolean {
  return ALLOWED.has(permission) && isMainFrame && isConsoleUrl(requestingUrl)
}

/** Only pictures and clips of a thread may be saved, and then the system's dialog asks where to. */
export function mayDownload(address: string): boolean {
  return isConsoleUrl(address) && (URL.parse(address)?.pathname.startsWith('/media/') ?? false)
}

/** Default deny, in the handler that asks and in the one that is asked silently. */
export function applySessionPolicy(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    callback(mayUse(permission, details.requestingUrl, details.isMainFrame))
  })
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin, details) =>
    mayUse(permission, details.requestingUrl ?? requestingOrigin, details.isMainFrame)
  )
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event, item) => {
    if (!mayDownload(item.getURL())) event.preventDefault()
  })
  // Chromium would fetch its dictionaries from Google's servers; macOS has its own.
  if (process.platform !== 'darwin') session.setSpellCheckerEnabled(false)
}
