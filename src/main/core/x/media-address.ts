import { XId } from '../../../shared/domain/ids.ts'

/** Where a media address really leads, and whether the sign-in goes along. */
export interface MediaTarget {
  readonly url: string
  readonly authorised: boolean
}

/** X's public file hosts: avatars, pictures, videos. They get no token. */
const PUBLIC_HOSTS = new Set(['pbs.twimg.com', 'video.twimg.com', 'abs.twimg.com'])
/** X's private file host of DM attachments; reached through the API instead (x-api.md 1.10). */
const PRIVATE_HOSTS = new Set(['ton.twitter.com', 'ton.x.com'])

/**
 * Decides what is fetched for a media address. A message must never make the console ask an arbitrary server, so
 * everything but X's own hosts is refused.
 * @returns null when the address is refused.
 */
export function mediaTarget(address: string, apiBase: string): MediaTarget | null {
  const url = URL.parse(address)
  if (url === null || url.username !== '' || url.password !== '') return null
  url.hash = ''
  if (url.origin === new URL(apiBase).origin) return { url: url.href, authorised: true }
  if (url.protocol !== 'https:' || url.port !== '') return null
  if (PUBLIC_HOSTS.has(url.hostname)) return { url: url.href, authorised: false }
  return PRIVATE_HOSTS.has(url.hostname) ? throughApi(url, apiBase) : null
}

/** `…/dm/{dm_id}/{media_id}/{file}`, the file perhaps with a size (`:large`), to the API's own download. */
function throughApi(url: URL, apiBase: string): MediaTarget | null {
  const parts = /\/dm\/(\d+)\/(\d+)\/([A-Za-z0-9_.-]{1,50})(?::[a-z]+)?$/.exec(url.pathname)
  const [, messageId, mediaId, file] = parts ?? []
  if (messageId === undefined || mediaId === undefined || file === undefined || /^\.+$/.test(file)) return null
  if (!XId.safeParse(messageId).success || !XId.safeParse(mediaId).success) return null
  return { url: `${apiBase}/2/dm_conversations/media/${messageId}/${mediaId}/${file}`, authorised: true }
}
