import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Writable } from 'node:stream'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startSimulatedX, type SimulatedX } from '../practice/server.ts'
import { createWorld, type World } from '../practice/world.ts'
import { main } from './main.ts'

interface Result {
  readonly code: number
  readonly out: string
  readonly err: string
  /** The last line of stdout. */
  readonly json: Record<string, unknown>
}

interface Running {
  readonly ended: Promise<Result>
  /** Resolves with the next whole line of stdout. */
  readonly nextLine: () => Promise<string>
  readonly interrupt: () => void
}

let folder: string
let world: World
let server: SimulatedX
let customer: string
let tokens: { accessToken: string; refreshToken: string }
let everything: string
let opened: (url: string) => Promise<void>

function start(...argv: string[]): Running {
  const interrupt = new AbortController()
  let out = ''
  let err = ''
  let taken = 0
  let arrived: (() => void) | null = null
  const sink = (add: (text: string) => void): Writable =>
    new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        add(chunk.toString())
        everything += chunk.toString()
        arrived?.()
        done()
      }
    })
  const io = {
    stdout: sink((text) => (out += text)),
    stderr: sink((text) => (err += text)),
    interrupted: interrupt.signal,
    openInBrowser: (url: string) => opened(url),
    onFault: () => undefined
  }
  const ended = main(argv, io).then((code): Result => {
    const last = out.trimEnd().split('\n').at(-1) ?? ''
    return { code, out, err, json: last.startsWith('{') ? (JSON.parse(last) as Record<string, unknown>) : {} }
  })
  const nextLine = async (): Promise<string> => {
    for (;;) {
      const lines = out.split('\n')
      if (lines.length > taken + 1) return lines[taken++] ?? ''
      await new Promise<void>((resolve) => (arrived = resolve))
    }
  }
  return { ended, nextLine, interrupt: () => interrupt.abort() }
}

function cli(...argv: string[]): Promise<Result> {
  return start(...argv, '--data', path.join(folder, 'desk')).ended
}

function addAccount(): Promise<Result> {
  const { accessToken, refreshToken } = tokens
  return cli(
    ...'accounts add --json --client-id'.split(' '),
    server.clientId,
    '--api',
    server.url,
    '--auth',
    server.url,
    '--access-token',
    accessToken,
    '--refresh-token',
    refreshToken
  )
}

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'backchannel-cli-'))
  everything = ''
  opened = async () => undefined
  world = createWorld({ brand: { username: 'shop', name: 'Shop' } })
  customer = world.addUser({ username: 'ana', name: 'Ana Silva' }).id
  world.say(customer, world.brand.id, 'Where is my parcel?')
  world.say(customer, world.brand.id, 'Order 4711')
  server = await startSimulatedX({ world, consent: 'auto' })
  tokens = server.issueTokens()
})

afterEach(async () => {
  await server.close()
  for (const token of Object.values(tokens)) if (everything.includes(token)) throw new Error('A token was printed.')
})

test('the main job: add, sync, reply once, send, search, export', async () => {
  expect(await addAccount()).toMatchObject({
    code: 0,
    json: { account: { id: world.brand.id, username: 'shop', name: 'Shop' } }
  })
  expect((await cli('accounts', 'list', '--json')).json).toMatchObject({
    accounts: [{ id: world.brand.id, practice: false }]
  })

  const first = await cli('sync', '--once', '--json')
  expect(first).toMatchObject({
    code: 0,
    json: { accounts: [{ id: world.brand.id, events_new: 2, complete: true }], outbox: { sent: 0 } }
  })
  expect(await cli('search', 'parcel', 'in:nowhere')).toMatchObject({
    code: 2,
    err: 'There is no queue, saved view or account “nowhere”.\n'
  })
  const conversation = (await cli('search', 'parcel', 'from:them', '--json')).json
  expect(conversation).toMatchObject({
    hits: [{ snippet: 'Where is my parcel?' }],
    took_ms: expect.any(Number) as number
  })
  const id = (conversation['hits'] as { conversation_id: string }[])[0]?.conversation_id ?? ''
  expect(id).toMatch(/^\d+-\d+$/)

  const reply = ['reply', '--conversation', id, '--text', 'It left today.', '--command-id', 'c-1', '--json']
  const once = await cli(...reply)
  const twice = await cli(...reply)
  expect(once).toMatchObject({ code: 0, json: { state: 'queued' } })
  expect(twice.json['outbox_id']).toBe(once.json['outbox_id'])

  expect((await cli('sync', '--once', '--json')).json).toMatchObject({ outbox: { sent: 1, queued: 0 } })
  expect(world.sent).toHaveLength(1)
  const outbox = (await cli('outbox', 'list', '--json')).json
  expect(outbox).toEqual({
    outbox: [
      {
        id: once.json['outbox_id'],
        conversation_id: id,
        text: 'It left today.',
        state: 'sent',
        event_id: world.sent[0]?.id,
        reason: null
      }
    ]
  })

  const lines = (await cli('export', '--format', 'jsonl')).out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { type: string; text?: string })
  expect(
    lines
      .filter(({ type }) => type === 'message')
      .map(({ text }) => text)
      .toSorted()
  ).toEqual(['It left today.', 'Order 4711', 'Where is my parcel?'])
  const file = path.join(folder, 'out.csv')
  expect((await cli('export', '--format', 'csv', '--out', file, '--json')).json).toMatchObject({
    file,
    messages: 3,
    conversations: 1
  })
  expect(readFileSync(file, 'utf8')).toContain('It left today.')

  expect((await cli('accounts', 'remove', '@shop', '--json')).json).toEqual({ accounts: [] })
})

