import type { ServerResponse } from 'node:http'
import { pageHeaders } from '../host/page-headers.ts'

/** A short page of the host itself (never the console): refusals and the stop on the way in. */
export function sendPlainPage(
  response: ServerResponse,
  status: number,
  page: { title: string; text: string; redirectTo?: string },
  headers: Record<string, string> = {}
): void {
  const refresh = page.redirectTo === undefined ? '' : `<meta http-equiv="refresh" content="0;url=${page.redirectTo}">`
  const body = `<!doctype html>
<html lang="en"><meta charset="utf-8">${refresh}<title>Backchannel: ${page.title}</title>
<style>body{font:15px/1.5 system-ui,sans-serif;max-width:28rem;margin:20vh auto;padding:0 1rem;color-scheme:light dark}</style>
<h1>${page.title}</h1><p>${page.text}</p></html>
`
  response.writeHead(status, {
    ...pageHeaders(),
    'content-type': 'text/html; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    'cache-control': 'no-store',
    ...headers
  })
  response.end(response.req.method === 'HEAD' ? undefined : body)
}
