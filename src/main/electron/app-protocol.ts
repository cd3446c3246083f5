import { readFile } from 'node:fs/promises'
import type { Protocol } from 'electron'
import type { Core } from '../core/core-interface.ts'
import type { Log } from '../core/deps.ts'
import { attachResponse, isAttachPath } from '../host/attach-response.ts'
import { mediaResponse } from '../host/media-response.ts'
import { pageHeaders } from '../host/page-headers.ts'
import { findStaticFile } from '../host/static-file.ts'
import { APP_HOST, APP_SCHEME } from './origin.ts'

export interface AppProtocolParts {
  readonly core: Pick<Core, 'media' | 'attach'>
  /** Folder of the built console. */
  readonly rendererDir: string
  /** Address of Vite's server while developing, else null. */
  readonly devServer: string | null
  readonly log: Pick<Log, 'error' | 'warn'>
}

/** Before the app is ready: the scheme is an origin of its own, secure, and streams. */
export function registerAppScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true }
    }
  ])
}

export function handleAppProtocol(protocol: Protocol, parts: AppProtocolParts): void {
  protocol.handle(APP_SCHEME, (request) =>
    answerAppRequest(request, parts).catch((error: unknown) => {
      parts.log.error('a file could not be served', { error })
      return refusal(500)
    })
  )
}

/** Serves the built console and, under `media/`, what the core has. */
export async function answerAppRequest(request: Request, parts: AppProtocolParts): Promise<Response> {
  const url = URL.parse(request.url)
  if (url?.host !== APP_HOST) return refusal(403)
  if (request.method === 'POST' && isAttachPath(url.pathname)) return attach(request, url, parts)
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405)
  if (url.pathname.startsWith('/media/')) {
    const answer = await mediaResponse(parts.core, url.pathname, request.headers.get('range'), request.method)
    const body = answer.body === null ? null : ReadableStream.from(answer.body)
    return new Response(body as ReadableStream<Uint8Array> | null, { status: answer.status, headers: answer.headers })
  }
  if (parts.devServer !== null) return fromDevServer(parts.devServer, url)
  const found = await findStaticFile(parts.rendererDir, url.pathname)
  if (found === null) return refusal(404)
  const headers = { ...pageHeaders(), 'content-type': found.contentType, 'cache-control': 'no-cache' }
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(await readFile(found.file)), { headers })
}

/** The page's own files only: a POST from anywhere else has another origin. */
async function attach(request: Request, url: URL, { core, log }: AppProtocolParts): Promise<Response> {
  const origin = request.headers.get('origin')
  if (origin !== null && origin !== `${APP_SCHEME}://${APP_HOST}`) return refusal(403)
  const announced = request.headers.get('content-length') ?? url.searchParams.get('size') ?? ''
  const length = /^\d{1,15}$/.test(announced) ? Number(announced) : null
  const body = request.body ?? ReadableStream.from<Uint8Array>([])
  const {
    status,
    headers,
    body: text
  } = await attachResponse(
    core,
    { pathname: url.pathname, query: url.searchParams, length, body: body as AsyncIterable<Uint8Array> },
    log
  )
  return new Response(text, { status, headers })
}

/** While developing the files come from Vite, under the same origin as ever. Its client wants inline scripts and a socket. */
async function fromDevServer(devServer: string, url: URL): Promise<Response> {
  const answer = await fetch(new URL(url.pathname + url.search, devServer))
  const headers = new Headers({ ...pageHeaders(`'self' ${devServer.replace(/^http/, 'ws')}`) })
  const policy = headers.get('content-security-policy') ?? ''
  headers.set('content-security-policy', policy.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'"))
  headers.set('content-type', answer.headers.get('content-type') ?? 'application/octet-stream')
  return new Response(answer.body, { status: answer.status, headers })
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: { ...pageHeaders(), 'cache-control': 'no-store' } })
}
