import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Port } from '../../shared/contract/frames.ts'
import type { Core } from '../core/core-interface.ts'
import type { Log } from '../core/deps.ts'
import { MAX_FRAME_BYTES } from '../host/limits.ts'
import { portOf } from './http-server.ts'
import type { Pairing } from './pairing.ts'
import { guardUpgrade } from './request-guard.ts'

/** Bytes that may wait for a tab that does not read; beyond that it is dropped, and comes back when it wakes up. */
const MAX_BUFFERED_BYTES = 64_000_000

/** Serves `ws://127.0.0.1:PORT/core`: one client of the core per socket. The returned function closes all of them. */
export function serveSockets(
  server: Server,
  parts: { readonly core: Pick<Core, 'connect'>; readonly pairing: Pairing; readonly log: Log }
): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES, perMessageDeflate: false })

  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy())
    const verdict = guardUpgrade(request, portOf(server))
    if (!verdict.ok || !parts.pairing.isPaired(request.headers.cookie)) {
      parts.log.warn('a socket was refused', { reason: verdict.ok ? 'not paired' : verdict.reason })
      const status = verdict.ok ? '403 Forbidden' : verdict.status === 403 ? '403 Forbidden' : '400 Bad Request'
      stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
      return
    }
    sockets.handleUpgrade(request, stream, head, (socket) => {
      socket.on('error', (error) => parts.log.warn('a socket failed', { error }))
      parts.core.connect(socketPort(socket))
    })
  })

  return () => {
    for (const socket of sockets.clients) {
      socket.close(1001, 'Backchannel is closing')
      socket.terminate()
    }
    sockets.close()
  }
}

function socketPort(socket: WebSocket): Port {
  return {
    send: (frame) => {
      if (socket.readyState !== socket.OPEN) return
      if (socket.bufferedAmount > MAX_BUFFERED_BYTES) socket.terminate()
      else socket.send(frame)
    },
    onFrame: (listener) => {
      const receive = (data: { toString(): string }, isBinary: boolean): void => {
        if (isBinary) socket.close(1003, 'Frames are text')
        else listener(data.toString())
      }
      socket.on('message', receive)
      return () => socket.off('message', receive)
    },
    onClose: (listener) => {
      socket.once('close', listener)
      return () => socket.off('close', listener)
    },
    close: () => socket.close(1000)
  }
}
