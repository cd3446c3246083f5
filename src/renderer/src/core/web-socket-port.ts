import type { Port } from '../../../shared/contract/frames.ts'
import { portListeners } from '../../../shared/port-listeners.ts'

/** What this file needs of a browser's WebSocket. */
export type Socket = Pick<WebSocket, 'send' | 'close' | 'addEventListener'>

/** Frames over a WebSocket; what is sent before it opens waits for it. */
export function webSocketPort(socket: Socket): Port {
  let waiting: string[] | null = []
  let closed = false
  const listeners = portListeners()
  socket.addEventListener('open', () => {
    for (const frame of waiting ?? []) socket.send(frame)
    waiting = null
  })
  socket.addEventListener('message', (event) => {
    if (typeof event.data === 'string') listeners.frame(event.data)
  })
  socket.addEventListener('close', () => {
    if (closed) return
    closed = true
    listeners.closed()
  })
  return {
    send: (frame) => {
      if (closed) return
      if (waiting) waiting.push(frame)
      else socket.send(frame)
    },
    ...listeners.on,
    close: () => socket.close()
  }
}
