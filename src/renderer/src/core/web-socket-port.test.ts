import { expect, test } from 'vitest'
import { webSocketPort } from './web-socket-port.ts'

function fakeSocket() {
  const target = new EventTarget()
  const sent: string[] = []
  return {
    sent,
    emit: (event: Event) => target.dispatchEvent(event),
    socket: {
      send: (frame: string) => void sent.push(frame),
      close: () => void target.dispatchEvent(new Event('close')),
      addEventListener: target.addEventListener.bind(target)
    } as unknown as WebSocket
  }
}

test('frames sent before the socket opens leave in order once it is open', () => {
  const { socket, sent, emit } = fakeSocket()
  const port = webSocketPort(socket)
  port.send('one')
  port.send('two')
  expect(sent).toEqual([])
  emit(new Event('open'))
  port.send('three')
  expect(sent).toEqual(['one', 'two', 'three'])
})

test('a closed socket says so once and takes nothing more', () => {
  const { socket, sent, emit } = fakeSocket()
  const port = webSocketPort(socket)
  let closings = 0
  port.onClose(() => (closings += 1))
  emit(new Event('open'))
  emit(new Event('close'))
  emit(new Event('close'))
  port.send('lost')
  expect(closings).toBe(1)
  expect(sent).toEqual([])
})

test('incoming text frames reach the listener, anything else does not', () => {
  const { socket, emit } = fakeSocket()
  const got: string[] = []
  webSocketPort(socket).onFrame((frame) => got.push(frame))
  emit(new MessageEvent('message', { data: 'frame' }))
  emit(new MessageEvent('message', { data: new ArrayBuffer(2) }))
  expect(got).toEqual(['frame'])
})
