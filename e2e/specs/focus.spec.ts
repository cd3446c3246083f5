import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { expectFocusKept } from '../support/expectations.ts'

/** Keys of every kind; none leaves the page. */
const KEYS = [
  'j',
  'k',
  'ArrowDown',
  'ArrowUp',
  'Home',
  'End',
  'PageDown',
  'Enter',
  'e',
  'u',
  'b',
  'z',
  'r',
  'n',
  'm',
  '[',
  ']',
  '/',
  '?',
  'w',
  'Escape',
  'Escape',
  'Escape',
  'Tab',
  'Shift+Tab',
  'Control+k',
  'Control+i',
  'Control+Enter',
  'Shift+C',
  'g i',
  'g r',
  'g a',
  'g o',
  'g s'
] as const

/** A row of numbers that is the same each time: xorshift. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

/** Counts the frames in which nothing has the focus, in a row. */
async function watchFocus(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const watch = { worst: 0, row: 0 }
    Object.assign(window, { focusWatch: watch })
    const look = (): void => {
      const lost = document.hasFocus() && (document.activeElement ?? document.body) === document.body
      watch.row = lost ? watch.row + 1 : 0
      watch.worst = Math.max(watch.worst, watch.row)
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  return () => page.evaluate(() => (window as unknown as { focusWatch: { worst: number } }).focusWatch.worst)
}

test('whatever is pressed, the focus is somewhere', async ({ app, desk }) => {
  const { page, inbox } = app
  await app.press('j')
  await expect(app.thread.with('Ana Silva')).toBeVisible()
  const worst = await watchFocus(page)
  const next = numbers(4471)
  const pressed: string[] = []
  for (let at = 0; at < 100; at += 1) {
    const keys = KEYS[Math.floor(next() * KEYS.length)] ?? 'j'
    pressed.push(keys)
    for (const key of keys.split(' ')) await page.keyboard.press(key)
    if (at % 50 === 25) await desk.resize(at % 100 === 25 ? 640 : 1280, 800)
  }
  await expectFocusKept(page)
  // React may need some frames on a busy machine; a twentieth of a second is nothing that somebody meets.
  expect(await worst(), pressed.join(', ')).toBeLessThanOrEqual(4)
  // And the keyboard lives.
  for (let at = 0; at < 4; at += 1) await page.keyboard.press('Escape')
  await desk.resize(1280, 800)
  await app.press('g', 'a')
  await expect(inbox.title).toHaveText('All')
})

test('the focus stays near when what had it goes', async ({ app, desk }) => {
  const { page, inbox } = app
  const focused = (): Promise<string | null> =>
    page.evaluate(() => document.activeElement?.closest('section, nav, aside')?.getAttribute('aria-label') ?? null)

  await test.step('a button that goes with its pane', async () => {
    await app.press('j')
    await inbox.queue('Unread').focus()
    await app.press('[')
    await expectFocusKept(page)
    await app.press('[')
  })

  await test.step('the customer becomes a drawer', async () => {
    await page.getByRole('button', { name: /^Block messages of/ }).focus()
    await desk.resize(950, 800)
    await expectFocusKept(page)
    await desk.resize(1280, 800)
  })

  await test.step('a recorded key is removed under the focus', async () => {
    await app.settings.open()
    await app.keySettings.remove('J', 'Next conversation').click()
    await expect(app.keySettings.add('Next conversation')).toBeFocused()
    expect(await focused()).toContain('Keys')
    await app.keySettings.reset('Next conversation').click()
    await expect(app.keySettings.add('Next conversation')).toBeFocused()
  })

  await test.step('a rule that is removed leaves it among the rules', async () => {
    await app.press('g', 'e')
    const dialog = page.getByRole('dialog', { name: 'Notification rules' })
    const rules = dialog.getByRole('list', { name: 'Rules' })
    const add = dialog.getByRole('button', { name: 'Add a rule' })
    await add.press('Enter')
    await add.press('Enter')
    await expect(rules.getByRole('listitem')).toHaveCount(2)
    await rules
      .getByRole('button', { name: /^Remove / })
      .last()
      .press('Enter')
    await expect(rules.getByRole('button', { name: /New rule/ }).first()).toBeFocused()
    await app.press('Escape')
    await expect(dialog).toBeHidden()
  })
})
