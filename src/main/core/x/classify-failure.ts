import { Interrupted } from './deadline.ts'
import type { XProblem } from './problem.ts'

/** Failures of the name look-up, the connection or its certificate: no byte of the request has left. */
const neverConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'EAI_NODATA',
  'EAI_NONAME',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REVOKED',
  'CERT_UNTRUSTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'ERR_SSL_WRONG_VERSION_NUMBER'
])

/** The same in the words of Chromium's network stack (Electron's net.fetch). */
const neverConnectedInChromium =
  /net::ERR_(CONNECTION_REFUSED|NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|INTERNET_DISCONNECTED|ADDRESS_UNREACHABLE|CONNECTION_TIMED_OUT|PROXY_CONNECTION_FAILED|TUNNEL_CONNECTION_FAILED|CERT_\w+)/

/** Node says so with the code ECONNRESET, which otherwise means a reset half-way. */
const RESET_BEFORE_TLS = /before secure TLS connection was established/

/**
 * Turns what `fetch` or the reading of a body threw into a problem.
 * @param status of the answer whose body broke off, or null when there was no answer yet.
 */
export function problemOfFailure(error: unknown, status: number | null): XProblem {
  if (error instanceof Interrupted && error.why === 'cancelled') {
    return { kind: 'cancelled', status, effect: 'unknown', detail: 'The request was given up.' }
  }
  if (error instanceof Interrupted) {
    return { kind: 'timeout', status, effect: 'unknown', detail: 'X did not answer in time.' }
  }
  if (status !== null) {
    return {
      kind: 'network',
      status,
      effect: 'unknown',
      detail: 'The connection to X broke off in the middle of the answer.'
    }
  }
  if (everyCause(error).every(isBeforeRequest)) {
    return { kind: 'network', status, effect: 'none', detail: `X cannot be reached${codeOf(error)}.` }
  }
  return { kind: 'network', status, effect: 'unknown', detail: `The connection to X broke off${codeOf(error)}.` }
}

/** The errors at the bottom: fetch wraps the real one, and trying several addresses gives several. */
function everyCause(error: unknown): unknown[] {
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.flatMap(everyCause)
  if (error instanceof Error && error.cause !== undefined) return everyCause(error.cause)
  return [error]
}

function isBeforeRequest(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false
  const { code, syscall } = cause as { code?: unknown; syscall?: unknown }
  if (syscall === 'connect' || syscall === 'getaddrinfo') return true
  if (typeof code === 'string' && neverConnected.has(code)) return true
  return neverConnectedInChromium.test(cause.message) || RESET_BEFORE_TLS.test(cause.message)
}

/** The system's name of the failure, for whoever helps (` (ECONNREFUSED)`); messages could hold addresses and tokens. */
function codeOf(error: unknown): string {
  const code = (everyCause(error)[0] as { code?: unknown } | undefined)?.code
  return typeof code === 'string' && /^[A-Z0-9_]{3,40}$/.test(code) ? ` (${code})` : ''
}
