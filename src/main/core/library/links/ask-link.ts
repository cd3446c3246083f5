import { assertNever } from '../../../../shared/assert-never.ts'
import type { LinkAnswer, LinkTrouble } from '../../../../shared/domain/library/link.ts'
import type { Clock, OpenWeb, WebAnswer } from '../../deps.ts'
import { type Deadline, Interrupted, startDeadline } from '../../x/deadline.ts'
import { leadsNowhere } from '../findings/text-marks.ts'
import type { Turns } from './turns.ts'

/** For one link with all that it is passed on to, ms. */
const TIME_LIMIT = 10_000
const MOST_REDIRECTS = 5
/** Neither who asks nor where the link stands. */
export const LINK_HEADERS = { 'user-agent': 'Backchannel link check', accept: '*/*' } as const
const REDIRECTS = new Set([301, 302, 303, 307, 308])
const GONE = new Set([404, 410])
/** Hosts that do not care for HEAD answer it so, also where a reader would find the page. */
const ASKED_AGAIN = new Set([403, 404, 405, 410, 501])

export interface LinkAsking {
  readonly web: OpenWeb
  readonly clock: Clock
  /** One at a time per host. */
  readonly turns: Turns
  readonly signal: AbortSignal
}

/**
 * Asks whether a link still leads somewhere. Only a host that does not exist and an answer of 404 or 410 say that it does
 * not; whatever else goes wrong tells nothing.
 * @throws {Interrupted} cancelled, when `signal` is
 */
export async function askLink(address: string, asking: LinkAsking): Promise<LinkAnswer> {
  const { clock, turns, signal } = asking
  let url = new URL(address)
  let deadline: Deadline | null = null
  try {
    for (let passed = 0; passed <= MOST_REDIRECTS; passed += 1) {
      if (passed > 0 && !mayBeAsked(url)) return unknown('passed-on')
      const at = url
      const answer = await turns.take(at.hostname, () => {
        // Its time begins when it is its turn.
        deadline ??= startDeadline(clock, TIME_LIMIT, signal)
        return exchange(asking.web, at, deadline)
      })
      if (answer.kind !== 'answer') return withoutAnswer(answer.kind)
      const { status, location } = answer
      if (!REDIRECTS.has(status)) return judged(status)
      const next = location === null ? null : URL.parse(location, url.href)
      if (next === null) return unknown('answered', status)
      url = next
    }
    return unknown('redirects')
  } catch (error) {
    if (error instanceof Interrupted && error.why === 'timeout') return unknown('timeout')
    throw error
  } finally {
    endOf(deadline)
  }
}

async function exchange(web: OpenWeb, url: URL, deadline: Deadline): Promise<WebAnswer> {
  const { signal } = deadline
  const ask = (method: 'HEAD' | 'GET'): Promise<WebAnswer> => {
    // It may have been stopped, or be too late, while it waited for its turn.
    signal.throwIfAborted()
    return deadline.within(web.ask({ url, method, headers: LINK_HEADERS, signal }))
  }
  const answer = await ask('HEAD')
  return answer.kind === 'answer' && ASKED_AGAIN.has(answer.status) ? ask('GET') : answer
}

function mayBeAsked(url: URL): boolean {
  return url.protocol === 'https:' && url.username === '' && url.password === '' && !leadsNowhere(url)
}

function judged(status: number): LinkAnswer {
  if (status >= 200 && status < 300) return { outcome: 'lives', status }
  return GONE.has(status) ? { outcome: 'dead', status } : unknown(status === 429 ? 'busy' : 'answered', status)
}

function withoutAnswer(kind: Exclude<WebAnswer['kind'], 'answer'>): LinkAnswer {
  switch (kind) {
    case 'no-host':
      return { outcome: 'dead', status: null }
    case 'private':
    case 'certificate':
    case 'no-answer':
      return unknown(kind)
    default:
      return assertNever(kind)
  }
}

function unknown(trouble: LinkTrouble, status: number | null = null): LinkAnswer {
  return { outcome: 'unknown', trouble, status }
}

/** It is set within a callback, which the compiler does not follow. */
function endOf(deadline: Deadline | null): void {
  deadline?.end()
}
