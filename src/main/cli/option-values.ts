import { InvalidArgumentError } from 'commander'
import { parseHandle } from '../../shared/domain/handle.ts'

/** @throws {InvalidArgumentError} unless it is a whole number from `least` to `most`. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (!/^\d+$/.test(text) || value < least || value > most) {
      throw new InvalidArgumentError(`It is a whole number from ${least} to ${most}.`)
    }
    return value
  }
}

/** @throws {InvalidArgumentError} */
export function dollars(text: string): number {
  if (!/^\d+(\.\d+)?$/.test(text)) throw new InvalidArgumentError('It is an amount in US dollars, like 0.50.')
  return Number(text)
}

/** @returns ms since 1970. @throws {InvalidArgumentError} */
export function isoTime(text: string): number {
  const time = Date.parse(text)
  if (!/^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:?\d{2})?)?$/i.test(text) || Number.isNaN(time)) {
    throw new InvalidArgumentError('It is an ISO date like 2026-11-23 or 2026-11-23T09:00:00Z.')
  }
  return time
}

/** @throws {InvalidArgumentError} unless it is an X id. */
export function xId(text: string): string {
  if (!/^\d{1,19}$/.test(text)) throw new InvalidArgumentError('It is an X id: digits only.')
  return text
}

/** @throws {InvalidArgumentError} unless it is an X id, a handle with its @, or the address of a profile. */
export function person(text: string): string {
  if (/^\d{1,19}$/.test(text)) return text
  if (/^@|\.com\//.test(text) && parseHandle(text) !== null) return text
  throw new InvalidArgumentError('It is an X id (digits only) or a handle with its @, like @anas_silva.')
}

/**
 * The address of an API or sign-in server. Tokens travel there, so plain http is for this machine only; the core checks
 * it again.
 * @throws {InvalidArgumentError}
 */
export function serverAddress(text: string): string {
  const url = URL.parse(text)
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw new InvalidArgumentError('It is a web address like https://api.x.com.')
  }
  const loopback = url.hostname === 'localhost' || url.hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(url.hostname)
  if (url.protocol === 'http:' && !loopback) {
    throw new InvalidArgumentError('Plain http is accepted for loopback addresses (127.0.0.1) only. Use https.')
  }
  return text
}
