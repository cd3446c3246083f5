import { expect, test } from 'vitest'
import { type DownFrame, encodeFrame, type Port, type UpFrame } from '../shared/contract/frames.ts'
import { hostPractice, wantsPractice } from './practice-host.ts'

const silentLog = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }

interface Account {
  readonly id: string
  readonly practice: boolean
}

/** A core that knows accounts only, and does with the practice account what the real one does. */
function stubCore(): { connect(port: Port): void; set(accounts: Account[]): void; readonly added: unknown[] } {
  let accounts: Account[] = []
  let subscription = 0
  let tell: (frame: DownFrame) => void = () => undefined
  const added: unknown[] = []
  const set = (next: Account[]): void => {
    const remove = accounts.length
    accounts = next
    tell({
      t: 'patch',
      subs: [{ id: subscription, rows: next, splice: { at: 0, remove, ids: next.map(({ id }) => id) } }]
    })
  }
  return {
    added,
    set,
    connect: (port) => {
      tell = (frame) => port.send(encodeFrame(frame))
      port.onFrame((text) => {
        const frame = JSON.parse(text) as UpFrame
        if (frame.t === 'sub') {
          subscription = frame.id
          tell({ t: 'snap', id: frame.id, rows: accounts })
        }
        if (frame.t === 'cmd') {
          added.push(frame.input)
          set([{ id: '1', practice: true }])
          tell({ t: 'done', id: frame.id, result: { account: {} } })
        }
      })
    }
  }
}

function workspaces(): { open(): Promise<never>; readonly opened: () => number; readonly closed: () => number } {
  let opened = 0
  let closed = 0
  return {
    open: async () => {
      opened += 1
      const server = {
        api: `http://127.0.0.1:${opened}`,
        auth: `http://127.0.0.1:${opened}`,
        clientId: 'c',
        accessToken: 'a',
        refreshToken: 'r',
        appBearer: 'b',
        close: async () => {
          closed += 1
        }
      }
      return server as never
    },
    opened: () => opened,
    closed: () => closed
  }
}

/** The frames between host and core need a few turns; none of them waits for anything else. */
async function settled(host: { settled(): Promise<void> }): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) {
    await Promise.resolve()
    await host.settled()
  }
}

test('runs while nobody has an account of their own, once, and signs the console in', async () => {
  const core = stubCore()
  const servers = workspaces()
  const host = hostPractice({ core, open: servers.open, log: silentLog })
  await settled(host)
  expect([servers.opened(), servers.closed(), core.added]).toEqual([
    1,
    0,
    [
      {
        api: 'http://127.0.0.1:1',
        auth: 'http://127.0.0.1:1',
        clientId: 'c',
        accessToken: 'a',
        refreshToken: 'r',
        appBearer: 'b',
        practice: true
      }
    ]
  ])
  core.set([{ id: '9', practice: false }])
  await settled(host)
  expect([servers.opened(), servers.closed()]).toEqual([1, 1])
  core.set([])
  await settled(host)
  expect([servers.opened(), servers.closed()]).toEqual([2, 1])
  await host.close()
  expect(servers.closed()).toBe(2)
})

test('closing while the server is still starting closes that server too', async () => {
  const servers = workspaces()
  const started = Promise.withResolvers<void>()
  const go = Promise.withResolvers<void>()
  const host = hostPractice({
    core: stubCore(),
    open: async () => {
      started.resolve()
      await go.promise
      return servers.open()
    },
    log: silentLog
  })
  await started.promise
  const closing = host.close()
  go.resolve()
  await closing
  expect([servers.opened(), servers.closed()]).toEqual([1, 1])
})

test('stays away from a desk with a real account', async () => {
  const core = stubCore()
  core.set([{ id: '9', practice: false }])
  const servers = workspaces()
  const host = hostPractice({ core, open: servers.open, log: silentLog })
  await settled(host)
  await host.close()
  expect(servers.opened()).toBe(0)
})

test('a workspace that cannot be opened is reported, and the rest goes on', async () => {
  const complaints: string[] = []
  const host = hostPractice({
    core: stubCore(),
    open: () => Promise.reject(new Error('no port')),
    log: { ...silentLog, error: (message) => void complaints.push(message) }
  })
  await settled(host)
  await host.close()
  expect(complaints).toEqual(['the practice workspace could not be opened'])
})

test('practice is for those without an account', () => {
  const account = { id: '1', username: 'a', name: 'A', avatar: null, archiveOnly: false }
  expect(wantsPractice([])).toBe(true)
  expect(wantsPractice([{ ...account, practice: true }])).toBe(true)
  expect(wantsPractice([{ ...account, practice: false }])).toBe(false)
  expect(wantsPractice([{ ...account, practice: false, archiveOnly: true }])).toBe(false)
})
