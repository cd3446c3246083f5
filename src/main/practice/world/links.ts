import { createHash } from 'node:crypto'
import type { WorldLink } from './types.ts'

const ADDRESS = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/g
const POST = /^https?:\/\/(?:www\.)?(?:x|twitter)\.com\/[^/]+\/status\/(\d{1,19})/

/**
 * What X does with a text: each address becomes a t.co address of 23 characters with an entity beside it.
 * @returns the new text, its links (offsets in code points) and the ids of posts linked to.
 */
export function shortenLinks(text: string, eventId: string): { text: string; links: WorldLink[]; postIds: string[] } {
  const links: WorldLink[] = []
  const postIds: string[] = []
  let result = ''
  let from = 0
  for (const match of text.matchAll(ADDRESS)) {
    const expanded = match[0]
    result += text.slice(from, match.index)
    from = match.index + expanded.length
    if (expanded.startsWith('https://t.co/')) {
      result += expanded
      continue
    }
    const url = shortAddress(`${eventId} ${links.length} ${expanded}`)
    const start = codePoints(result)
    result += url
    links.push({ start, end: start + codePoints(url), url, expanded, display: displayAddress(expanded) })
    const postId = POST.exec(expanded)?.[1]
    if (postId !== undefined) postIds.push(postId)
  }
  return { text: result + text.slice(from), links, postIds }
}

/** A message with a medium ends with a link to it, as the recorded events of v1.1 show. */
export function appendMediaLink(
  text: string,
  links: readonly WorldLink[],
  eventId: string
): { text: string; links: WorldLink[] } {
  const url = shortAddress(`${eventId} media`)
  const start = codePoints(text) + 1
  const expanded = `https://twitter.com/messages/media/${eventId}`
  const display = `pic.twitter.com/${url.slice('https://t.co/'.length)}`
  return { text: `${text} ${url}`, links: [...links, { start, end: start + codePoints(url), url, expanded, display }] }
}

function shortAddress(seed: string): string {
  const code = createHash('sha256').update(seed).digest('base64').replace(/[+/=]/g, 'x').slice(0, 10)
  return `https://t.co/${code}`
}

function displayAddress(address: string): string {
  const bare = address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')
  return bare.length > 30 ? `${bare.slice(0, 29)}…` : bare
}

function codePoints(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}
