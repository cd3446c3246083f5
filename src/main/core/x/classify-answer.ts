import { z } from 'zod'
import { assertNever } from '../../../shared/assert-never.ts'
import { cleanText } from './clean-text.ts'
import { malformed, type ForbiddenReason, type XProblem } from './problem.ts'

const optionalText = z.string().optional().catch(undefined)
const optionalNumber = z.number().optional().catch(undefined)

/** Both forms X writes errors in: problem+json (RFC 9457) and the older `errors: [{code, message}]`, also mixed. */
const WireProblem = z.object({
  type: optionalText,
  title: optionalText,
  detail: optionalText,
  message: optionalText,
  reason: optionalText,
  parameter: optionalText,
  value: optionalText,
  parameters: z.record(z.string(), z.unknown()).optional().catch(undefined),
  status: optionalNumber,
  code: optionalNumber,
  resource_id: optionalText,
  errors: z.array(z.unknown()).optional().catch(undefined)
})
export type WireProblem = z.infer<typeof WireProblem>

export interface Answered {
  readonly status: number
  /** The parsed body; undefined when there was none or it was no JSON. */
  readonly body: unknown
  /** When a 429 may be tried again, ms since 1970. */
  readonly retryAt: number | null
  /** What may not show up in a sentence: the token, the text that was sent. */
  readonly secrets: readonly string[]
}

/** Turns an answer that is no success into a problem. The status decides first, then the problem's type and words. */
export function problemOfAnswer(answered: Answered): XProblem {
  const documents = problemDocuments(answered.body)
  return classify(answered, documents)
}

/** The same for one entry of the `errors[]` that a 200 may hold. */
export function problemOfError(error: unknown, status: number, secrets: readonly string[]): XProblem {
  return classify({ status, body: error, retryAt: null, secrets }, problemDocuments(error))
}

/** The outer problem first, then those of its `errors[]`. */
export function problemDocuments(body: unknown): WireProblem[] {
  const outer = WireProblem.safeParse(body)
  if (!outer.success) return []
  const inner = (outer.data.errors ?? []).flatMap((each) => {
    const parsed = WireProblem.safeParse(each)
    return parsed.success ? [parsed.data] : []
  })
  return [outer.data, ...inner]
}

/** The last path segment of a problem type: the host and path before it changed with X's renames. */
function problemType(problem: WireProblem): string {
  return problem.type?.split('/').findLast((segment) => segment !== '') ?? ''
}

/** Statuses after which nobody knows whether the request was carried out, although they are 4xx. */
const GAVE_UP_WAITING = new Set([408, 499])

function classify(answered: Answered, documents: readonly WireProblem[]): XProblem {
  const { status, retryAt, secrets } = answered
  const effect = status >= 400 && status < 500 && !GAVE_UP_WAITING.has(status) ? 'none' : 'unknown'
  const base = { status, effect } as const
  const words = documents.map((each) => `${each.title ?? ''} ${each.detail ?? ''} ${each.message ?? ''}`).join(' ')
  const says = (type: string): boolean => documents.some((each) => problemType(each) === type)
  const coded = (...codes: number[]): boolean => documents.some((each) => codes.includes(each.code ?? -1))
  // Inside a 200 the status says nothing; some errors there carry their own.
  const meant = status < 300 ? (documents.find((each) => each.status !== undefined)?.status ?? status) : status

  if (meant === 402 || says('credits') || /CreditsDepleted/i.test(words)) {
    const detail = 'X credits are used up. Add credits in console.x.com; what is stored here can still be read.'
    return { ...base, kind: 'out-of-credits', detail }
  }
  if (says('usage-capped') || /UsageCapExceeded|spend(ing)? (cap|limit)/i.test(words)) {
    const detail =
      'The usage or spending limit of the X app is reached. Raise it in console.x.com or wait for the next cycle.'
    return { ...base, kind: 'usage-capped', detail }
  }
  if (meant === 401 || (status < 300 && coded(32, 89, 99))) {
    return { ...base, kind: 'unauthorized', detail: 'X does not accept this sign-in any more. Sign in again.' }
  }
  if (meant === 429 || says('rate-limit-exceeded') || coded(88)) {
    return { ...base, kind: 'rate-limited', retryAt, detail: 'X allows no more requests of this kind for now.' }
  }
  if (meant === 403 || forbiddenTypes.some(says) || coded(349, 150, 151, 453, 476)) {
    const reason = forbiddenReason(documents, words)
    return { ...base, kind: 'forbidden', reason, detail: forbiddenSentence(reason, sentence(documents, secrets)) }
  }
  if (meant === 404 || meant === 410 || notFoundTypes.some(says) || (status < 300 && coded(17, 34, 50, 63))) {
    return { ...base, kind: 'not-found', detail: sentence(documents, secrets) ?? 'X does not know this.' }
  }
  if (meant === 409 || says('conflict')) {
    return {
      ...base,
      kind: 'conflict',
      detail: sentence(documents, secrets) ?? 'X says that this conflicts with its state.'
    }
  }
  if (GAVE_UP_WAITING.has(meant) || meant >= 500 || says('internal-error')) {
    return { ...base, kind: 'server', detail: `X is not answering properly (${meant}). It will be tried again.` }
  }
  if ((meant >= 400 && meant < 500) || says('invalid-request')) {
    const refused = sentence(documents, secrets)
    const detail = refused === null ? 'X does not accept this request.' : `X does not accept this request: ${refused}`
    return { ...base, kind: 'invalid-request', parameter: namedParameter(documents), detail }
  }
  if (meant >= 300) return malformed(status, 'X answered with a redirect to another place, which is not followed.')
  return malformed(status, sentence(documents, secrets) ?? 'X answered with something that is no data.')
}

