import type { Clock, Log } from '../deps.ts'
import { problemDocuments, problemOfAnswer } from './classify-answer.ts'
import { problemOfFailure } from './classify-failure.ts'
import { Interrupted, startDeadline, type Deadline } from './deadline.ts'
import { discard, isRedirect } from './exchange.ts'
import { createLineSplitter } from './line-splitter.ts'
import { type ActivityLine, parseActivityLine } from './parse-activity.ts'
import { parseJson } from './parse-json.ts'
import { malformed, type XProblem } from './problem.ts'
import { rateSnapshots, retryTime } from './rate.ts'

export type StreamState =
  | { readonly state: 'connecting' | 'live'; readonly since: number }
  /** `refused`: X does not allow it, and only a person or X can change that. It is tried again all the same. */
  | {
      readonly state: 'waiting' | 'refused'
      readonly since: number
      readonly problem: XProblem
      readonly retryAt: number
    }

/** The connection to the app's Activity stream, kept up until it is closed. */
export interface ActivityStream {
  state(): StreamState
  /** Tries at once instead of at the planned time. */
  retryNow(): void
  /** Ends the connection; resolves when nothing of it is left. */
  close(): Promise<void>
}

export interface ActivityStreamDeps {
  readonly apiBase: string
  readonly appBearer: string
  readonly fetch: typeof fetch
  readonly clock: Clock
  readonly log: Log
  readonly onLine: (line: ActivityLine) => void
  /** After each change of `state()`; `live` each time the connection stands anew. */
  readonly onState: (state: StreamState) => void
}

/** X sends a byte at least every 20 s; one second more for the way. */
const SILENCE_MS = 21_000
const HEADERS_MS = 20_000
const MAX_ERROR_BODY = 64 * 1024

// X's reconnect rules (x-api.md 3.1): lost connections linearly, refusals by doubling.
const LOST_STEP_MS = 250
const LOST_LONGEST_MS = 16_000
const HTTP_FIRST_MS = 5_000
const HTTP_LONGEST_MS = 320_000
const LIMIT_FIRST_MS = 60_000
const LIMIT_LONGEST_MS = 960_000
/** Credits, packages and permissions are mended by people: asking often helps nobody. */
const REFUSED_MS = 15 * 60_000

type Ending = 'lost' | 'http' | 'limit' | 'refused'

