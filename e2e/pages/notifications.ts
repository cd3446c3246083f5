import type { Page } from '@playwright/test'

/** A notification as the page asked for it. */
export interface ShownNotice {
  readonly title: string
  readonly body: string
}

interface Stub {
  permission: 'default' | 'granted' | 'denied'
  asked: number
  focused: boolean
  readonly shown: (ShownNotice & { closed: boolean; click(): void })[]
}

declare global {
  interface Window {
    notificationStub: Stub
  }
}

/**
 * Stands in for the browser's notifications, which a browser without a screen does not have, and for where somebody
 * looks. To be called before the page loads.
 */
export async function stubNotifications(page: Page, permission: Stub['permission']): Promise<void> {
  await page.addInitScript((given) => {
    const stub: Stub = { permission: given, asked: 0, focused: true, shown: [] }
    class RecordedNotification extends EventTarget {
      static get permission(): Stub['permission'] {
        return stub.permission
      }
      static async requestPermission(): Promise<Stub['permission']> {
        stub.asked += 1
        if (stub.permission === 'default') stub.permission = 'granted'
        return stub.permission
      }
      readonly #entry: Stub['shown'][number]
      constructor(title: string, options: { body?: string } = {}) {
        super()
        const click = (): void => void this.dispatchEvent(new Event('click'))
        this.#entry = { title, body: options.body ?? '', closed: false, click }
        stub.shown.push(this.#entry)
      }
      close(): void {
        this.#entry.closed = true
      }
    }
    Object.assign(globalThis, { notificationStub: stub, Notification: RecordedNotification })
    document.hasFocus = () => stub.focused
  }, permission)
}

export function notificationsPage(page: Page) {
  return {
    look: (focused: boolean): Promise<void> =>
      page.evaluate((value) => {
        window.notificationStub.focused = value
        window.dispatchEvent(new Event(value ? 'focus' : 'blur'))
      }, focused),
    shown: (): Promise<ShownNotice[]> =>
      page.evaluate(() => window.notificationStub.shown.map(({ title, body }) => ({ title, body }))),
    asked: (): Promise<number> => page.evaluate(() => window.notificationStub.asked),
    click: (index: number): Promise<void> => page.evaluate((at) => window.notificationStub.shown[at]?.click(), index)
  }
}
