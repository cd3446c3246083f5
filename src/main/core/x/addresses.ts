import { AppError } from '../../../shared/contract/errors.ts'

export const X_AUTH_BASE = 'https://x.com'

/** Whether a URL's host is this machine itself (`url.hostname`; IPv6 comes in brackets). */
export function isLoopbackHost(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname)
}

/**
 * Checks the address of an API or sign-in server: https, or plain http to this machine (tokens travel there).
 * @returns the address without a trailing slash.
 * @throws AppError invalid-input with a sentence for people.
 */
export function checkedBase(text: string): string {
  const url = URL.parse(text.trim())
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw new AppError('invalid-input', 'The server address is not a web address. Write it like https://api.x.com.')
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new AppError('invalid-input', 'The server address may not hold a name, a password, a "?" or a "#".')
  }
  if (url.protocol === 'http:' && !isLoopbackHost(url.hostname)) {
    throw new AppError(
      'invalid-input',
      'Plain http is only allowed to this machine (127.0.0.1), because the sign-in would travel unprotected. Use https.'
    )
  }
  return url.href.replace(/\/+$/, '')
}
