import { expect, test } from 'vitest'
import { type Bridge, bridgePort } from './bridge.ts'

test('a port over the bridge closes when the core was started again', () => {
  const listeners = new Set<(frame: string | null) => void>()
  const sent: string[] = []
  const bridge: Bridge = {
    send: (frame) => void sent.push(frame),
    onFrame: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    native: () => Promise.reject(new Error('not here'))
  }
  const tell = (frame: string | null): void => {
    for (const listener of [...listeners]) listener(frame)
  }
  const port = bridgePort(bridge)
  const got: string[] = []
  let closed = 0
  port.onFrame((frame) => void got.push(frame))
  port.onClose(() => (closed += 1))
  port.send('hello')
  tell('one')
  tell(null)
  tell('two')
  port.send('late')
  expect({ sent, got, closed, listeners: listeners.size }).toEqual({
    sent: ['hello'],
    got: ['one'],
    closed: 1,
    listeners: 0
  })
})
