/**
 * Everything that can go wrong between the console and X, as values.
 *
 * `effect` answers the one question the outbox asks: may a send have happened although no good answer came? `none` only
 * where that is impossible (X refused it, or no connection was made); when in doubt `unknown`, and the conversation is
 * read back before anything is sent again.
 */
interface ProblemBase {
  /** HTTP status, or null when there was no answer. */
  readonly status: number | null
  /** One or two sentences for people; never a token, never a message text. */
  readonly detail: string
  readonly effect: 'none' | 'unknown'
}

export type SignInReason =
  'no-tokens' | 'no-refresh-token' | 'refresh-refused' | 'declined' | 'wrong-address' | 'wrong-state' | 'code-refused'

export type ForbiddenReason =
  /** The X app is not in a package and environment that may call the API. */
  | 'client-not-enrolled'
  /** The app's access level or plan does not include this. */
  | 'access-level'
  /** The sign-in lacks a permission, or is of the wrong kind. */
  | 'scope'
  /** The other side cannot or does not want to be written to. */
  | 'recipient'
  /** The attached media may not be sent. */
  | 'media'
  /** Backchannel itself refuses to fetch this address. */
  | 'address'
  | 'other'

export type XProblem = ProblemBase &
  (
    | { readonly kind: 'unauthorized' }
    | { readonly kind: 'sign-in-needed'; readonly reason: SignInReason }
    | { readonly kind: 'out-of-credits' }
    | { readonly kind: 'usage-capped' }
    /** `retryAt`: ms since 1970, null when X does not say. */
    | { readonly kind: 'rate-limited'; readonly retryAt: number | null }
    | { readonly kind: 'forbidden'; readonly reason: ForbiddenReason }
    | { readonly kind: 'not-found' }
    | { readonly kind: 'invalid-request'; readonly parameter: string | null }
    | { readonly kind: 'conflict' }
    | { readonly kind: 'server' }
    | { readonly kind: 'network' }
    | { readonly kind: 'timeout' }
    /** Neither data nor an error in X's form: HTML, a cut-off body, broken JSON, wrong types, a redirect. */
    | { readonly kind: 'malformed' }
    /** More bytes than the caller or the console allows. */
    | { readonly kind: 'too-large' }
    /** The caller gave the request up. */
    | { readonly kind: 'cancelled' }
  )

/** A request that Backchannel does not even send, because X could only refuse it. */
export function notSent(detail: string, parameter: string | null = null): XProblem {
  return { kind: 'invalid-request', parameter, status: null, detail, effect: 'none' }
}

export function signInNeeded(reason: SignInReason, detail: string, status: number | null = null): XProblem {
  return { kind: 'sign-in-needed', reason, status, detail, effect: 'none' }
}

/** An answer that is no data. The request was handled by somebody, so a send may have happened. */
export function malformed(status: number | null, detail: string): XProblem {
  return { kind: 'malformed', status, detail, effect: 'unknown' }
}

/** Thrown by the body of a download that breaks off half-way; everywhere else problems are returned. */
export class XBodyError extends Error {
  readonly problem: XProblem

  constructor(problem: XProblem) {
    super(problem.detail)
    this.name = 'XBodyError'
    this.problem = problem
  }
}
