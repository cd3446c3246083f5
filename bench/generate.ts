import type { IncomingEvent } from '../src/main/core/sync/incoming.ts'
import { directConversationId } from '../src/shared/domain/ids.ts'

export const OWNER_ID = '1187295796443666456'

/** mulberry32: small, fast, and the same numbers on every machine. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const WORDS = (
  'order parcel delivery late refund card charged twice thanks hello please help broken candle mug teapot box arrived ' +
  'today yesterday week account password login app crash update size colour return label courier address invoice code ' +
  'discount summer gift wrapped number check waiting answer kindly sorry love great wonderful awful missing wrong item ' +
  'the a an my your our is was are were i you we they it this that and but or so because when where why how what which ' +
  'again still never always soon now later maybe really very quite rather too also only just even much many some any'
).split(' ')
const CJK = '注文荷物配送返金確認写真住所番号問題電話明日今日有難御座御願致待下'

/** Real DMs: p50 3, p90 20, max about 200 messages a conversation (data-perf.md A3). */
function conversationSize(random: () => number, mean: number): number {
  const drawn = Math.exp(random() * random() * 5.3)
  return Math.max(1, Math.min(200, Math.round((drawn * mean) / 6)))
}

/** Real texts: p50 55, p90 181, max 3,000 characters. */
export function text(random: () => number): string {
  if (random() < 0.02) {
    return Array.from({ length: 5 + Math.floor(random() * 40) }, () => CJK[Math.floor(random() * CJK.length)]).join('')
  }
  const words = Math.max(2, Math.min(400, Math.round(Math.exp(1 + random() * random() * 3.6 + random() * 1.2))))
  return Array.from({ length: words }, () => {
    // Squared, so that few words are common and many are rare, as in real talk.
    const place = random() * random()
    return place > 0.6
      ? `sku${Math.floor(random() * 20_000)}`
      : (WORDS[Math.floor((place / 0.6) * WORDS.length)] ?? 'the')
  }).join(' ')
}

/** X's id of a customer, by number. */
export function customerId(index: number): string {
  return String(700_000_000_000_000_000n + BigInt(index) * 7_919n)
}

/**
 * Events of `messages` messages in about `conversations` conversations, oldest first, in pages of `pageSize`.
 * @param options `days` before `end` (ms since 1970) is when conversations begin.
 */
export function* generate(options: {
  readonly messages: number
  readonly conversations: number
  readonly pageSize: number
  readonly seed: number
  readonly end: number
  readonly days: number
}): Generator<IncomingEvent[]> {
  const random = seededRandom(options.seed)
  const mean = options.messages / options.conversations
  const start = options.end - options.days * 86_400_000
  const events: { at: number; customer: string; outbound: boolean }[] = []
  for (let conversation = 0; events.length < options.messages; conversation += 1) {
    const customer = customerId(conversation % options.conversations)
    let at = start + random() * (options.end - start)
    const size = Math.min(conversationSize(random, mean), options.messages - events.length)
    for (let index = 0; index < size; index += 1) {
      // What would lie in the future falls somewhere into the last day.
      const placed = at > options.end ? options.end - random() * 86_400_000 : at
      events.push({ at: Math.floor(placed), customer, outbound: index > 0 && random() < 0.45 })
      at += 20_000 + random() * random() * 36_000_000
    }
  }
  events.sort((a, b) => a.at - b.at)
  let page: IncomingEvent[] = []
  let last = 0n
  for (const { at, customer, outbound } of events) {
    const carried = BigInt(at - 1_288_834_974_657) << 22n
    last = carried > last ? carried : last + 1n
    page.push({
      id: String(last),
      kind: 'message',
      conversationId: directConversationId(OWNER_ID, customer),
      at,
      senderId: outbound ? OWNER_ID : customer,
      text: text(random),
      links: [],
      media: [],
      reactions: [],
      userIds: [],
      name: null
    })
    if (page.length === options.pageSize) {
      yield page
      page = []
    }
  }
  if (page.length > 0) yield page
}
