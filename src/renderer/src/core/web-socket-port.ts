import type { Port } from '../../../shared/contract/frames.ts'

/** What this file needs of a browser's WebSocket. */
export type Socket = Pick<WebSocket, 'send' | 'close' | 'addEventListener'>

/** Frames over a WebSocket; what is sent before it opens waits for it. */
export function webSocketPort(socket: Socket): Port {
  let waiting: string[] | null = []
  let closed = false
  const frames = new Set<(frame: string) => void>()
  const closings = new Set<() => void>()
  socket.addEventListener('open', () => {
    for (const frame of waiting ?? []) socket.send(frame)
    waiting = null
  })
  socket.addEventListener('message', (event) => {
    if (typeof event.data === 'string') for (const listener of frames) listener(event.data)
  })
  socket.addEventListener('close', () => {
    if (closed) return
    closed = true
    for (const listener of closings) listener()
  })
  return {
    send: (frame) => {
      if (closed) return
      if (waiting) waiting.push(frame)
      else socket.send(frame)
    },
    onFrame: (listener) => {
      frames.add(listener)
      return () => frames.delete(listener)
    },
    onClose: (listener) => {
      closings.add(listener)
      return () => closings.delete(listener)
    },
    close: () => socket.close()
  }
}
