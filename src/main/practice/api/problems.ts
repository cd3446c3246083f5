import type { PracticeClock } from '../deps.ts'
import { WINDOW_MS } from './rate-limits.ts'
import type { Reply } from './reply.ts'
import { bareNumber, json } from './reply.ts'

/** X's two spellings of field names and problem addresses (x-api.md 1.6). */
export type FieldSpelling = 'old' | 'new'

export interface Problem {
  readonly title: string
  readonly detail: string
  readonly type: string
  readonly status?: number
  readonly [extra: string]: unknown
}

const PROBLEM_HEADERS = { 'content-type': 'application/problem+json' }

export function problemType(spelling: FieldSpelling, name: string): string {
  return `https://api.${spelling === 'old' ? 'twitter' : 'x'}.com/2/problems/${name}`
}

export function problem(status: number, body: Problem, headers: Readonly<Record<string, string>> = {}): Reply {
  return json(status, body, { ...PROBLEM_HEADERS, ...headers })
}

/** 400 as X writes it: the parameter and its value by name. */
export function invalidParameter(spelling: FieldSpelling, parameter: string, value: string, message: string): Reply {
  return json(
    400,
    {
      errors: [{ parameters: { [parameter]: [value] }, message }],
      title: 'Invalid Request',
      detail: 'One or more parameters to your request was invalid.',
      type: problemType(spelling, 'invalid-request')
    },
    PROBLEM_HEADERS
  )
}

export function unauthorized(): Reply {
  return problem(401, { title: 'Unauthorized', type: 'about:blank', status: 401, detail: 'Unauthorized' })
}

export function creditsDepleted(spelling: FieldSpelling): Reply {
  const account = '2051096097834344448'
  return problem(402, {
    account_id: bareNumber(account),
    title: 'CreditsDepleted',
    detail: `Your enrolled account [${account}] does not have any credits to fulfill this request.`,
    type: problemType(spelling, 'credits')
  })
}

export function forbidden(detail: string): Reply {
  return problem(403, { title: 'Forbidden', type: 'about:blank', status: 403, detail })
}

export function unsupportedAuthentication(spelling: FieldSpelling): Reply {
  return problem(403, {
    title: 'Unsupported Authentication',
    detail:
      'Authenticating with OAuth 2.0 Application-Only is forbidden for this endpoint.  Supported authentication types are [OAuth 1.0a User Context, OAuth 2.0 User Context].',
    type: problemType(spelling, 'unsupported-authentication'),
    status: 403
  })
}

/** One entry of `errors[]` for a thing that is not there; also the body of a 404. */
export function notFound(spelling: FieldSpelling, kind: string, parameter: string, id: string): Problem {
  return {
    value: id,
    detail: `Could not find ${kind} with ${parameter}: [${id}].`,
    title: 'Not Found Error',
    resource_type: kind,
    parameter,
    resource_id: id,
    type: problemType(spelling, 'resource-not-found')
  }
}

/** 429 in the form of v1, as the documentation shows it, or as a problem. */
export function tooManyRequests(form: 'v1' | 'problem', headers: Readonly<Record<string, string>> = {}): Reply {
  if (form === 'v1') return json(429, { errors: [{ code: 88, message: 'Rate limit exceeded' }] }, headers)
  return problem(
    429,
    { title: 'Too Many Requests', detail: 'Too Many Requests', type: 'about:blank', status: 429 },
    headers
  )
}

function serviceUnavailable(): Reply {
  return problem(503, { title: 'Service Unavailable', detail: 'Service Unavailable', type: 'about:blank', status: 503 })
}

/** Rate-limit headers of a window that begins now. */
export function windowHeaders(clock: PracticeClock, remaining: number): Record<string, string> {
  return {
    'x-rate-limit-limit': '15',
    'x-rate-limit-remaining': String(remaining),
    'x-rate-limit-reset': String(Math.ceil((clock.now() + WINDOW_MS) / 1000))
  }
}

/** What X would say with this status. */
export function defaultBody(status: number, spelling: FieldSpelling): Reply {
  switch (status) {
    case 401:
      return unauthorized()
    case 402:
      return creditsDepleted(spelling)
    case 403:
      return forbidden('You are not permitted to perform this action.')
    case 429:
      return tooManyRequests('v1')
    case 503:
      return serviceUnavailable()
    default:
      return problem(status, {
        title: 'Internal Error',
        type: problemType(spelling, 'internal-error'),
        status,
        detail: 'Internal error'
      })
  }
}
