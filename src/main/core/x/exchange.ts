import type { Clock } from '../deps.ts'
import { problemOfFailure } from './classify-failure.ts'
import { startDeadline, type Deadline } from './deadline.ts'
import { malformed, type XProblem } from './problem.ts'

/** Largest JSON answer that is read, in bytes after decompression. A full page of 100 events is below 1 MB. */
export const MAX_JSON_BYTES = 20 * 1024 * 1024
/** Until the headers are there, in ms: name look-up, connection, sending, waiting. */
export const READ_TIME_LIMIT = 20_000
const SEND_TIME_LIMIT = 30_000
/** For the whole body once the headers are there, in ms. */
const BODY_TIME_LIMIT = 60_000
const MAX_REDIRECTS = 3

export interface ExchangeDeps {
  readonly fetch: typeof fetch
  readonly clock: Clock
  /** Gives up whatever is under way, when the core closes. */
  readonly signal?: AbortSignal | undefined
}

export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'DELETE'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | FormData | null
  /** Until the headers are there, ms; a common limit when absent. */
  readonly timeLimit?: number | undefined
}

export interface HttpAnswer {
  readonly status: number
  readonly headers: Headers
  /** Empty when an error's body could not be read: its status says enough. */
  readonly text: string
}

export type Exchanged =
  { readonly ok: true; readonly answer: HttpAnswer } | { readonly ok: false; readonly problem: XProblem }

/** One request and its whole answer as text, bounded in time and size. Never throws. */
export async function exchange(deps: ExchangeDeps, request: HttpRequest): Promise<Exchanged> {
  const limit = request.timeLimit ?? (isRead(request) ? READ_TIME_LIMIT : SEND_TIME_LIMIT)
  if (deps.signal?.aborted === true) return { ok: false, problem: notStarted }
  const deadline = startDeadline(deps.clock, limit, deps.signal)
  let status: number | null = null
  try {
    const opened = await openFollowing(deps, request, deadline)
    if (!opened.ok) return opened
    const { response } = opened
    status = response.status
    deadline.restart(BODY_TIME_LIMIT)
    const text = await readText(response, deadline)
    return text === null
      ? { ok: false, problem: malformed(status, 'The answer of X is too large to be read.') }
      : { ok: true, answer: { status, headers: response.headers, text } }
  } catch (error) {
    return { ok: false, problem: problemOfFailure(error, status) }
  } finally {
    deadline.end()
  }
}

export const notStarted: XProblem = {
  kind: 'cancelled',
  status: null,
  effect: 'none',
  detail: 'The request was given up before it was sent.'
}

type Opened = { readonly ok: true; readonly response: Response } | { readonly ok: false; readonly problem: XProblem }

/** Redirects stay on the same origin, because the token goes along; and only reads follow them, so nothing is sent twice. */
async function openFollowing(deps: ExchangeDeps, request: HttpRequest, deadline: Deadline): Promise<Opened> {
  const origin = new URL(request.url).origin
  let url = request.url
  for (let redirects = 0; ; redirects++) {
    const { method, headers, body } = request
    const response = await deadline.within(
      deps.fetch(url, { method, headers, body, redirect: 'manual', signal: deadline.signal })
    )
    if (!isRedirect(response)) return { ok: true, response }
    discard(response)
    const target = URL.parse(response.headers.get('location') ?? '', url)
    if (!isRead(request) || target === null || target.origin !== origin || redirects >= MAX_REDIRECTS) {
      return {
        ok: false,
        problem: malformed(response.status, 'X answered with a redirect to another place, which is not followed.')
      }
    }
    url = target.href
  }
}

function isRead({ method }: HttpRequest): boolean {
  return method === 'GET' || method === 'HEAD'
}

/** Some fetch implementations hide a redirect behind the status 0. */
export function isRedirect(response: Response): boolean {
  return (
    response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400 && response.status !== 304)
  )
}

/** Frees the connection of an answer that nobody will read. */
export function discard(response: Response): void {
  response.body?.cancel().catch(() => undefined)
}

/** @returns null when the body is too large. The body of an error counts as empty when it is, or breaks off. */
async function readText(response: Response, deadline: Deadline): Promise<string | null> {
  if (response.body === null) return ''
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  try {
    for (;;) {
      const { done, value } = await deadline.within(reader.read())
      if (done) return text + decoder.decode()
      size += value.byteLength
      if (size > MAX_JSON_BYTES) return response.ok ? null : ''
      text += decoder.decode(value, { stream: true })
    }
  } catch (error) {
    if (response.ok) throw error
    return ''
  } finally {
    // Ends the transfer when it was left early; after a complete body this does nothing.
    reader.cancel().catch(() => undefined)
  }
}
