import type { Port } from '../../shared/contract/frames.ts'
import { CoreClient } from '../../shared/core-client.ts'
import { isNewNotice, noticeWords, type SeenNotice } from '../../shared/domain/attention.ts'
import type { Translate } from '../../shared/i18n/message.ts'
import type { Notifier } from './notifications.ts'

/**
 * Tells of news while no window is open to do it (on macOS the app lives on without one); a click opens a window.
 * @param parts.open a new client of the core; its port closes when the core is started again
 */
export function watchNotices(parts: {
  readonly open: () => Port
  readonly newId: () => string
  readonly hasWindow: () => boolean
  readonly openWindow: () => void
  readonly notifier: Notifier
  readonly t: Translate
}): void {
  const { open, hasWindow, openWindow, notifier, t } = parts
  const client = new CoreClient(parts.newId)
  let seen: SeenNotice

  const attach = (): void => {
    const port = open()
    client.attach(port)
    port.onClose(attach)
  }
  attach()
  client.subscribe('attention.notice', {}, ({ status, rows: [notice] }) => {
    if (status !== 'ready') return
    const fresh = isNewNotice(seen, notice)
    seen = notice?.id ?? null
    if (!fresh || hasWindow()) return
    void notifier.show({ ...noticeWords(notice, t), silent: notice.sound !== 'system' }).then((result) => {
      if (result === 'clicked' && !hasWindow()) openWindow()
    })
  })
}
