import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFakeClock } from '../core/testing/fake-clock.ts'
import { silentLog } from './deps.ts'
import { seededRandom } from './seeded-random.ts'
import type { PracticeClient } from './testing/practice-client.ts'
import { practiceClient } from './testing/practice-client.ts'
import type { PracticeWorkspace } from './workspace.ts'
import { openPracticeWorkspace } from './workspace.ts'

let dataDir: string
let clock: ReturnType<typeof createFakeClock>
const opened: PracticeWorkspace[] = []

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'practice-'))
  clock = createFakeClock()
})
afterEach(async () => {
  for (const workspace of opened.splice(0)) await workspace.close()
  await rm(dataDir, { recursive: true })
})

async function open(customers = false): Promise<{ workspace: PracticeWorkspace; client: PracticeClient }> {
  const workspace = await openPracticeWorkspace({ dataDir, clock, random: seededRandom(2), log: silentLog, customers })
  opened.push(workspace)
  return { workspace, client: practiceClient(workspace.server, workspace.accessToken) }
}
async function close(workspace: PracticeWorkspace): Promise<void> {
  opened.splice(opened.indexOf(workspace), 1)
  await workspace.close()
}

test('a new workspace is signed in to a shop with customers', async () => {
  const { workspace, client } = await open()
  expect(workspace.account).toMatchObject({ username: 'junipervale', name: 'Juniper & Vale' })
  expect(workspace.account.id).toMatch(/^\d{15,19}$/)
  expect((await client.get('/2/users/me')).body.data).toMatchObject({ id: workspace.account.id })
  expect((await client.get('/2/dm_events?max_results=100')).body.meta?.result_count).toBe(100)
})

test('what was said, tokens and the port survive a restart', async () => {
  const { workspace, client } = await open()
  const customer = workspace.server.world.users()[1]?.id
  await client.post(`/2/dm_conversations/with/${customer}/messages`, { text: 'See you tomorrow' })
  await close(workspace)
  const next = await open()
  expect(next.workspace.apiBase).toBe(workspace.apiBase)
  expect(next.workspace.account).toEqual(workspace.account)
  expect(next.workspace.server.world.sent.map((event) => event.text)).toEqual(['See you tomorrow'])
  // The console's own tokens, kept from last time, still work beside the new ones.
  expect((await practiceClient(next.workspace.server, workspace.accessToken).get('/2/users/me')).status).toBe(200)
  const form = new URLSearchParams({
    grant_type: 'refresh_token',
    refresh_token: workspace.refreshToken,
    client_id: workspace.clientId
  })
  expect((await fetch(`${next.workspace.authBase}/2/oauth2/token`, { method: 'POST', body: form })).status).toBe(200)
})

test('changes are written half a second later, all at once', async () => {
  const { workspace } = await open()
  const path = join(dataDir, 'practice-world.json')
  clock.advance(500)
  await expect.poll(() => readFile(path, 'utf8').catch(() => '')).toContain('junipervale')
  const customer = workspace.server.world.users()[1]?.id ?? ''
  workspace.server.world.say(customer, workspace.account.id, 'a brand new line')
  clock.advance(499)
  expect(await readFile(path, 'utf8')).not.toContain('a brand new line')
  clock.advance(1)
  await expect.poll(() => readFile(path, 'utf8')).toContain('a brand new line')
})

test('a damaged file is set aside and a new world is made', async () => {
  const first = await open()
  await close(first.workspace)
  await writeFile(join(dataDir, 'practice-world.json'), '{"version":1,"port":80')
  const { client } = await open()
  expect((await client.get('/2/dm_events')).status).toBe(200)
  const names = await readdir(dataDir)
  expect(names).toContain(`practice-world.json.damaged-${clock.now()}`)
})

test('what is older than 40 days is forgotten', async () => {
  const { workspace } = await open()
  const count = workspace.server.world.events().length
  await close(workspace)
  clock.advance(25 * 86_400_000)
  const { workspace: next } = await open()
  const left = next.server.world.events()
  expect(left.length).toBeGreaterThan(0)
  expect(left.length).toBeLessThan(count)
})

test('a taken port is no obstacle', async () => {
  const { workspace } = await open()
  await close(workspace)
  const blocker = await openPracticeWorkspace({
    dataDir,
    clock,
    random: seededRandom(2),
    log: silentLog,
    customers: false
  })
  opened.push(blocker)
  expect(blocker.apiBase).toBe(workspace.apiBase)
  const { workspace: other } = await open()
  expect(other.apiBase).not.toBe(blocker.apiBase)
})

test('customers go on where they stopped', async () => {
  const { workspace } = await open(true)
  clock.advance(60_000)
  const count = workspace.server.world.events().length
  await close(workspace)
  clock.advance(3_600_000)
  const { workspace: next } = await open(true)
  expect(next.server.world.events()).toHaveLength(count)
  clock.advance(60_000)
  const added = next.server.world.events().length - count
  expect(added).toBeGreaterThan(0)
  expect(added).toBeLessThan(6)
})
