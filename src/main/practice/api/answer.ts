import type { IncomingMessage, ServerResponse } from 'node:http'
import type { PracticeClock } from '../deps.ts'
import type { Reply, StreamReply } from './reply.ts'
import { writeJson } from './reply.ts'

export interface Wire {
  readonly status: number
  readonly headers: Record<string, string>
  readonly bytes: Buffer
}

/** A reply as it goes over the wire, with the headers X sends on every answer. */
export function toWire(reply: Reply, now: number): Wire {
  const base = {
    date: new Date(now).toUTCString(),
    'api-version': '2.167',
    'x-access-level': 'read-write-directmessages'
  }
  switch (reply.kind) {
    case 'json':
      return {
        status: reply.status,
        headers: { ...base, 'content-type': 'application/json; charset=utf-8', ...reply.headers },
        bytes: Buffer.from(writeJson(reply.body))
      }
    case 'bytes':
      return {
        status: 200,
        headers: { ...base, 'content-type': reply.contentType, ...reply.headers },
        bytes: reply.bytes
      }
    case 'html':
      return {
        status: reply.status,
        headers: { ...base, 'content-type': 'text/html; charset=utf-8', ...reply.headers },
        bytes: Buffer.from(reply.html)
      }
    case 'redirect':
      return { status: 302, headers: { ...base, location: reply.location }, bytes: Buffer.alloc(0) }
    case 'stream':
      // Faults that need a whole answer see a stream that ended at once.
      return { status: 200, headers: { ...base, ...streamHeaders, ...reply.headers }, bytes: Buffer.alloc(0) }
  }
}

const streamHeaders = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' }

/** Keeps the connection open; the reply writes into it until either side ends it. */
export function startStream(response: ServerResponse, reply: StreamReply, now: number): void {
  const { status, headers } = toWire(reply, now)
  response.writeHead(status, headers)
  response.flushHeaders()
  const stop = reply.open({
    write: (text) => void response.write(text),
    end: () => void response.end(),
    destroy: () => void response.destroy()
  })
  response.once('close', stop)
}

export function send(response: ServerResponse, wire: Wire): void {
  response.writeHead(wire.status, { ...wire.headers, 'content-length': String(wire.bytes.length) })
  response.end(wire.bytes)
}

/** Promises the whole body, sends half of it and hangs up. */
export function sendTruncated(response: ServerResponse, wire: Wire): void {
  response.writeHead(wire.status, { ...wire.headers, 'content-length': String(wire.bytes.length) })
  response.write(wire.bytes.subarray(0, Math.floor(wire.bytes.length / 2)), () => response.destroy())
}

export function sendSlowly(
  response: ServerResponse,
  wire: Wire,
  clock: PracticeClock,
  pieces: number,
  everyMs: number
): void {
  response.writeHead(wire.status, { ...wire.headers, 'content-length': String(wire.bytes.length) })
  const size = Math.max(1, Math.ceil(wire.bytes.length / Math.max(1, pieces)))
  const piece = (from: number): void => {
    if (response.destroyed) return
    response.write(wire.bytes.subarray(from, from + size))
    if (from + size >= wire.bytes.length) response.end()
    else clock.after(everyMs, () => piece(from + size))
  }
  piece(0)
}

/** Above X's largest piece of an upload (x-api.md 1.9). */
const MAX_BODY = 8_000_000

/** The whole body. @throws when it is longer than eight megabytes or the sender hangs up. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > MAX_BODY) throw new Error('The body is too large')
    parts.push(part)
  }
  return Buffer.concat(parts)
}
