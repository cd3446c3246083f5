export interface SentRequest {
  readonly method: string
  readonly url: URL
  readonly headers: Headers
  readonly body: string
  readonly redirect: string | undefined
  readonly signal: AbortSignal | undefined
}

type Reply = Response | Error | ((request: SentRequest) => Response | Promise<Response>)

export interface ScriptedFetch {
  readonly fetch: typeof fetch
  readonly requests: SentRequest[]
  /** Queues one reply; a request without one fails the test. */
  reply(...replies: Reply[]): void
}

/** A `fetch` that gives the queued replies in order and remembers what it was asked. */
export function createScriptedFetch(...first: Reply[]): ScriptedFetch {
  const replies: Reply[] = [...first]
  const requests: SentRequest[] = []
  return {
    requests,
    reply: (...more) => void replies.push(...more),
    async fetch(input, init = {}) {
      const url = new URL(input instanceof Request ? input.url : input)
      const request: SentRequest = {
        method: init.method ?? 'GET',
        url,
        headers: new Headers(init.headers),
        body: typeof init.body === 'string' ? init.body : '',
        redirect: init.redirect,
        signal: init.signal ?? undefined
      }
      requests.push(request)
      const reply = replies.shift()
      if (reply === undefined) throw new Error(`No reply left for ${request.method} ${url.pathname}`)
      if (reply instanceof Error) throw reply
      return typeof reply === 'function' ? reply(request) : reply
    }
  }
}

export function jsonReply(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers })
}
