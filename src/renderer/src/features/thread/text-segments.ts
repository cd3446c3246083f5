import { find } from 'linkifyjs'
import { isOwnMediaLink, type Link } from '../../../../shared/domain/message.ts'
import { plainText } from '../../ui/plain-text.ts'

/** A piece of a message as it is shown. */
export type Segment = {
  readonly text: string
  /** Its place in the message, in UTF-16 units: [from, to). */
  readonly from: number
  readonly to: number
  /** It is not what is written there: it stands for a short link. */
  readonly standsIn: boolean
} & ({ readonly kind: 'text' } | { readonly kind: 'link'; readonly href: string })

/**
 * A message's text as pieces of text and links. X's short links show what they stand for; other addresses are found.
 * Only http and https become links, and nothing here is ever markup.
 */
export function textSegments(text: string, links: readonly Link[], hasMedia: boolean): Segment[] {
  let segments: Segment[] = [written(text, 0)]
  for (const link of links) {
    if (link.url !== '') segments = segments.flatMap((segment) => replaceLink(segment, link, hasMedia))
  }
  const found = segments.flatMap((segment) =>
    segment.kind === 'text' && !segment.standsIn ? findLinks(segment) : [segment]
  )
  return trimEnd(found.map((segment) => ({ ...segment, text: plainText(segment.text) })))
}

function written(text: string, from: number): Segment {
  return { kind: 'text', text, from, to: from + text.length, standsIn: false }
}

function replaceLink(segment: Segment, link: Link, hasMedia: boolean): Segment[] {
  if (segment.standsIn || !segment.text.includes(link.url)) return [segment]
  const own = hasMedia && isOwnMediaLink(link)
  const href = safeHref(link.expanded)
  let from = segment.from
  return segment.text
    .split(link.url)
    .flatMap((text, index): Segment[] => {
      const place = { from, to: from + link.url.length, standsIn: true }
      if (index > 0) from = place.to
      const shown: Segment[] =
        own || index === 0
          ? []
          : [
              href === null
                ? { kind: 'text', text: link.display, ...place }
                : { kind: 'link', text: link.display, href, ...place }
            ]
      const rest = written(text, from)
      from = rest.to
      return [...shown, rest]
    })
    .filter((part) => part.text !== '')
}

function findLinks(segment: Segment): Segment[] {
  const { text, from } = segment
  const segments: Segment[] = []
  let position = 0
  for (const match of find(text, 'url', { defaultProtocol: 'https' })) {
    const href = safeHref(match.href)
    if (href === null) continue
    if (match.start > position) segments.push(written(text.slice(position, match.start), from + position))
    segments.push({
      kind: 'link',
      text: match.value,
      href,
      from: from + match.start,
      to: from + match.end,
      standsIn: match.value.length !== match.end - match.start
    })
    position = match.end
  }
  if (position < text.length) segments.push(written(text.slice(position), from + position))
  return segments
}

/** The address as the browser understands it, or null for anything but http and https. */
export function safeHref(address: string): string | null {
  const url = URL.parse(address)
  return url && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : null
}

function trimEnd(segments: Segment[]): Segment[] {
  const last = segments.at(-1)
  if (last?.kind !== 'text') return segments
  const text = last.text.trimEnd()
  return text === ''
    ? segments.slice(0, -1)
    : [...segments.slice(0, -1), last.standsIn ? { ...last, text } : { ...last, text, to: last.from + text.length }]
}

const LONGEST = 1_200
const MOST_LINES = 24
const CUT_AT = 700
const CUT_LINES = 14

/** The beginning of a text too long to show at once, cut between words; null when it fits. */
export function shortened(text: string): string | null {
  const lines = text.split('\n')
  if (text.length <= LONGEST && lines.length <= MOST_LINES) return null
  const head = lines.slice(0, CUT_LINES).join('\n').slice(0, CUT_AT)
  const space = head.search(/\s\S*$/)
  const cut = space > CUT_AT / 2 ? head.slice(0, space) : head
  // Half of a surrogate pair would show as a broken sign.
  return cut.replace(/[\uD800-\uDBFF]$/, '').trimEnd()
}
