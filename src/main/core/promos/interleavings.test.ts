import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Outcome, prepareDesk, PromoDesk } from '../testing/promo-desk.ts'

const customer = fc.nat(4)
const outcome = fc.constantFrom<Outcome>(
  'sent',
  'sent',
  'sent',
  'refused',
  'not-made',
  'lost-arrived',
  'lost-gone',
  'died-arrived',
  'died-gone'
)
type Step = (desk: PromoDesk) => void

/** More codes than are given in one run, and ever the same few: what is free again is wanted by the next. */
const POOL = ['GULL-0001', 'GULL-0002', 'GULL-0003']

const step: fc.Arbitrary<readonly [string, Step]> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(customer, fc.boolean())
      .map(([who, lands]) => named(`insert ${who} ${lands}`, (desk) => desk.insert(who, lands)))
  },
  {
    weight: 5,
    arbitrary: fc
      .tuple(customer, fc.boolean())
      .map(([who, hold]) => named(`reply ${who} ${hold}`, (desk) => desk.reply(who, hold)))
  },
  { weight: 6, arbitrary: outcome.map((how) => named(`send ${how}`, (desk) => desk.send(how))) },
  { weight: 2, arbitrary: customer.map((who) => named(`clear ${who}`, (desk) => desk.type(who, () => ''))) },
  {
    weight: 2,
    arbitrary: customer.map((who) => named(`write ${who}`, (desk) => desk.type(who, (text) => `${text} hello`.trim())))
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(customer, fc.constantFrom(...POOL))
      .map(([who, code]) => named(`paste ${who} ${code}`, (desk) => desk.type(who, (text) => `${text} ${code}`.trim())))
  },
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.constantFrom('outbox.undo', 'outbox.edit', 'outbox.discard', 'outbox.retry'), fc.nat(5))
      .map(([command, at]) => named(`${command} ${at}`, (desk) => desk.act(command, at)))
  },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(1_000, 10_000, 61_000, 130_000, 700_000, 90_000_000)
      .map((ms) => named(`wait ${ms}`, (desk) => desk.wait(ms)))
  },
  { weight: 3, arbitrary: fc.constant(named('read', (desk) => desk.read())) },
  { weight: 1, arbitrary: fc.constant(named('crash', (desk) => desk.crash())) },
  { weight: 1, arbitrary: fc.constant(named('back up', (desk) => desk.backUp())) },
  { weight: 1, arbitrary: fc.constant(named('restore', (desk) => desk.restore())) },
  { weight: 1, arbitrary: fc.constant(named('import', (desk) => desk.import([...POOL, 'GULL-0004']))) },
  { weight: 1, arbitrary: fc.constantFrom(...POOL).map((code) => named(`revoke ${code}`, (desk) => desk.revoke(code))) }
)

function named(name: string, run: Step): readonly [string, Step] {
  return [name, run]
}

/** More with `PROMO_RUNS=5000`. */
const RUNS = Number(process.env['PROMO_RUNS'] ?? 150)

test('whatever happens in whichever order, no code is in two hands and none is lost', { timeout: 3_600_000 }, () => {
  const prepared = prepareDesk()
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 60, size: 'max' }), (steps) => {
      const desk = new PromoDesk(prepared)
      try {
        desk.import(POOL)
        for (const [, run] of steps) {
          run(desk)
          for (const { code } of desk.codes()) expect([code, desk.holders(code).length]).not.toEqual([code, 2])
        }
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
})