/** Opens the stream and keeps it open. Never throws; what stands in the way shows in `state()`. */
export function openActivityStream(deps: ActivityStreamDeps): ActivityStream {
  const { clock, log } = deps
  const closing = new AbortController()
  const failures: Record<Ending, number> = { lost: 0, http: 0, limit: 0, refused: 0 }
  let state: StreamState = { state: 'connecting', since: clock.now() }
  let wake: (() => void) | null = null

  const show = (next: StreamState): void => {
    state = next
    if (!closing.signal.aborted) deps.onState(next)
  }

  const run = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      if (state.state !== 'connecting') show({ state: 'connecting', since: clock.now() })
      const { ending, problem, retryAt } = await connectOnce()
      if (closing.signal.aborted) return
      failures[ending] += 1
      const delay = Math.max(delayAfter(ending, failures[ending]), (retryAt ?? 0) - clock.now())
      log.info('the live connection ended', { kind: problem.kind, status: problem.status, delay })
      const refused = ending === 'refused' || problem.kind === 'unauthorized'
      const now = clock.now()
      show({ state: refused ? 'refused' : 'waiting', since: now, problem, retryAt: now + delay })
      await pause(delay)
    }
  }

  const pause = (delay: number): Promise<void> =>
    new Promise((resolve) => {
      const cancel = clock.after(delay, resolve)
      wake = () => {
        cancel()
        resolve()
      }
    })

  const connectOnce = async (): Promise<{ ending: Ending; problem: XProblem; retryAt: number | null }> => {
    const deadline = startDeadline(clock, HEADERS_MS, closing.signal)
    let status: number | null = null
    try {
      const response = await deadline.within(
        deps.fetch(`${deps.apiBase}/2/activity/stream`, {
          headers: {
            accept: 'application/json',
            authorization: `Bearer ${deps.appBearer}`,
            'user-agent': 'Backchannel'
          },
          redirect: 'manual',
          signal: deadline.signal
        })
      )
      status = response.status
      if (status !== 200 || response.body === null || isRedirect(response)) return await refusal(response, deadline)
      show({ state: 'live', since: clock.now() })
      await readLines(response.body, deadline)
      return { ending: 'lost', problem: endedBy('X ended the live connection.'), retryAt: null }
    } catch (error) {
      const silent = status === 200 && error instanceof Interrupted && error.why === 'timeout'
      const problem = silent
        ? endedBy('X fell silent on the live connection.')
        : // Not the cause of an answer that broke off: the stream has no end that could be missed.
          problemOfFailure(error, status)
      return { ending: 'lost', problem, retryAt: null }
    } finally {
      deadline.end()
    }
  }

  const readLines = async (body: ReadableStream<Uint8Array>, deadline: Deadline): Promise<void> => {
    const reader = body.getReader()
    const splitter = createLineSplitter(
      (line) => {
        if (line.trim() !== '') deps.onLine(parseActivityLine(line))
      },
      () => log.warn('a line of the live connection was too long and was dropped')
    )
    try {
      deadline.restart(SILENCE_MS)
      for (;;) {
        const { done, value } = await deadline.within(reader.read())
        if (done) return
        deadline.restart(SILENCE_MS)
        // Only a connection that carries something is a good one; one that closes at once waits longer each time.
        for (const ending of ['lost', 'http', 'limit', 'refused'] as const) failures[ending] = 0
        splitter.push(value)
      }
    } finally {
      reader.cancel().catch(() => undefined)
    }
  }

  const refusal = async (
    response: Response,
    deadline: Deadline
  ): Promise<{ ending: Ending; problem: XProblem; retryAt: number | null }> => {
    const { status, headers } = response
    const body = await errorBody(response, deadline)
    const retryAt = retryTime(rateSnapshots('activity-stream', headers), headers, clock.now())
    if (isTooManyConnections(body)) {
      const detail =
        'Two other connections of this X app are live already, which is all that X allows. New messages are looked for now and then instead.'
      return { ending: 'limit', problem: { kind: 'conflict', status, effect: 'none', detail }, retryAt: null }
    }
    if (status >= 200 && status < 400) {
      const problem = malformed(status, 'Something that is not X answered on the live connection.')
      return { ending: 'http', problem, retryAt: null }
    }
    const problem = problemOfAnswer({ status, body, retryAt, secrets: [deps.appBearer] })
    switch (problem.kind) {
      case 'rate-limited':
        return { ending: 'limit', problem, retryAt }
      case 'out-of-credits':
      case 'usage-capped':
      case 'forbidden':
      case 'not-found':
        return { ending: 'refused', problem, retryAt: null }
      case 'unauthorized': {
        const detail = 'X does not accept the app bearer token. Copy it anew from console.x.com, “Keys and tokens”.'
        return { ending: 'http', problem: { ...problem, detail }, retryAt: null }
      }
      default:
        return { ending: 'http', problem, retryAt: null }
    }
  }

  const running = run().catch((error: unknown) => log.error('the live connection broke down', { error }))

  return {
    state: () => state,
    retryNow() {
      wake?.()
    },
    async close() {
      closing.abort()
      wake?.()
      await running
    }
  }
}

/** How long to wait after the `count`th ending of a kind in a row, ms. */
function delayAfter(ending: Ending, count: number): number {
  switch (ending) {
    case 'lost':
      return Math.min(LOST_LONGEST_MS, LOST_STEP_MS * count)
    case 'http':
      return Math.min(HTTP_LONGEST_MS, HTTP_FIRST_MS * 2 ** (count - 1))
    case 'limit':
      return Math.min(LIMIT_LONGEST_MS, LIMIT_FIRST_MS * 2 ** (count - 1))
    case 'refused':
      return REFUSED_MS
  }
}

function endedBy(detail: string): XProblem {
  return { kind: 'network', status: 200, effect: 'none', detail }
}

async function errorBody(response: Response, deadline: Deadline): Promise<unknown> {
  if (response.body === null) return undefined
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  try {
    for (;;) {
      const { done, value } = await deadline.within(reader.read())
      if (done) return parseJson(text + decoder.decode())
      text += decoder.decode(value, { stream: true })
      if (text.length > MAX_ERROR_BODY) return undefined
    }
  } catch {
    // The status says enough.
    return undefined
  } finally {
    reader.cancel().catch(() => undefined)
    discard(response)
  }
}

function isTooManyConnections(body: unknown): boolean {
  const says = (value: unknown): boolean =>
    typeof value === 'object' && value !== null && Object.values(value).includes('TooManyConnections')
  return says(body) || problemDocuments(body).some((each) => each.type?.endsWith('streaming-connection'))
}
