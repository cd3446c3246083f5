import type { Page } from '@playwright/test'
import { type ActionId, defaultKeysOf } from '../../src/renderer/src/keyboard/actions.ts'
import { type Measured, summarise } from '../measure.ts'
import type { Effect } from './probe.ts'

/** An agent who is fast: so long between a painted answer and the next key, ms. */
const BETWEEN_KEYS = 60
const FIELD = '[role=dialog] input[role=combobox]:focus'
/** Typed letter by letter: common words, rare ones, two words. */
const SEARCHED = ['parcel', 'refund late', 'sku1234', 'hana kim', 'thanks']
const LOOKED_UP = ['resolve', 'hana']

/** Presses each of the console's frequent keys again and again and takes the time until its effect is painted. */
export async function keyFigures(page: Page, runs: number): Promise<Measured[]> {
  const press = async (key: string, effect: Effect): Promise<number> => {
    await page.evaluate((wanted) => window.bench.arm(wanted), effect)
    await page.keyboard.press(key)
    const took = await page.evaluate(() => window.bench.result())
    await page.waitForTimeout(BETWEEN_KEYS)
    return took
  }
  const act = (id: ActionId, effect: Effect): Promise<number> => press(keyOf(id), effect)
  const repeat = async (times: number, step: () => Promise<number>): Promise<number[]> => {
    const taken: number[] = []
    for (let run = 0; run < times; run += 1) taken.push(await step())
    return taken
  }

  const toThread: Effect = { kind: 'thread' }
  // The keys of a page that was painted a moment ago are not listened to yet.
  await page.waitForTimeout(1_000)
  await page.keyboard.press(keyOf('conversation.next'))
  await page.locator('[role=log] article').first().waitFor()
  const figures: Measured[] = []
  const note = (name: string, times: readonly number[]): void => void figures.push(summarise(name, times))

  note('next conversation (j)', (await repeat(runs + 5, () => act('conversation.next', toThread))).slice(5))
  note('previous conversation (k)', await repeat(Math.ceil(runs / 2), () => act('conversation.previous', toThread)))
  note(
    'resolve, the next one opens (e)',
    await repeat(Math.ceil(runs / 2), () => act('conversation.resolve', toThread))
  )
  const unread: number[] = []
  const open: number[] = []
  for (let run = 0; run < runs / 2; run += 1) {
    open.push(await act('conversation.open', { kind: 'shown', selector: '[role=log]:focus' }))
    // It is marked read when it has been looked at for a moment.
    await page.waitForTimeout(500)
    unread.push(
      await act('conversation.unread', {
        kind: 'shown',
        selector: '[role=option][aria-selected=true][data-unread=true]'
      })
    )
    await page.keyboard.press(keyOf('conversation.list'))
    await act('conversation.next', toThread)
  }
  note('open and read (Enter)', open)
  note('mark unread (u)', unread)

  const typeInto = async (
    id: ActionId,
    texts: readonly string[]
  ): Promise<{ opening: number[]; letters: number[] }> => {
    const taken = { opening: [] as number[], letters: [] as number[] }
    for (let run = 0; run < runs / 10; run += 1) {
      for (const text of runs < 5 ? texts.slice(0, 1) : texts) {
        taken.opening.push(await act(id, { kind: 'shown', selector: FIELD }))
        for (const letter of text)
          taken.letters.push(await press(letter, { kind: 'settled', selector: '[role=dialog]' }))
        await press('Escape', { kind: 'gone', selector: '[role=dialog]' })
      }
    }
    return taken
  }
  const search = await typeInto('window.search', SEARCHED)
  note('open the search (/)', search.opening)
  note('a letter of a search, with its hits', search.letters)
  const palette = await typeInto('window.palette', LOOKED_UP)
  note('open the command palette', palette.opening)
  note('a letter in the command palette', palette.letters)

  const help: number[] = []
  for (let run = 0; run < runs / 4; run += 1) {
    help.push(await press('?', { kind: 'shown', selector: '[role=dialog]' }))
    await press('Escape', { kind: 'gone', selector: '[role=dialog]' })
  }
  note('keyboard help (?)', help)
  return figures
}

/** The first key of an action, as Playwright names it. */
function keyOf(id: ActionId): string {
  return (defaultKeysOf(id)[0] ?? '').replace('$mod', 'ControlOrMeta')
}
