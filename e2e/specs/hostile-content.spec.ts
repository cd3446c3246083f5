import type { World } from '../../src/main/practice/world.ts'
import { poison, poisonUser } from '../../src/main/practice/world/poison.ts'
import { expect, test } from '../fixtures.ts'
import { addCustomer } from '../support/worlds.ts'

declare global {
  /** Set by what no page of ours must ever run. */
  var __poisoned: boolean | undefined
}

test.describe('markup', () => {
  test.use({
    seed: {
      fill(world: World) {
        const { id } = poisonUser(world)
        poison(world, id, ['scriptText', 'nullBytes', 'bidi', 'javascriptLink'])
        world.say(id, world.brand.id, '<b>bold?</b> & <a href="javascript:alert(1)">click</a>')
      }
    }
  })

  test('in names and texts is shown as text and never run', async ({ app }) => {
    await expect(app.inbox.rows).toHaveCount(1)
    await expect(app.inbox.rows).toContainText('<script>')
    await app.press('j', 'Enter')
    await expect(app.thread.message('<b>bold?</b> & <a href="javascript:alert(1)">click</a>')).toBeVisible()
    await expect(app.thread.message('<script>globalThis.__poisoned = true</script>').first()).toBeVisible()
    await expect(app.thread.log.locator('script, b, img[src=x]')).toHaveCount(0)
    await expect(app.page.locator('a[href^="javascript:"]')).toHaveCount(0)
    await expect(app.page.getByRole('complementary', { name: 'Customer' })).toContainText('<script>')
    await app.search.open()
    await app.search.field.fill('bold')
    await expect(app.search.messages).toContainText('<b>bold?</b>')
    expect(await app.page.evaluate(() => globalThis.__poisoned)).toBeUndefined()
  })
})

test.describe('absurd sizes and shapes', () => {
  test.use({
    seed: {
      fill(world: World) {
        const longName = `Anneliese ${'von und zu '.repeat(40)}`
        const id = addCustomer(world, { name: longName, username: 'a'.repeat(40) }, 9, ['First'])
        poison(world, id)
        const text = `${'word '.repeat(1_998)}the end`
        world.say(id, world.brand.id, text.padEnd(10_000, '!'))
        addCustomer(world, { name: 'سارة الحربي', username: 'sara' }, 60, ['أين طلبي رقم 4471؟'])
      }
    }
  })

  test('are kept, shown and leave the rest alone', async ({ app }) => {
    await expect(app.inbox.rows).toHaveCount(2)
    await app.press('j', 'Enter')
    const long = app.thread.messages.last()
    await expect(long).toContainText('Show all 10,000 characters')
    await long.getByRole('button', { name: 'Show all' }).click()
    await expect(long).toContainText('the end!')
    const overflow = (): Promise<boolean> =>
      app.page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
    expect(await overflow(), 'the window scrolls sideways').toBe(false)
    await app.press('j')
    await expect(app.thread.message('أين طلبي رقم 4471؟')).toBeVisible()
    await expect(app.status).toContainText('Online')
  })
})
