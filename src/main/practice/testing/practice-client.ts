import type { SimulatedX } from '../server.ts'

export interface Answer {
  readonly status: number
  readonly headers: Headers
  /** The parsed JSON, loosely typed: tests look into it. */
  readonly body: AnswerBody
}

export interface AnswerBody {
  readonly data?: unknown
  readonly errors?: readonly Record<string, unknown>[]
  readonly includes?: {
    readonly users?: readonly Record<string, unknown>[]
    readonly media?: readonly Record<string, unknown>[]
  }
  readonly meta?: { readonly result_count: number; readonly next_token?: string; readonly previous_token?: string }
  readonly [key: string]: unknown
}

export interface PracticeClient {
  readonly accessToken: string
  get(path: string): Promise<Answer>
  post(path: string, body: unknown): Promise<Answer>
  delete(path: string): Promise<Answer>
}

/** A signed-in client of the simulated X, for tests. */
export function practiceClient(server: SimulatedX, accessToken = server.issueTokens().accessToken): PracticeClient {
  const call = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const response = await fetch(`${server.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) })
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: JSON.parse(text) as AnswerBody }
  }
  return {
    accessToken,
    get: (path) => call('GET', path),
    post: (path, body) => call('POST', path, body),
    delete: (path) => call('DELETE', path)
  }
}

/** The events of an answer; an empty list when there are none. */
export function eventsOf(answer: Answer): Record<string, unknown>[] {
  return (answer.body.data ?? []) as Record<string, unknown>[]
}
