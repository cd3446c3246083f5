import { isRecent } from '../clock/is-recent.ts'
import type { Log } from '../deps.ts'
import { problemOfAnswer } from './classify-answer.ts'
import { type ClockReading, readClock, serverTime } from './clock-reading.ts'
import { exchange, type ExchangeDeps, type HttpAnswer } from './exchange.ts'
import { parseJson } from './parse-json.ts'
import { malformed, type XProblem } from './problem.ts'
import { rateSnapshots, retryTime, type RateSnapshot } from './rate.ts'
import type { TokenKeeper } from './tokens.ts'
import { WireEnvelope } from './wire-schemas.ts'

/** The operations, as rate limits and logs name them. X counts each for itself (x-api.md 1.8). */
export type XEndpoint =
  | 'me'
  | 'users'
  | 'user-by-username'
  | 'dm-events'
  | 'conversation-events'
  | 'participant-events'
  | 'send-to-participant'
  | 'send-to-conversation'
  | 'create-group'
  | 'delete-event'
  | 'block-messages'
  | 'unblock-messages'
  | 'media'
  | 'activity-subscriptions'
  | 'activity-stream'
  | 'media-begin'
  | 'media-append'
  | 'media-finish'
  | 'media-status'

export interface ApiRequest {
  readonly endpoint: XEndpoint
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** From `/2/` on, with the query. */
  readonly path: string
  readonly body?: unknown
  /** Bytes and fields as a multipart form, in place of `body`. */
  readonly form?: FormData
  /** Until the answer begins, ms; as for every request of its method when absent. */
  readonly timeLimit?: number
  /** What may not be repeated in a problem's sentence, besides the token. */
  readonly secrets?: readonly string[]
}

export type ApiAnswer =
  | { readonly ok: true; readonly status: number; readonly envelope: WireEnvelope }
  | {
      readonly ok: false
      readonly problem: XProblem
      /** What X said, parsed; undefined when nothing was. */
      readonly body: unknown
    }

/** Counts what one method call does, over all its requests. */
export interface Tally {
  requests: number
  rate: RateSnapshot[]
  /** X's clock, as the newest answer told it; null without one. */
  heard: ClockReading | null
}

export interface RequestDeps extends ExchangeDeps {
  readonly apiBase: string
  readonly tokens: TokenKeeper
  readonly log: Log
  /**
   * Asked before every request of a call but the first, which the caller has counted: whether the limit has room for one
   * more. Counts it. Absent: nobody counts (the first look at a new account).
   */
  readonly takeAnother?: ((endpoint: XEndpoint) => boolean) | undefined
}

/** A token that X refuses although it is fresh: an outage (x-api.md 4), not worth a new refresh at every request. */
const FRESH_REFUSAL_PAUSE = 60_000

/** Sends authorised requests to the API and reads the frame of the answer. */
export function createRequester(deps: RequestDeps): (request: ApiRequest, tally: Tally) => Promise<ApiAnswer> {
  let refusedFresh: { token: string; at: number } | null = null

  async function send(
    request: ApiRequest,
    token: string,
    tally: Tally
  ): Promise<ApiAnswer & { unauthorized: boolean }> {
    if (tally.requests > 0 && deps.takeAnother?.(request.endpoint) === false) {
      return { ok: false, problem: nothingLeft, body: undefined, unauthorized: false }
    }
    tally.requests++
    const startedAt = deps.clock.now()
    const exchanged = await exchange(deps, {
      method: request.method,
      url: deps.apiBase + request.path,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${token}`,
        'user-agent': 'Backchannel',
        ...(request.body === undefined ? {} : { 'content-type': 'application/json' })
      },
      // The form names its own content type, with the boundary of its parts.
      body: request.form ?? (request.body === undefined ? null : JSON.stringify(request.body)),
      timeLimit: request.timeLimit
    })
    if (!exchanged.ok) return { ok: false, problem: exchanged.problem, body: undefined, unauthorized: false }
    const { answer } = exchanged
    tally.heard = readClock(answer.headers, startedAt, deps.clock.now()) ?? tally.heard
    const snapshots = rateSnapshots(request.endpoint, answer.headers)
    // The newest word on each counter counts.
    const replaced = new Set(snapshots.map((each) => each.window))
    tally.rate = [...tally.rate.filter((each) => !replaced.has(each.window)), ...snapshots]
    return { ...readAnswer(request, answer, token), unauthorized: answer.status === 401 }
  }

  function readAnswer(request: ApiRequest, answer: HttpAnswer, token: string): ApiAnswer {
    const { status, headers, text } = answer
    let body: unknown
    try {
      body = parseJson(text)
    } catch {
      body = undefined
    }
    if (status < 200 || status >= 300) {
      const secrets = [token, ...(request.secrets ?? [])]
      // Times of X are told by X's clock, which is not always ours.
      const now = deps.clock.now()
      const serverAt = serverTime(headers) ?? now
      const told = retryTime(rateSnapshots(request.endpoint, headers), headers, serverAt)
      const retryAt = told === null ? null : told - serverAt + now
      return { ok: false, problem: problemOfAnswer({ status, body, retryAt, secrets }), body }
    }
    const envelope = WireEnvelope.safeParse(body)
    if (envelope.success) return { ok: true, status, envelope: envelope.data }
    return { ok: false, problem: malformed(status, describeNoData(headers, text, body)), body }
  }

  return async (request, tally) => {
    const first = await deps.tokens.accessToken()
    if (!first.ok) return { ok: false, problem: first.problem, body: undefined }
    const answer = await send(request, first.token, tally)
    if (!answer.unauthorized) return answer

    const now = deps.clock.now()
    if (refusedFresh?.token === first.token && isRecent(refusedFresh.at, FRESH_REFUSAL_PAUSE, now)) return answer
    const second = await deps.tokens.refreshAfter401(first.token)
    if (!second.ok) return { ok: false, problem: second.problem, body: answer.ok ? undefined : answer.body }
    const again = await send(request, second.token, tally)
    if (again.unauthorized) {
      refusedFresh = { token: second.token, at: deps.clock.now() }
      deps.log.warn('X refuses a sign-in that was just renewed', { endpoint: request.endpoint })
    }
    return again
  }
}

const nothingLeft: XProblem = {
  kind: 'rate-limited',
  retryAt: null,
  status: null,
  effect: 'none',
  detail: 'X’s limit has no room for a second attempt now.'
}

function describeNoData(headers: Headers, text: string, body: unknown): string {
  const start = text.trimStart()
  if (start === '') return 'X answered with nothing.'
  if (start.startsWith('<') || (headers.get('content-type') ?? '').includes('html')) {
    return 'A web page came instead of data. A proxy or the sign-in page of this network may stand between.'
  }
  return body === undefined ? 'The answer of X is cut off or no JSON.' : 'The answer of X has an unknown shape.'
}
