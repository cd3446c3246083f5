import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Outcome, prepareDesk, PromoDesk } from '../testing/promo-desk.ts'

const customer = fc.nat(2)
const outcome = fc.constantFrom<Outcome>(
  'sent',
  'sent',
  'sent',
  'refused',
  'not-made',
  'lost-arrived',
  'lost-late',
  'lost-late',
  'lost-gone',
  'died-arrived',
  'died-gone'
)
type Step = (desk: PromoDesk) => unknown

/** More codes than are given in one run, and ever the same few: what is free again is wanted by the next. */
const POOL = ['GULL-0001', 'GULL-0002', 'GULL-0003', 'GULL-0004']
const MORE = ['GULL-0005', 'GULL-0006', 'GULL-0007', 'GULL-0008']

const code = fc.constantFrom(...POOL)

function steps(weight: number, arbitrary: fc.Arbitrary<readonly [string, Step]>) {
  return { weight, arbitrary }
}

const step: fc.Arbitrary<readonly [string, Step]> = fc.oneof(
  // Most of what a desk does, in one go: steps alone would hardly ever come together.
  steps(
    9,
    fc.tuple(customer, fc.boolean(), outcome).map(([who, hold, how]) =>
      named(`give ${who} ${hold} ${how}`, (desk) => {
        desk.insert(who, true)
        desk.reply(who, hold)
        if (!hold) desk.send(how)
      })
    )
  ),
  steps(
    3,
    fc.tuple(customer, code).map(([who, pasted]) =>
      named(`paste ${who} ${pasted}`, (desk) => {
        desk.type(who, () => `Use ${pasted}`)
        desk.reply(who, false)
        desk.type(who, () => '')
      })
    )
  ),
  steps(
    3,
    fc
      .tuple(customer, fc.boolean())
      .map(([who, lands]) => named(`insert ${who} ${lands}`, (desk) => desk.insert(who, lands)))
  ),
  steps(
    3,
    fc
      .tuple(customer, fc.boolean())
      .map(([who, hold]) => named(`reply ${who} ${hold}`, (desk) => desk.reply(who, hold)))
  ),
  steps(
    6,
    outcome.map((how) => named(`send ${how}`, (desk) => desk.send(how)))
  ),
  steps(
    2,
    customer.map((who) => named(`clear ${who}`, (desk) => desk.type(who, () => '')))
  ),
  steps(
    1,
    customer.map((who) => named(`write ${who}`, (desk) => desk.type(who, (text) => `${text} hello`.trim())))
  ),
  steps(
    5,
    fc
      .tuple(fc.constantFrom('outbox.undo', 'outbox.edit', 'outbox.discard', 'outbox.retry'), fc.nat(5))
      .map(([command, at]) => named(`${command} ${at}`, (desk) => desk.act(command, at)))
  ),
  steps(
    5,
    fc
      .constantFrom(10_000, 61_000, 130_000, 130_000, 700_000, 90_000_000)
      .map((ms) => named(`wait ${ms}`, (desk) => desk.wait(ms)))
  ),
  steps(4, fc.constant(named('read', (desk) => desk.read()))),
  steps(1, fc.constant(named('crash', (desk) => desk.crash()))),
  steps(1, fc.constant(named('back up', (desk) => desk.backUp()))),
  steps(1, fc.constant(named('restore', (desk) => desk.restore()))),
  steps(1, fc.constant(named('import', (desk) => desk.import([...POOL, ...MORE])))),
  steps(
    1,
    fc
      .tuple(code, fc.nat(3))
      .map(([gone, luck]) => named(`revoke ${gone} ${luck}`, (desk) => luck === 0 && desk.revoke(gone)))
  )
)

function named(name: string, run: Step): readonly [string, Step] {
  return [name, run]
}

/** More with `PROMO_RUNS=5000`. */
const RUNS = Number(process.env['PROMO_RUNS'] ?? 100)

test('whatever happens in whichever order, no code is in two hands and none is lost', { timeout: 3_600_000 }, () => {
  const prepared = prepareDesk()
  const given = { runs: 0, messages: 0 }
  fc.assert(
    fc.property(fc.array(step, { minLength: 8, maxLength: 50, size: 'max' }), (taken) => {
      const desk = new PromoDesk(prepared)
      try {
        desk.import(POOL)
        for (const [, run] of taken) {
          run(desk)
          for (const { code } of desk.codes()) expect([code, desk.holders(code).length]).not.toEqual([code, 2])
        }
        given.runs += 1
        given.messages += desk.delivered.filter(({ text }) => text.includes('GULL')).length
        desk.end()
        for (const { code, state, holder, hold } of desk.codes()) {
          const holders = desk.holders(code)
          expect([code, holders.length < 2]).toEqual([code, true])
          // Whoever has it is known to have it, and what nobody has can be given.
          if (holders.length === 1) expect([code, holder, hold]).toEqual([code, holders[0], 'given'])
          else if (state !== 'revoked') expect([code, state, holder]).toEqual([code, 'free', null])
        }
      } finally {
        desk.close()
      }
    }),
    { numRuns: RUNS, seed: Number(process.env['PROMO_SEED'] ?? 20_261_127), verbose: 1 }
  )
  prepared.remove()
  // Runs in which nothing is given would prove nothing.
  expect(given.messages / given.runs).toBeGreaterThan(1)
})

test('a message that X shows long after it was given up keeps its code from everybody else', () => {
  const prepared = prepareDesk()
  const desk = new PromoDesk(prepared)
  desk.import(POOL)
  desk.insert(0, true)
  desk.reply(0, false)
  desk.send('lost-late')
  desk.wait(130_000)
  desk.read()
  desk.act('outbox.discard', 0)
  desk.wait(100_000)
  for (const customer of [1, 2, 3]) {
    desk.insert(customer, true)
    desk.reply(customer, false)
    desk.send('sent')
  }
  desk.wait(700_000)
  desk.read()
  expect(POOL.map((code) => desk.holders(code).length)).toEqual([1, 1, 1, 1])
  expect(desk.codes().every(({ hold }) => hold === 'given')).toBe(true)
  desk.close()
  prepared.remove()
})