test('a reply to a customer by id', async () => {
  await addAccount()
  expect(await cli('reply', '--to', customer, '--text', 'Hello Ana', '--json')).toMatchObject({
    code: 0,
    json: { state: 'queued' }
  })
  await cli('sync', '--once')
  expect(world.sent).toHaveLength(1)
})

test('a reply for later waits for its time; the past is refused with a sentence', async () => {
  await addAccount()
  const reply = (at: string) => cli('reply', '--to', customer, '--text', 'Later', '--at', at, '--json')
  expect(await reply('2020-01-01T09:00:00Z')).toMatchObject({
    code: 2,
    json: { error: { code: 'invalid-input', message: 'That time is over. Choose one in the future.' } }
  })
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
  expect(await reply(tomorrow)).toMatchObject({ code: 0, json: { state: 'held' } })
  expect((await cli('sync', '--once', '--json')).json).toMatchObject({ outbox: { sent: 0, queued: 1 } })
  expect((await cli('outbox', 'list', '--json')).json).toMatchObject({
    outbox: [{ state: 'held', scheduled_at: tomorrow }]
  })
  expect(world.sent).toEqual([])
})

test('a reply to somebody who never wrote, by handle', async () => {
  await addAccount()
  const { id } = world.addUser({ username: 'newcomer' })
  const reply = (to: string) => cli('reply', '--to', to, '--text', 'Hello', '--json')
  expect(await reply('@newcomer')).toMatchObject({ code: 0, json: { state: 'queued' } })
  await cli('sync', '--once')
  expect(world.sent.map((event) => world.members(event.conversationId).includes(id))).toEqual([true])
  expect(await reply('@nobody_here')).toMatchObject({
    code: 1,
    json: { error: { code: 'not-found', message: 'X knows nobody called @nobody_here. Check the spelling.' } }
  })
})

test('signs in at X in the browser when there are no tokens', async () => {
  opened = async (url) => {
    // The browser: follows the consent back to the loopback address.
    await fetch(url)
  }
  const result = await cli(
    'accounts',
    'add',
    '--json',
    '--client-id',
    server.clientId,
    '--api',
    server.url,
    '--auth',
    server.url
  )
  expect(result).toMatchObject({ code: 0, json: { account: { id: world.brand.id } } })
  expect(result.err).toContain(`${server.url}/`)
})

test.each([
  [['bogus'], 'Unknown command'],
  [['sync'], '--once or --watch'],
  [['sync', '--once', '--watch'], '--once or --watch'],
  [['sync', '--once', '--max-cost', 'much'], '--max-cost'],
  [['reply', '--text', 'x'], '--conversation or --to'],
  [['reply', '--to', 'ana', '--text', 'x'], 'digits only'],
  [['reply', '--conversation', '../1', '--text', 'x'], 'is no conversation id'],
  [['reply', '--to', '12'], '--text'],
  [['export', '--format', 'pdf'], 'pdf'],
  [['export'], '--format'],
  [['export', '--format', 'csv', '--since', 'soon'], 'ISO date'],
  [['search', 'x', '--limit', '0'], '--limit'],
  [['search'], 'query'],
  [['search', 'form:ana'], 'Did you mean “from:ana”?'],
  [['serve', '--port', '70000'], '--port'],
  [['import'], 'path'],
  [['accounts', 'add', '--client-id', 'c', '--api', 'http://example.com', '--access-token', 'T'], 'loopback'],
  [['accounts', 'add', '--client-id', 'c', '--auth', 'ftp://example.com'], 'web address'],
  [['accounts', 'add', '--client-id', 'c', '--refresh-token', 'T'], '--access-token'],
  [['accounts', 'add'], '--client-id'],
  [['doctor', '--colour'], '--colour']
])('wrong usage: %j', async (argv, words) => {
  const plain = await start(...argv, '--data', folder).ended
  expect([plain.code, plain.out]).toEqual([2, ''])
  expect(plain.err).toContain(words)
  expect(plain.err.trimEnd().split('\n')).toHaveLength(1)
  const json = await start(...argv, '--json', '--data', folder).ended
  expect(json).toMatchObject({
    code: 2,
    json: { error: { code: 'invalid-input', message: expect.stringContaining(words) as string } }
  })
  expect(readdirSync(folder)).toEqual([])
})

test('without a command it says how to find one', async () => {
  expect(await start().ended).toMatchObject({
    code: 2,
    out: '',
    err: 'Name a command. `backchannel --help` lists them.\n'
  })
  expect(await start('--help').ended).toMatchObject({
    code: 0,
    err: '',
    out: expect.stringContaining('sync') as string
  })
})

