/** A link inside a text. `url` is what the text holds (t.co), `expanded` where it leads, `display` what to show. */
export interface Link {
  readonly url: string
  readonly expanded: string
  readonly display: string
}

export type MediaKind = 'photo' | 'gif' | 'video' | 'voice' | 'file'

/** What happened in a conversation. `message` is said by somebody, the others are member changes. */
export type EventKind = 'message' | 'join' | 'leave' | 'rename' | 'created'

/**
 * Where an own reply stands (DESIGN.md section 4). `sent` needs X's event id; `unknown` means that the answer was lost
 * and the conversation is read back before anything is sent again.
 */
export const outboxStates = ['held', 'queued', 'sending', 'sent', 'unknown', 'failed', 'needs-attention'] as const
export type OutboxState = (typeof outboxStates)[number]

export type Delivery = 'received' | OutboxState

/** X documents no limit for v2; v1.1 documented 10,000 characters (x-api.md 1.5). */
export const MAX_TEXT_LENGTH = 10_000

/** X ends the text of a message with a link to its own picture; the picture itself is shown instead. */
const OWN_MEDIA = /^(pic\.(twitter|x)\.com\/|((twitter|x)\.com|ton\.twitter\.com)\/(messages|dm)\/)/

/** Whether a link of a message with media only leads to that media. */
export function isOwnMediaLink(link: Link): boolean {
  return OWN_MEDIA.test(link.display.replace(/^https?:\/\/(www\.)?/, ''))
}

/** The text as people read it: X's short links stand for what they show, the one to the message's own picture for nothing. */
export function readableText(text: string, links: readonly Link[], hasMedia: boolean): string {
  let readable = text
  for (const link of links) {
    if (link.url === '') continue
    readable = readable.replaceAll(link.url, () => (hasMedia && isOwnMediaLink(link) ? '' : link.display))
  }
  return readable.trim()
}
