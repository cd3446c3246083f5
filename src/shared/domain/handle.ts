/** First segments of x.com addresses that are places of X and nobody's profile. */
const PLACES = new Set([
  'compose',
  'explore',
  'hashtag',
  'home',
  'i',
  'intent',
  'jobs',
  'login',
  'logout',
  'messages',
  'notifications',
  'privacy',
  'search',
  'settings',
  'share',
  'signup',
  'tos'
])

const ADDRESS = /^(?:https?:\/\/)?(?:www\.|mobile\.)?(?:x|twitter)\.com\/(?:#!\/)?@?([^/?#]*)/i

/** X refuses longer ones, although a few old accounts have them. */
const HANDLE = /^[A-Za-z0-9_]{1,15}$/

/**
 * The handle in what somebody typed or pasted: `anas`, `@anas`, `https://x.com/anas/status/1?s=20`.
 * @returns without the @; null when it can be nobody's.
 */
export function parseHandle(typed: string): string | null {
  const text = typed.trim()
  const address = ADDRESS.exec(text)
  const name = address ? (address[1] ?? '') : text.replace(/^@/, '')
  if (!HANDLE.test(name)) return null
  return address && PLACES.has(name.toLowerCase()) ? null : name
}
