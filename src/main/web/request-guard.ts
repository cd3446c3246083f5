import type { IncomingMessage } from 'node:http'
import { isAttachPath } from '../host/attach-response.ts'

export type Verdict =
  { readonly ok: true } | { readonly ok: false; readonly status: 400 | 403 | 405; readonly reason: string }

const OK: Verdict = { ok: true }

/**
 * What every request to the loopback host must fulfil, before any path is looked at. Host: a web page whose name was
 * made to resolve to 127.0.0.1 (DNS rebinding) sends its own name. Origin: another page's scripts send theirs.
 */
export function guardRequest(request: Pick<IncomingMessage, 'method' | 'headers' | 'url'>, port: number): Verdict {
  const { host, origin } = request.headers
  if (host !== `127.0.0.1:${port}`) return { ok: false, status: 403, reason: 'foreign Host' }
  if (origin !== undefined && origin !== `http://127.0.0.1:${port}`) {
    return { ok: false, status: 403, reason: 'foreign Origin' }
  }
  if (request.method === 'POST' && isAttachPath(request.url?.split('?')[0] ?? '')) {
    // Browsers say from where a POST comes; who says nothing is none, and who only lacks the header is no page of ours.
    return origin === undefined ? { ok: false, status: 403, reason: 'no Origin' } : OK
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return { ok: false, status: 405, reason: 'method not allowed' }
  }
  return OK
}

/** The same for a WebSocket, which browsers always open with an Origin. */
export function guardUpgrade(request: Pick<IncomingMessage, 'method' | 'headers' | 'url'>, port: number): Verdict {
  const verdict = guardRequest(request, port)
  if (!verdict.ok) return verdict
  if (request.headers.origin === undefined) return { ok: false, status: 403, reason: 'no Origin' }
  if (request.url !== '/core') return { ok: false, status: 400, reason: 'no such socket' }
  return OK
}

/** The value of a cookie, or null. */
export function readCookie(header: string | undefined, name: string): string | null {
  for (const part of header?.split(';') ?? []) {
    const [key, value] = part.trim().split('=', 2)
    if (key === name && value !== undefined) return value
  }
  return null
}
