/** What the browser lets this page do: `none` where there are no notifications at all. */
export type Permission = NotificationPermission | 'none'

export function browserPermission(): Permission {
  return 'Notification' in globalThis ? Notification.permission : 'none'
}

/** Asks the person, where the browser still lets a page ask. Only ever called because of a click or a key. */
export async function askPermission(): Promise<Permission> {
  return browserPermission() === 'default' ? Notification.requestPermission() : browserPermission()
}

let current: Notification | null = null

/**
 * Shows a notification of the browser, in place of the one before.
 * @param tag the same in all tabs of a desk: the browser shows one of them
 */
export function showBrowserNotice(
  words: { readonly title: string; readonly body: string; readonly silent: boolean },
  tag: string,
  onClick: () => void
): void {
  if (browserPermission() !== 'granted') return
  current?.close()
  const notice = new Notification(words.title, { body: words.body, tag, silent: words.silent })
  current = notice
  notice.addEventListener('click', () => {
    window.focus()
    notice.close()
    onClick()
  })
}