test('what is not there ends with 1 and a sentence', async () => {
  await addAccount()
  for (const argv of [
    ['reply', '--conversation', '1-2', '--text', 'x'],
    ['outbox', 'retry', 'nothing'],
    ['outbox', 'discard', 'nothing'],
    ['accounts', 'remove', '99'],
    ['import', path.join(folder, 'nothing.zip')]
  ]) {
    const result = await cli(...argv, '--json')
    expect({ argv, code: result.code }).toEqual({ argv, code: 1 })
    expect(result.json).toMatchObject({ error: { message: expect.stringMatching(/^[^\n]+\.$/) as string } })
    expect(result.err).not.toMatch(/\n {4}at /)
  }
})

test('without an account a sync asks for one', async () => {
  expect(await cli('sync', '--once', '--json')).toMatchObject({
    code: 3,
    json: { accounts: [], error: { code: 'sign-in-needed' } }
  })
})

test('each trouble at X has its exit code, and the report comes out all the same', async () => {
  await addAccount()
  server.faults.add({ kind: 'out-of-credits' }, { path: '/2/dm_events', times: 5 })
  expect(await cli('sync', '--once', '--json')).toMatchObject({
    code: 4,
    json: { accounts: [{ id: world.brand.id, problem: { code: 'out-of-credits' } }] }
  })
  server.faults.clear()

  server.faults.add({ kind: 'rate-limited', rateHeaders: true }, { path: '/2/dm_events' })
  const limited = await cli('sync', '--once', '--json')
  expect(limited).toMatchObject({ code: 0, json: { accounts: [{ complete: false }] } })
  expect((limited.json['accounts'] as { next_allowed_at: string }[])[0]?.next_allowed_at).toMatch(/^\d{4}-\d\d-\d\dT/)
})

test('tokens that X refuses: sign in again', async () => {
  await addAccount()
  server.faults.add({ kind: 'token-refused' }, { times: 50 })
  server.faults.add(
    { kind: 'status', status: 400, body: { error: 'invalid_request' } },
    { path: '/2/oauth2/token', times: 50 }
  )
  expect((await cli('sync', '--once', '--json')).code).toBe(3)
})

test('X out of reach: 1, with the report', async () => {
  await addAccount()
  await server.close()
  expect(await cli('sync', '--once', '--json')).toMatchObject({ code: 1, json: { accounts: [{ complete: false }] } })
})

test('a data folder has one owner at a time', async () => {
  const holder = start('serve', '--no-open', '--data', path.join(folder, 'desk'))
  await holder.nextLine()
  const second = await cli('search', 'x', '--json')
  expect(second).toMatchObject({ code: 5, json: { error: { code: 'data-folder-in-use' } } })
  expect(second.err).toContain(String(process.pid))
  expect((await cli('doctor', '--json')).code).toBe(5)
  holder.interrupt()
  expect((await holder.ended).code).toBe(0)
  expect((await cli('search', 'x')).code).toBe(0)
})

test('serve prints its address first, already paired, and ends on the interrupt', async () => {
  const running = start('serve', '--no-open', '--data', path.join(folder, 'desk'))
  const { url } = JSON.parse(await running.nextLine()) as { url: string }
  const paired = await fetch(url, { redirect: 'manual' })
  expect([paired.status, paired.headers.get('location')]).toEqual([303, '/'])
  running.interrupt()
  expect((await running.ended).code).toBe(0)
  await expect(fetch(url)).rejects.toThrow()
})

test('sync --watch prints one line per round until the interrupt', async () => {
  await addAccount()
  const running = start('sync', '--watch', '--json', '--data', path.join(folder, 'desk'))
  expect(JSON.parse(await running.nextLine())).toMatchObject({ accounts: [{ events_new: 2 }] })
  running.interrupt()
  expect((await running.ended).code).toBe(0)
})

test('practice prints how to sign in to it', async () => {
  const running = start('practice', '--json', '--data', folder)
  const printed = JSON.parse(await running.nextLine()) as { url: string; access_token: string; account: { id: string } }
  const me = await fetch(`${printed.url}/2/users/me`, { headers: { authorization: `Bearer ${printed.access_token}` } })
  expect(await me.json()).toMatchObject({ data: { id: printed.account.id } })
  running.interrupt()
  expect((await running.ended).code).toBe(0)
})

test('doctor says what it found', async () => {
  const { code, json } = await cli('doctor', '--json')
  expect([code, json['ok']]).toEqual([0, true])
  expect((json['checks'] as { id: string }[]).map(({ id }) => id)).toContain('node')
})

test('tokens reach neither the log nor a readable file', async () => {
  await addAccount()
  await cli('sync', '--once')
  const desk = path.join(folder, 'desk')
  for (const name of readdirSync(desk, { recursive: true, withFileTypes: true })) {
    if (!name.isFile() || name.name === 'secrets.json') continue
    const content = readFileSync(path.join(name.parentPath, name.name), 'latin1')
    expect({ name: name.name, leaks: content.includes(tokens.accessToken) }).toEqual({ name: name.name, leaks: false })
  }
})
