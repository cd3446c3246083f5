import { randomUUID } from 'node:crypto'
import { app, powerMonitor } from 'electron'
import type { Translate } from '../../shared/i18n/message.ts'
import type { CoreHost } from './core-host.ts'
import type { Notifier } from './notifications.ts'
import { watchNotices } from './windowless-notices.ts'

/**
 * What the system tells: the computer is awake again; the app's icon was clicked. On macOS the app lives on without a
 * window: then its icon opens one, and so does a notification.
 */
export function followSystem(parts: {
  readonly core: Pick<CoreHost, 'open' | 'resumed'>
  readonly notifier: Notifier
  /** Whether the console has a window; those of conversations tell no news. */
  readonly hasWindow: () => boolean
  readonly openWindow: () => void
  readonly t: Translate
}): void {
  const { core, notifier, hasWindow, openWindow, t } = parts
  powerMonitor.on('resume', () => core.resumed())
  app.on('activate', () => {
    if (!hasWindow()) openWindow()
  })
  if (process.platform === 'darwin') {
    watchNotices({ open: () => core.open(), newId: randomUUID, hasWindow, openWindow, notifier, t })
  }
}
