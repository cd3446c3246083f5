import { createReadStream } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { Core } from '../core/core-interface.ts'
import type { Log } from '../core/deps.ts'
import { attachResponse } from '../host/attach-response.ts'
import { mediaResponse } from '../host/media-response.ts'
import { pageHeaders } from '../host/page-headers.ts'
import { findStaticFile } from '../host/static-file.ts'
import type { Pairing } from './pairing.ts'
import { sendPlainPage } from './plain-page.ts'
import { guardRequest } from './request-guard.ts'

export interface HttpParts {
  readonly core: Pick<Core, 'media' | 'attach'>
  readonly pairing: Pairing
  /** Folder of the built console. */
  readonly rendererDir: string
  readonly log: Log
}

/** A video of 512 MB from a slow disk. Milliseconds. */
const BODY_TIME_LIMIT = 300_000

/** The console over loopback HTTP. Listens on nothing yet: see `listen`. */
export function createConsoleServer(parts: HttpParts): Server {
  const server = createServer(
    { maxHeaderSize: 16_384, headersTimeout: 30_000, requestTimeout: BODY_TIME_LIMIT },
    (request, response) => {
      answer(parts, portOf(server), request, response).catch((error: unknown) => {
        // A tab that closes in the middle of a picture is no failure.
        if (request.destroyed || response.destroyed) return
        parts.log.error('a request failed', { path: request.url?.split('?')[0], error })
        if (response.headersSent) response.destroy()
        else sendPlainPage(response, 500, { title: 'That did not work', text: 'The log says more.' })
      })
    }
  )
  return server
}

/** Binds to 127.0.0.1 and to nothing else. @throws NodeJS.ErrnoException, `EADDRINUSE` when the port is taken. */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve(portOf(server))
    })
  })
}

export function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

async function answer(
  parts: HttpParts,
  port: number,
  request: IncomingMessage,
  response: ServerResponse
): Promise<void> {
  const verdict = guardRequest(request, port)
  if (!verdict.ok) {
    parts.log.warn('a request was refused', { reason: verdict.reason })
    sendPlainPage(response, verdict.status, {
      title: 'Refused',
      text: 'This address serves Backchannel’s own tab only.'
    })
    return
  }
  const target = request.url ?? '/'
  const cut = target.indexOf('?')
  const pathname = cut < 0 ? target : target.slice(0, cut)
  if (pathname === '/pair') {
    pair(parts.pairing, new URLSearchParams(cut < 0 ? '' : target.slice(cut)), request, response)
    return
  }
  if (!parts.pairing.isPaired(request.headers.cookie)) {
    sendPlainPage(response, 403, {
      title: 'This browser is not connected',
      text: 'Open the address that Backchannel printed when it started. It works once; start Backchannel again for a new one.'
    })
    return
  }
  if (request.method === 'POST')
    await attach(parts, pathname, target.slice(cut < 0 ? target.length : cut), request, response)
  else if (pathname.startsWith('/media/')) await sendMedia(parts.core, pathname, request, response)
  else await sendFile(parts.rendererDir, pathname, request, response)
}

function pair(pairing: Pairing, query: URLSearchParams, request: IncomingMessage, response: ServerResponse): void {
  const paired = pairing.isPaired(request.headers.cookie)
  // HEAD is what link previews send: it must not use the token up.
  if (!paired && (request.method !== 'GET' || !pairing.redeem(query.get('token') ?? ''))) {
    sendPlainPage(response, 403, {
      title: 'This address has been used',
      text: 'A pairing address works once. Start Backchannel again for a new one.'
    })
    return
  }
  // The redirect of a link on another site would arrive without the Strict cookie; a page of our own goes on with it.
  const crossSite = request.headers['sec-fetch-site'] === 'cross-site'
  sendPlainPage(
    response,
    crossSite ? 200 : 303,
    { title: 'Connected', text: '<a href="/">Open Backchannel</a>', ...(crossSite ? { redirectTo: '/' } : {}) },
    { ...(paired ? {} : { 'set-cookie': pairing.setCookie }), ...(crossSite ? {} : { location: '/' }) }
  )
}

async function attach(
  { core, log }: HttpParts,
  pathname: string,
  search: string,
  request: IncomingMessage,
  response: ServerResponse
): Promise<void> {
  const announced = request.headers['content-length'] ?? ''
  const length = /^\d{1,15}$/.test(announced) ? Number(announced) : null
  const query = new URLSearchParams(search)
  const answered = await attachResponse(core, { pathname, query, length, body: request }, log)
  // What was not read of a refused file is not waited for.
  response.writeHead(answered.status, { ...answered.headers, ...(request.complete ? {} : { connection: 'close' }) })
  response.end(answered.body)
  request.resume()
}

async function sendMedia(
  core: Pick<Core, 'media'>,
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse
): Promise<void> {
  const answered = await mediaResponse(core, pathname, request.headers.range, request.method ?? 'GET')
  response.writeHead(answered.status, answered.headers)
  if (answered.body === null) response.end()
  else await pipeline(answered.body, response)
}

async function sendFile(
  rendererDir: string,
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse
): Promise<void> {
  const found = await findStaticFile(rendererDir, pathname)
  if (found === null) {
    sendPlainPage(response, 404, { title: 'Not here', text: '<a href="/">Open Backchannel</a>' })
    return
  }
  response.writeHead(200, {
    ...pageHeaders(),
    'content-type': found.contentType,
    'content-length': String(found.size),
    'cache-control': found.immutable ? 'public, max-age=31536000, immutable' : 'no-cache'
  })
  if (request.method === 'HEAD') response.end()
  else await pipeline(createReadStream(found.file), response)
}
