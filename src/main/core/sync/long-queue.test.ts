import { expect, test } from 'vitest'
import { createTestCore } from '../testing/create-test-core.ts'

const REPLIES = 500

test(
  '500 replies queued at once leave in order, none over a limit of X, and when the forecast said',
  { timeout: 300_000 },
  async () => {
    await using core = await createTestCore({ background: true, x: { limits: 'x' } })
    const customers = Array.from({ length: 50 }, (_, index) => core.customer({ username: `customer${index}` }))
    for (const customer of customers) core.say(customer, 'hello')
    await core.quiet()
    core.clock.advance(5 * 60_000)
    await core.until('inbox.list', { queue: 'all', account: null, limit: 100 }, (rows) => rows.length === 50)
    await core.quiet()
    const texts = Array.from({ length: REPLIES }, (_, index) => `reply ${index}`)
    for (const [index, text] of texts.entries()) {
      const customer = customers[index % customers.length]
      if (customer) await core.client.run('thread.reply', { conversation: core.keyOf(customer), text, hold: false })
    }
    const started = core.clock.now()
    const [row] = await core.client.ask('sync.status', {})
    const forecast = row?.queue?.lastAt ?? 0
    const rows = await core.client.ask('outbox.forecast', {})
    expect(rows.at(-1)?.at).toBe(forecast)

    while (core.world.sent.length < REPLIES && core.clock.now() - started < 24 * 3_600_000) {
      await core.quiet()
      const next = core.clock.nextAt()
      if (next === null) break
      core.clock.advance(Math.max(0, next - core.clock.now()))
    }
    await core.quiet()
    const took = core.clock.now() - started
    process.stdout.write(
      `500 replies took ${(took / 60_000).toFixed(1)} min, forecast ${((forecast - started) / 60_000).toFixed(1)} min\n`
    )
    expect(core.world.sent.map((event) => event.text)).toEqual(texts)
    expect(core.x.limits.refused()).toBe(0)
    expect(Math.abs(forecast - started - took)).toBeLessThanOrEqual(0.1 * took)
  }
)
