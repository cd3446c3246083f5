import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Writable } from 'node:stream'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ReportRow } from '../../shared/contract/report-rows.ts'
import { startSimulatedX, type SimulatedX } from '../practice/server.ts'
import { createWorld, type World } from '../practice/world.ts'
import { main } from './main.ts'

let folder: string
let world: World
let server: SimulatedX

async function cli(...argv: string[]) {
  const written = { out: '', err: '' }
  const sink = (name: 'out' | 'err'): Writable =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        written[name] += chunk.toString()
        done()
      }
    })
  const io = {
    stdout: sink('out'),
    stderr: sink('err'),
    interrupted: new AbortController().signal,
    openInBrowser: async () => undefined,
    onFault: () => undefined
  }
  const code = await main([...argv, '--data', path.join(folder, 'desk')], io)
  const last = written.out.trimEnd().split('\n').at(-1) ?? ''
  return { code, ...written, json: last.startsWith('{') ? (JSON.parse(last) as Record<string, unknown>) : {} }
}

const today = new Date().toISOString().slice(0, 10)
const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
const days = ['--from', yesterday, '--to', today, '--zone', 'UTC']

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'backchannel-report-'))
  world = createWorld({ brand: { username: 'shop', name: 'Shop' } })
  const ana = world.addUser({ username: 'ana', name: '=Ana()' }).id
  world.say(ana, world.brand.id, 'Where is my parcel?')
  world.say(ana, world.brand.id, 'Order 4711')
  world.say(world.brand.id, ana, 'On its way.')
  server = await startSimulatedX({ world, consent: 'auto' })
  const { accessToken, refreshToken } = server.issueTokens()
  const account = ['--api', server.url, '--auth', server.url, '--client-id', server.clientId]
  await cli('accounts', 'add', ...account, '--access-token', accessToken, '--refresh-token', refreshToken)
  await cli('sync', '--once')
})

afterEach(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

test('what happened, as JSON and for people; answers are measured also where nothing runs in the background', async () => {
  const { code, json } = await cli('report', ...days, '--json')
  expect(code).toBe(0)
  expect(json['report']).toMatchObject({
    range: { from: yesterday, to: today, zone: 'UTC' },
    unit: 'hour',
    figures: { messages_in: 2, messages_out: 1, started: 1, backlog: 1, first: { count: 1 } },
    before: { figures: { messages_in: 0 } }
  } satisfies Record<string, unknown> & { unit: ReportRow['unit'] })
  const { out } = await cli('report', ...days, '--no-compare')
  expect(out).toMatch(/^.* \(UTC\)\n/)
  expect(out).toMatch(/Messages in +2\n/)
  expect(out).toMatch(/elsewhere, or nobody’s +1 answers/)
  expect(out).not.toContain('compared')
})

test('as a table or a page, to a file or to stdout', async () => {
  const file = path.join(folder, 'report.csv')
  expect((await cli('report', ...days, '--format', 'csv', '--out', file, '--json')).json).toEqual({
    file,
    conversations: 1
  })
  const csv = readFileSync(file, 'utf8')
  expect(csv).toMatch(/^conversation_id,account,customer,/)
  expect(csv).toContain("shop,'=Ana(),open,")
  expect((await cli('report', ...days, '--format', 'csv')).out).toBe(csv)
  const page = (await cli('report', ...days, '--format', 'html')).out
  expect(page).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/)
  expect(page).not.toContain('Ana')
})

test.each([
  [['--from', 'monday', '--to', today], 'It is a day like 2026-11-23.'],
  [['--from', today, '--to', yesterday], 'The last day lies before the first one. Choose a later last day.'],
  [['--from', today], '--to'],
  [[...days, '--out', 'x.csv'], 'needs --format csv or --format html'],
  [[...days, '--zone', 'Nowhere'], 'There is no time zone “Nowhere”']
])('refuses %j', async (options, message) => {
  const { code, err } = await cli('report', ...options)
  expect(code).toBe(2)
  expect(err).toContain(message)
})
