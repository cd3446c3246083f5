import type { NoticeResult } from '../../shared/bridge.ts'

/** The part of Electron's Notification that is used here; tests bring another. */
export interface SystemNotice {
  on(event: 'click' | 'close' | 'failed', listener: () => void): unknown
  show(): void
  close(): void
}

export interface Notifier {
  /** Resolves when the notice is gone, and says whether somebody clicked it. */
  show(words: NoticeWords): Promise<NoticeResult>
}

export interface NoticeWords {
  readonly title: string
  readonly body: string
  /** Without the desktop's own sound. */
  readonly silent: boolean
}

/**
 * Shows one notification at a time: a newer one takes the place of the one before, so that a morning's news is one line
 * and not a pile.
 * @param parts.create makes a notice of the desktop; null where it has none
 * @param parts.reveal brings the window to the front, for a click
 */
export function createNotifier(parts: {
  readonly create: (words: NoticeWords) => SystemNotice | null
  readonly reveal: () => void
}): Notifier {
  let end: ((result: NoticeResult) => void) | null = null
  return {
    show(words) {
      end?.('gone')
      const notice = parts.create(words)
      if (notice === null) return Promise.resolve('gone')
      return new Promise((resolve) => {
        const finish = (result: NoticeResult): void => {
          if (end !== finish) return
          end = null
          notice.close()
          resolve(result)
        }
        end = finish
        notice.on('click', () => {
          parts.reveal()
          finish('clicked')
        })
        notice.on('close', () => finish('gone'))
        notice.on('failed', () => finish('gone'))
        notice.show()
      })
    }
  }
}
