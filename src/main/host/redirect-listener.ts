import { createServer, type Server } from 'node:http'
import { AppError } from '../../shared/contract/errors.ts'
import { REDIRECT_PORTS, redirectAddress } from '../../shared/domain/redirect-addresses.ts'
import type { RedirectListener } from '../core/deps.ts'

const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  connection: 'close'
}

/**
 * Waits on `http://127.0.0.1:PORT/callback` for the browser that X sends back; answers it once, then closes.
 * @throws {AppError} `conflict` when every port is taken.
 */
export async function listenForRedirect(ports: readonly number[] = REDIRECT_PORTS): Promise<RedirectListener> {
  const arrived = Promise.withResolvers<string>()
  // Nobody may be waiting yet when the listener is closed.
  arrived.promise.catch(() => undefined)
  for (const port of ports) {
    const server = createServer()
    if (!(await listens(server, port))) continue
    const address = server.address()
    const actualPort = typeof address === 'object' && address !== null ? address.port : port
    answer(server, actualPort, arrived.resolve)
    return {
      redirectUri: redirectAddress(actualPort),
      arrived: arrived.promise,
      close: () => {
        arrived.reject(new AppError('closed', 'The sign-in was cancelled.'))
        server.close()
        server.closeAllConnections()
      }
    }
  }
  throw new AppError(
    'conflict',
    'The ports {ports} of this computer are all in use; close the program that uses one of them and sign in again.',
    { ports: ports.join(', ') }
  )
}

function listens(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => resolve(true))
  })
}

function answer(server: Server, port: number, arrived: (url: string) => void): void {
  server.on('request', (request, response) => {
    // A page that resolves its own name to 127.0.0.1 would come with that name as Host.
    const hostIsOurs = request.headers.host === `127.0.0.1:${port}`
    const url = URL.canParse(request.url ?? '', `http://127.0.0.1:${port}`)
      ? new URL(request.url ?? '', `http://127.0.0.1:${port}`)
      : null
    if (!hostIsOurs || request.method !== 'GET' || url?.pathname !== '/callback') {
      response.writeHead(hostIsOurs ? 404 : 403, PAGE_HEADERS)
      response.end(page('Nothing here', 'This address only waits for the sign-in at X.'))
      return
    }
    const refused = url.searchParams.has('error')
    if (!refused && !url.searchParams.has('code')) {
      response.writeHead(404, PAGE_HEADERS)
      response.end(page('Nothing here', 'This address only waits for the sign-in at X.'))
      return
    }
    response.writeHead(200, PAGE_HEADERS)
    response.end(
      refused
        ? page('Sign-in cancelled', 'X did not give access. You can close this tab and try again in Backchannel.')
        : page('You are signed in', 'You can close this tab and go back to Backchannel.'),
      () => server.close()
    )
    arrived(url.href)
  })
}

function page(title: string, text: string): string {
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Backchannel: ${title}</title>
<style>body{font:15px/1.5 system-ui,sans-serif;max-width:26rem;margin:20vh auto;padding:0 1rem;color-scheme:light dark}</style>
<h1>${title}</h1><p>${text}</p></html>
`
}
