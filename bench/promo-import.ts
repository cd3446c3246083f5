import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTestCore } from '../src/main/core/testing/create-test-core.ts'
import { addCampaign } from '../src/main/core/testing/promo-fixtures.ts'
import { seededRandom } from './generate.ts'

/** A million codes: how long a dry run and an import take, how long the core was away meanwhile, what giving one costs. */
const CODES = Number(process.argv[2] ?? 1_000_000)

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
function codes(): string {
  const random = seededRandom(7)
  const lines = Array.from(
    { length: CODES },
    () => `SALE-${Array.from({ length: 8 }, () => LETTERS.charAt(Math.floor(random() * LETTERS.length))).join('')}`
  )
  return `code\n${lines.join('\n')}\n`
}

const folder = mkdtempSync(join(tmpdir(), 'backchannel-bench-'))
const path = join(folder, 'codes.csv')
writeFileSync(path, codes())
await using core = await createTestCore({ connected: false })
const campaign = await addCampaign(core)

async function measured<T>(what: string, work: () => Promise<T>): Promise<T> {
  const pauses: number[] = []
  let last = performance.now()
  let running = true
  const look = (): void => {
    const now = performance.now()
    pauses.push(now - last)
    last = now
    if (running) setImmediate(look)
  }
  setImmediate(look)
  const start = performance.now()
  const cpu = process.cpuUsage()
  const result = await work()
  const took = performance.now() - start
  const { user, system } = process.cpuUsage(cpu)
  running = false
  pauses.sort((a, b) => a - b)
  const at = (share: number): string => `${(pauses[Math.floor((pauses.length - 1) * share)] ?? 0).toFixed(1)} ms`
  console.log(
    `${what}: ${(took / 1_000).toFixed(2)} s (${((user + system) / 1e6).toFixed(2)} s of a processor); turns p50 ${at(0.5)}, p99 ${at(0.99)}, longest ${at(1)}`
  )
  return result
}

const tried = await measured('dry run', () => core.client.run('promos.import', { campaign, path, dryRun: true }))
const done = await measured('import', () => core.client.run('promos.import', { campaign, path, dryRun: false }))
console.log(`${tried.codes} would come, ${done.codes} came, ${done.skipped.length} left out`)
await measured('campaigns', () => core.client.ask('promos.list', {}))
const key = `${core.accountId}/${core.accountId}-1`
for (const [what, ask] of [
  ['campaigns, again', () => core.client.ask('promos.list', {})],
  ['choices of a conversation', () => core.client.ask('promos.choices', { conversation: key })],
  ['low stock', () => core.client.ask('promos.notices', {})],
  ['a code in a text', () => core.client.ask('promos.inText', { conversation: key, words: ['sale-abcdefgh'] })]
] as const) {
  await ask()
  await measured(`${what}, 20 times`, async () => {
    for (let time = 0; time < 20; time += 1) await ask()
  })
}
await measured('first codes', () => core.client.ask('promos.codes', { campaign, state: null, text: '', limit: 200 }))
await measured('a thousand reservations', async () => {
  for (let index = 0; index < 1_000; index += 1) {
    const conversation = `${core.accountId}/${core.accountId}-${index + 1}`
    await core.client.run('promos.reserve', { conversation, campaign })
  }
})
console.log(`${Math.round(process.memoryUsage().rss / 1024 / 1024)} MB`)
rmSync(folder, { recursive: true, force: true })
