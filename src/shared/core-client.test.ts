import { expect, test } from 'vitest'
import type { LiveState } from './core-client.ts'
import { CoreClient } from './core-client.ts'
import type { DownFrame, Port, Row, UpFrame } from './contract/frames.ts'
import type { QueueRow } from './contract/rows.ts'

/** The core's side of a port, by hand. */
function handPort(): Port & { readonly up: UpFrame[]; down(frame: DownFrame): void; lose(): void } {
  const up: UpFrame[] = []
  let frameListener: (frame: string) => void = () => undefined
  let closeListener = (): void => undefined
  return {
    up,
    down: (frame) => frameListener(JSON.stringify(frame)),
    lose: () => closeListener(),
    send: (frame) => void up.push(JSON.parse(frame) as UpFrame),
    onFrame(listener) {
      frameListener = listener
      return () => undefined
    },
    onClose(listener) {
      closeListener = listener
      return () => undefined
    },
    close: () => undefined
  }
}

function newClient(): CoreClient {
  let last = 0
  return new CoreClient(() => `command-${(last += 1)}`)
}

test('says hello, then renews subscriptions and repeats what is unanswered on a new port', async () => {
  const client = newClient()
  const states: LiveState<QueueRow>[] = []
  client.subscribe('inbox.counts', { account: null }, (state) => states.push(state))
  const result = client.run('sync.now', {})
  const first = handPort()
  client.attach(first)
  expect(first.up.map((frame) => frame.t)).toEqual(['hello', 'sub', 'cmd'])
  first.down({ t: 'hello', v: 1 })
  expect(client.connection).toBe('open')
  const command = first.up.find((frame) => frame.t === 'cmd')

  first.lose()
  expect(client.connection).toBe('lost')
  const second = handPort()
  client.attach(second)
  // The same command id: the core gives the recorded result instead of doing it twice.
  expect(second.up.find((frame) => frame.t === 'cmd')).toEqual(command)
  expect(second.up.map((frame) => frame.t)).toEqual(['hello', 'sub', 'cmd'])
  second.down({ t: 'snap', id: 1, rows: [{ id: 'inbox' } as Row] })
  second.down({ t: 'done', id: 2, result: null })
  expect(await result).toBeNull()
  expect(states).toEqual([{ status: 'ready', rows: [{ id: 'inbox' }] }])

  // What an old port still says is nobody's business any more.
  first.down({ t: 'snap', id: 1, rows: [] })
  expect(states).toHaveLength(1)
  first.lose()
  expect(client.connection).not.toBe('lost')
})

test('a stopped subscription hears nothing more and is not renewed', () => {
  const client = newClient()
  let heard = 0
  const stop = client.subscribe('inbox.counts', { account: null }, () => (heard += 1))
  const port = handPort()
  client.attach(port)
  port.down({ t: 'snap', id: 1, rows: [] })
  stop()
  stop()
  expect(port.up.filter((frame) => frame.t === 'unsub')).toEqual([{ t: 'unsub', id: 1 }])
  port.down({ t: 'patch', subs: [{ id: 1, rows: [], splice: { at: 0, remove: 0, ids: [] } }] })
  expect(heard).toBe(1)
  const next = handPort()
  client.attach(next)
  expect(next.up.map((frame) => frame.t)).toEqual(['hello'])
})

test('failures reject with their code; a failed subscription keeps the rows it had', async () => {
  const client = newClient()
  const states: LiveState<QueueRow>[] = []
  const port = handPort()
  client.attach(port)
  client.subscribe('inbox.counts', { account: null }, (state) => states.push(state))
  port.down({ t: 'snap', id: 1, rows: [{ id: 'inbox' } as Row] })
  port.down({ t: 'fail', id: 1, code: 'internal', message: 'no' })
  expect(states.at(-1)).toEqual({ status: 'error', rows: [{ id: 'inbox' }], code: 'internal', message: 'no' })
  const asked = client.ask('jobs.list', {})
  port.down({ t: 'fail', id: 2, code: 'not-found', message: 'nothing there' })
  await expect(asked).rejects.toMatchObject({ code: 'not-found', message: 'nothing there' })
})

test('fatal ends everything that waits; closing does, too', async () => {
  const client = newClient()
  const port = handPort()
  client.attach(port)
  const waiting = client.ask('jobs.list', {})
  port.down({ t: 'fatal', code: 'protocol', message: 'Reload.' })
  await expect(waiting).rejects.toMatchObject({ code: 'protocol' })
  await expect(client.ask('jobs.list', {})).rejects.toMatchObject({ code: 'protocol' })
  port.lose()
  expect(client.connection).toBe('fatal')

  const other = newClient()
  other.attach(handPort())
  const left = other.run('sync.now', {})
  other.close()
  await expect(left).rejects.toMatchObject({ code: 'closed' })
})
