import { problemOfAnswer } from './classify-answer.ts'
import { problemOfFailure } from './classify-failure.ts'
import { startDeadline, type Deadline } from './deadline.ts'
import { READ_TIME_LIMIT, discard, isRedirect, notStarted } from './exchange.ts'
import { mediaTarget, type MediaTarget } from './media-address.ts'
import { parseJson } from './parse-json.ts'
import { XBodyError, malformed, type XProblem } from './problem.ts'
import { rateSnapshots, retryTime } from './rate.ts'
import type { RequestDeps, Tally } from './requests.ts'

export interface DownloadOptions {
  /** Bytes wanted, both ends inclusive; `end` null means to the end. The server may send everything nevertheless. */
  readonly range?: { readonly start: number; readonly end: number | null } | undefined
  readonly signal?: AbortSignal | undefined
  /** Default 512 MB, the largest video that X takes. */
  readonly maxBytes?: number | undefined
}

export interface MediaDownload {
  /** Must be read to its end or left by `break`/`return`. Throws XBodyError when the transfer breaks off. */
  readonly body: AsyncIterable<Uint8Array>
  /** As the server says, without parameters: `image/jpeg`. The API says `application/octet-stream` for everything. */
  readonly contentType: string
  /** Bytes that `body` will give; null when the server does not say. */
  readonly length: number | null
  /** What `body` is a part of, when the server honoured the range: both ends inclusive, `total` of the whole file. */
  readonly range: { readonly start: number; readonly end: number; readonly total: number | null } | null
}

export type MediaOutcome =
  { readonly ok: true; readonly value: MediaDownload } | { readonly ok: false; readonly problem: XProblem }

const DEFAULT_MAX_BYTES = 512 * 1024 * 1024
/** A transfer may take long, but not stand still: ms without a byte. */
const STALL_TIME_LIMIT = 60_000
const MAX_REDIRECTS = 3

type Opened =
  | { readonly ok: true; readonly response: Response; readonly deadline: Deadline }
  | { readonly ok: false; readonly problem: XProblem; readonly refusedToken?: string }

export type MediaDownloader = (url: string, options: DownloadOptions, tally: Tally) => Promise<MediaOutcome>

/** Opens files of X as streams. Every address, of redirects too, passes `mediaTarget` first. */
export function createMediaDownloader(deps: RequestDeps): MediaDownloader {
  return async (url: string, options: DownloadOptions, tally: Tally): Promise<MediaOutcome> => {
    const target = mediaTarget(url, deps.apiBase)
    if (target === null) return { ok: false, problem: refusedAddress }
    let opened = await open(target, options, tally, null)
    if (!opened.ok && opened.refusedToken !== undefined) {
      const renewed = await deps.tokens.refreshAfter401(opened.refusedToken)
      if (!renewed.ok) return renewed
      opened = await open(target, options, tally, renewed.token)
    }
    return opened.ok ? describe(opened.response, opened.deadline, options.maxBytes ?? DEFAULT_MAX_BYTES) : opened
  }

  async function open(
    first: MediaTarget,
    options: DownloadOptions,
    tally: Tally,
    renewed: string | null
  ): Promise<Opened> {
    const signals = [deps.signal, options.signal].filter((each) => each !== undefined)
    const outer = AbortSignal.any(signals)
    if (outer.aborted) return { ok: false, problem: notStarted }
    let target = first
    for (let redirects = 0; ; redirects++) {
      const answer = await bearerFor(target, renewed)
      if (!answer.ok) return answer
      const bearer = answer.token
      const deadline = startDeadline(deps.clock, READ_TIME_LIMIT, outer)
      let response: Response
      try {
        tally.requests++
        const sent = deps.fetch(target.url, {
          headers: headersFor(options, bearer),
          redirect: 'manual',
          signal: deadline.signal
        })
        response = await deadline.within(sent)
        if (target.authorised) tally.rate = rateSnapshots('media', response.headers)
        if (response.ok) return { ok: true, response, deadline }
        if (!isRedirect(response)) {
          const problem = await refusal(response, deadline, bearer)
          deadline.end()
          return { ok: false, problem, ...(response.status === 401 && bearer !== null ? { refusedToken: bearer } : {}) }
        }
      } catch (error) {
        deadline.end()
        return { ok: false, problem: problemOfFailure(error, null) }
      }
      deadline.end()
      discard(response)
      const location = URL.parse(response.headers.get('location') ?? '', target.url)
      const next = location === null ? null : mediaTarget(location.href, deps.apiBase)
      if (next === null || redirects >= MAX_REDIRECTS) return { ok: false, problem: refusedAddress }
      target = next
    }
  }

  async function bearerFor(
    target: MediaTarget,
    renewed: string | null
  ): Promise<
    { readonly ok: true; readonly token: string | null } | { readonly ok: false; readonly problem: XProblem }
  > {
    if (!target.authorised) return { ok: true, token: null }
    return renewed === null ? deps.tokens.accessToken() : { ok: true, token: renewed }
  }

  async function refusal(response: Response, deadline: Deadline, bearer: string | null): Promise<XProblem> {
    const { status, headers } = response
    let body: unknown
    try {
      body = parseJson(await readStart(response, deadline))
    } catch {
      body = undefined
    }
    const retryAt = retryTime(rateSnapshots('media', headers), headers, deps.clock.now())
    return problemOfAnswer({ status, body, retryAt, secrets: bearer === null ? [] : [bearer] })
  }

  function describe(response: Response, deadline: Deadline, maxBytes: number): MediaOutcome {
    const { status, headers } = response
    const fail = (problem: XProblem): MediaOutcome => {
      discard(response)
      deadline.end()
      return { ok: false, problem }
    }
    const contentType = essence(headers.get('content-type'))
    if (contentType === null) return fail(malformed(status, 'What came is neither a picture nor a clip.'))
    const range = status === 206 ? parseContentRange(headers.get('content-range')) : null
    if (status === 206 && range === null) return fail(malformed(status, 'It is unclear which part of the file came.'))
    // After decompression the announced length says nothing.
    const announced = headers.has('content-encoding') ? null : wholeNumber(headers.get('content-length'))
    if (announced !== null && announced > maxBytes) return fail(tooLarge(status))
    // Until somebody begins to read; nobody may hold a connection open without wanting it.
    deadline.restart(STALL_TIME_LIMIT)
    return { ok: true, value: { body: stream(response, deadline, maxBytes), contentType, length: announced, range } }
  }
}

