import { expect, test } from 'vitest'
import { pricesUsd } from '../x/prices.ts'
import { createTestCore } from '../testing/create-test-core.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

test(
  'a day of traffic costs at most 1.02 times the price of its events returned first time',
  { timeout: 240_000 },
  async () => {
    await using core = await createTestCore({ background: true, x: { limits: 'x' } })
    const customers = Array.from({ length: 30 }, (_, index) => core.customer({ username: `customer${index}` }))
    let said = 0
    let replied = 0
    const customerWrites = (): void => {
      const customer = customers[(said * 7) % customers.length]
      said += 1
      if (customer) core.world.say(customer.id, core.accountId, `question ${said}`)
    }
    const agentReplies = async (): Promise<void> => {
      const customer = customers[(replied * 7) % customers.length]
      replied += 1
      if (customer) await core.reply(core.keyOf(customer), `answer ${replied}`)
    }
    /** An hour with so many questions and half as many answers. */
    const hour = async (questions: number): Promise<void> => {
      for (let question = 0; question < questions; question += 1) {
        customerWrites()
        await core.pass(HOUR / questions)
        if (question % 2 === 0) await agentReplies()
      }
    }

    // From 9 in the morning, over midnight UTC, to 9 the next morning.
    for (const questions of [24, 24, 18]) await hour(questions)
    await core.restart()
    for (const questions of [18, 24]) await hour(questions)
    // A tunnel: no network for an hour, and customers go on writing.
    core.network('down')
    for (let question = 0; question < 15; question += 1) {
      customerWrites()
      await core.pass(4 * MINUTE)
    }
    core.network('up')
    for (const questions of [20, 20, 12, 8]) await hour(questions)
    // An answer is lost and looked for.
    core.x.faults.add({ kind: 'reset', when: 'after' }, { method: 'POST', path: /messages$/ })
    for (const questions of [8, 6, 4, 3]) await hour(questions)
    await core.restart()
    // Past midnight, with little going on, and a desk that is closed for the night.
    await hour(2)
    await core.restart()
    await hour(1)
    core.network('down')
    await core.pass(HOUR)
    for (let question = 0; question < 10; question += 1) customerWrites()
    core.network('up')
    for (const questions of [6, 12, 24, 24]) await hour(questions)
    await core.pass(30 * MINUTE)

    const bill = core.world.billing()
    const first =
      core.peek<{ count: number }>('SELECT count(*) AS count FROM message WHERE read_at_x = 1')[0]?.count ?? 0
    const people =
      core.peek<{ count: number }>("SELECT count(*) AS count FROM user WHERE state = 'known'")[0]?.count ?? 0
    const price = first * pricesUsd['dm-read'] + people * pricesUsd['user-read'] + bill.sends * pricesUsd['dm-send']
    process.stdout.write(
      `a day: $${bill.usd.toFixed(3)} for ${first} events, ${people} people, ${bill.sends} replies worth $${price.toFixed(3)}: ` +
        `${(bill.usd / price).toFixed(4)} times; events alone ${(bill.events / first).toFixed(4)} times\n`
    )
    expect(first).toBe(core.world.events().length)
    expect(bill.usd / price).toBeLessThanOrEqual(1.02)
    // What the console says it cost is what X charged.
    const metered = core.peek<{ kind: keyof typeof pricesUsd; units: number }>('SELECT kind, units FROM cost_day')
    expect(metered.reduce((sum, row) => sum + row.units * pricesUsd[row.kind], 0)).toBeCloseTo(bill.usd, 3)
  }
)
