import { Notification } from 'electron'
import { createNotifier, type Notifier } from './notifications.ts'

/** Notifications of the desktop; a click brings the window to the front. */
export function systemNotifier(reveal: () => void): Notifier {
  return createNotifier({
    create: (words) => (Notification.isSupported() ? new Notification(words) : null),
    reveal
  })
}
