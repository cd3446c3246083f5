import { isOwnMediaLink, type Link } from '../../../shared/domain/message.ts'
import { cleanText } from '../x/clean-text.ts'

/** What was sent. `text` is empty for a picture alone. */
export interface SentContent {
  readonly text: string
  readonly hasMedia: boolean
}

/** What X shows. */
export interface ShownContent {
  readonly text: string
  readonly links: readonly Link[]
  readonly hasMedia: boolean
}

/**
 * Whether a message that X shows says what was sent. X writes links as t.co, may escape &, < and >, drops white space at
 * the ends, and adds a link to a message's own picture.
 * @returns `maybe` where X does not say what a t.co link stands for: any link may have been there.
 */
export function sameMessage(sent: SentContent, shown: ShownContent): 'same' | 'maybe' | 'other' {
  if (sent.hasMedia !== shown.hasMedia) return 'other'
  const wanted = normal(sent.text)
  const links = new Map(shown.links.map((link) => [link.url, link]))
  const expanded = withLinks(shown.text, shown.links, (link) =>
    shown.hasMedia && isOwnMediaLink(link) ? '' : link.expanded
  )
  const readings = [expanded, unescape(expanded), shown.text, unescape(shown.text)].map(normal)
  if (readings.includes(wanted)) return 'same'
  // Links that X names nowhere: each may stand for one address of what was sent, or for the message's own picture.
  return [expanded, unescape(expanded)].some((text) => fitsAround(normal(text), wanted, links, shown.hasMedia))
    ? 'maybe'
    : 'other'
}

function withLinks(text: string, links: readonly Link[], stand: (link: Link) => string): string {
  const named = links.filter((link) => link.url !== '').toSorted((a, b) => b.url.length - a.url.length)
  if (named.length === 0) return text
  // All at once, the longest first, so that no link is taken for the beginning of another.
  const any = new RegExp(named.map((link) => RegExp.escape(link.url)).join('|'), 'gu')
  return text.replace(any, (url) => {
    const link = named.find((each) => each.url === url)
    return link ? stand(link) : url
  })
}

const SHORT = /(?:^|(?<=\s|\())t\.co\/\w+/gu

function fitsAround(shown: string, sent: string, links: ReadonlyMap<string, Link>, hasMedia: boolean): boolean {
  const unnamed = [...shown.matchAll(SHORT)].filter(([short]) => !links.has(`https://${short}`))
  if (unnamed.length === 0) return false
  let pattern = ''
  let from = 0
  for (const match of unnamed) {
    pattern += RegExp.escape(shown.slice(from, match.index))
    pattern += hasMedia ? '(?:\\S+\\.\\S+)?' : '\\S+\\.\\S+'
    from = match.index + match[0].length
  }
  pattern += RegExp.escape(shown.slice(from))
  return (
    new RegExp(`^\\s*${pattern}\\s*$`, 'u').test(hasMedia ? `${sent} ` : sent) ||
    new RegExp(`^${pattern}$`, 'u').test(sent)
  )
}

function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

/** Addresses without what X adds or drops, white space folded. */
function normal(text: string): string {
  return cleanText(text)
    .normalize('NFC')
    .replace(/https?:\/\/(?:www\.)?|\bwww\./gu, '')
    .replace(/\/(?=\s|$)/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}