const forbiddenTypes = [
  'client-forbidden',
  'not-authorized-for-resource',
  'not-authorized-for-field',
  'field-unauthorized',
  'unsupported-authentication'
]
const notFoundTypes = ['resource-not-found', 'resource-unavailable', 'disallowed-resource']

function forbiddenReason(documents: readonly WireProblem[], words: string): ForbiddenReason {
  const types = documents.map(problemType)
  const codes = documents.map((each) => each.code)
  const reasons = documents.map((each) => each.reason)
  // X also says this in words, without a reason, for an app that is in no project.
  const enrolment = /client-not-enrolled|not enrolled|attached to a Project/i
  if (reasons.includes('client-not-enrolled') || enrolment.test(words)) return 'client-not-enrolled'
  if (types.includes('unsupported-authentication') || /\bscopes?\b/i.test(words)) return 'scope'
  if (codes.includes(453) || types.includes('client-forbidden')) return 'access-level'
  if (/attach this media/i.test(words)) return 'media'
  if (codes.some((code) => code !== undefined && [349, 150, 151, 476].includes(code))) return 'recipient'
  if (
    /(cannot|can't|not allowed|not permitted|permission|unable).{0,60}(messages?\b|\bDMs?\b|this user)/i.test(words)
  ) {
    return 'recipient'
  }
  return 'other'
}

function forbiddenSentence(reason: ForbiddenReason, said: string | null): string {
  const andSaid = (sentence: string): string => (said === null ? sentence : `${sentence} X says: ${said}`)
  switch (reason) {
    case 'client-not-enrolled':
      return 'This X app may not call the API yet. In console.x.com, open the app, move it to the package "Pay-per-use" and the environment "Production", then try again.'
    case 'access-level':
      return andSaid("The X app's access level does not include this. Check its package in console.x.com.")
    case 'scope':
      return andSaid(
        'This sign-in lacks a permission. Check in console.x.com that the app may read and write direct messages, then sign in again.'
      )
    case 'recipient':
      return andSaid('This person cannot be written to: their settings or a block do not allow it.')
    case 'media':
      return andSaid('X does not allow this attachment in a direct message.')
    case 'address':
    case 'other':
      return andSaid('X does not allow this.')
    default:
      return assertNever(reason)
  }
}

function namedParameter(documents: readonly WireProblem[]): string | null {
  for (const document of documents) {
    const named = document.parameter ?? Object.keys(document.parameters ?? {})[0]
    if (named !== undefined) return shorten(named, 60)
  }
  return null
}

const LONGEST_SENTENCE = 240

/**
 * X's own words, if they may be shown: on one line, cut to length, and only when they repeat nothing secret. X quotes
 * refused values, and the value may be the message.
 */
function sentence(documents: readonly WireProblem[], secrets: readonly string[]): string | null {
  // The entries of errors[] are more exact than the outer "One or more parameters to your request was invalid."
  const said = documents.toReversed().map((each) => each.detail ?? each.message ?? '')
  const found = [...said, ...documents.map((each) => each.title ?? '')]
    .map(oneLine)
    .find((each) => each !== '' && !/^(Forbidden|Unauthorized)$/i.test(each))
  if (found === undefined || secrets.some((secret) => repeats(found, secret))) return null
  return shorten(found, LONGEST_SENTENCE)
}

/** A run of this many letters in common is no accident. */
const TELLING_LENGTH = 16

function repeats(said: string, secret: string): boolean {
  const text = oneLine(secret).toLowerCase()
  const haystack = said.toLowerCase()
  if (text === '') return false
  if (text.length <= TELLING_LENGTH) return ['[', '"', "'", '`', '“'].some((quote) => haystack.includes(quote + text))
  for (let start = 0; start + TELLING_LENGTH <= haystack.length; start++) {
    if (text.includes(haystack.slice(start, start + TELLING_LENGTH))) return true
  }
  return false
}

function oneLine(text: string): string {
  return cleanText(text)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).toWellFormed()}…`
}