function headersFor(options: DownloadOptions, bearer: string | null): Record<string, string> {
  const headers: Record<string, string> = {
    accept: 'image/*, video/*, audio/*, */*;q=0.1',
    'user-agent': 'Backchannel'
  }
  if (bearer !== null) headers['authorization'] = `Bearer ${bearer}`
  if (options.range !== undefined) {
    headers['range'] = `bytes=${options.range.start}-${options.range.end ?? ''}`
    // Part of a compressed file would be no part of the file.
    headers['accept-encoding'] = 'identity'
  }
  return headers
}

async function* stream(response: Response, deadline: Deadline, maxBytes: number): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader()
  let size = 0
  try {
    while (reader !== undefined) {
      deadline.restart(STALL_TIME_LIMIT)
      const { done, value } = await deadline.within(reader.read())
      if (done) return
      deadline.pause()
      size += value.byteLength
      if (size > maxBytes) throw new XBodyError(tooLarge(response.status))
      yield value
    }
  } catch (error) {
    throw error instanceof XBodyError ? error : new XBodyError(problemOfFailure(error, response.status))
  } finally {
    deadline.end()
    reader?.cancel().catch(() => undefined)
  }
}

/** An error's words: the first bytes hold them. */
async function readStart(response: Response, deadline: Deadline): Promise<string> {
  deadline.restart(READ_TIME_LIMIT)
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of stream(response, deadline, 64 * 1024)) text += decoder.decode(chunk, { stream: true })
  return text
}

/** Only types that a message can hold; a web page or a script is never passed on. */
function essence(contentType: string | null): string | null {
  const type = (contentType ?? 'application/octet-stream').split(';', 1)[0]?.trim().toLowerCase() ?? ''
  return /^(image|video|audio)\/[\w.+-]{1,60}$/.test(type) || type === 'application/octet-stream' ? type : null
}

function parseContentRange(header: string | null): MediaDownload['range'] {
  const parts = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15}|\*)$/.exec(header ?? '')
  if (parts === null) return null
  return { start: Number(parts[1]), end: Number(parts[2]), total: parts[3] === '*' ? null : Number(parts[3]) }
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null
}

const refusedAddress: XProblem = {
  kind: 'forbidden',
  reason: 'address',
  status: null,
  effect: 'none',
  detail: 'This file does not lie with X, so it is not fetched.'
}

function tooLarge(status: number): XProblem {
  return { kind: 'too-large', status, effect: 'unknown', detail: 'The file is larger than allowed.' }
}
