import { readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { mutated, mutations } from './mutations.ts'
import { makeRunsFolder, prepareDatabase, preparePromos } from './prepared-database.ts'
import { runOne } from './run-one.ts'

/** Four schedules that between them have deaths, faults and replies. */
const SEEDS = [21, 22, 23, 24]

const folder = makeRunsFolder()
const place = { folder, prepared: prepareDatabase(folder), promos: preparePromos(folder) }

afterAll(() => rmSync(folder, { recursive: true }))

async function traces(): Promise<string[]> {
  const lines: string[] = []
  for (const seed of SEEDS) {
    const { trace, violations } = await runOne(seed, place)
    expect(violations).toEqual([])
    lines.push(...trace)
  }
  return lines
}

test('a seed is a schedule: the same one runs the same way again, and no two are alike', async () => {
  const first = await traces()
  // Ids are drawn at random each time; times, requests, faults and deaths are not.
  expect(await traces()).toEqual(first)
  for (const part of ['died (process)', 'died (power)', 'agent replies', 'reset-after', 'starts again']) {
    expect(first.join('\n')).toContain(part)
  }
  expect((await runOne(SEEDS[0] ?? 0, place)).trace).not.toEqual((await runOne(SEEDS[1] ?? 0, place)).trace)
})

test.each(mutations)('the mutation $name fits the code', (mutation) => {
  const source = readFileSync(fileURLToPath(new URL(`../${mutation.file}`, import.meta.url)), 'utf8')
  expect(mutated(mutation, source)).not.toBe(source)
})
