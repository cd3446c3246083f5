import { expect, test } from '../fixtures.ts'
import { expectFocusKept } from '../support/expectations.ts'
import { addCustomer, type Seed } from '../support/worlds.ts'

const COUNT = 30
const names = Array.from({ length: COUNT }, (_, at) => `Customer ${String(at + 1).padStart(2, '0')}`)
const TEXTS = [
  'Where is my parcel? The tracking has not moved',
  'I was charged twice, please refund one of them',
  'The lamp flickers when I plug it in',
  'Love the teapot, what a wonderful gift'
]

/** Thirty customers, the first the newest, so that the list is in their order. */
const thirtyCustomers: Seed = {
  fill(world) {
    for (const [at, name] of [...names.entries()].toReversed()) {
      addCustomer(world, { name, username: `customer_${at + 1}` }, at + 1, [TEXTS[at % TEXTS.length] ?? ''])
    }
  }
}

const repliedTo = names.filter((_, at) => at % 3 === 0)
const snoozed = names.filter((_, at) => at % 5 === 4)

test.use({ seed: thirtyCustomers })

test('thirty conversations are worked off with the keyboard alone', async ({ app, x }) => {
  test.setTimeout(300_000)
  const { page, inbox, thread, composer, triage } = app
  await expect(inbox.queue('Inbox')).toContainText(String(COUNT))
  await app.press('j')

  for (const [at, name] of names.entries()) {
    await test.step(name, async () => {
      await expect(thread.with(name)).toBeVisible()
      await expect(inbox.list).toBeFocused()
      await expect(thread.messages.first()).toBeVisible()

      await app.press('i')
      await expect(triage.line).toContainText('Assigned to Me')
      await triage.choose('t', 'Tags', TEXTS[at % TEXTS.length]?.split(' ').at(-1) ?? '')
      await app.press('Escape')
      await expect(triage.picker('Tags').dialog).toBeHidden()
      await expect(inbox.list).toBeFocused()

      if (at % 4 === 1) {
        await app.press('n')
        await expect(composer.note).toBeFocused()
        await page.keyboard.insertText(`Looked into it, ${name}`)
        await app.press('ControlOrMeta+Enter')
        await expect(thread.notes.filter({ hasText: `Looked into it, ${name}` })).toBeVisible()
        await app.press('Escape')
        await expect(inbox.list).toBeFocused()
      }
      if (repliedTo.includes(name)) {
        // A note leaves the composer in its mode.
        await app.press('r')
        await expect(composer.field).toBeFocused()
        await composer.reply(`Thank you, ${name}, it is on its way.`)
        await expect(thread.own.filter({ hasText: `Thank you, ${name}` })).toBeVisible()
        await expect(composer.field).toHaveValue('')
        await app.press('Escape')
        await expect(inbox.list).toBeFocused()
      }
      if (snoozed.includes(name)) await triage.choose('h', 'Snooze until', 'tomorrow 9')
      else await app.press('e')
      await expect(inbox.row(name)).toHaveCount(0)
      await expectFocusKept(page)
    })
  }

  await expect(page.getByText('All clear')).toBeVisible()
  await expect(inbox.queue('Snoozed')).toContainText(String(snoozed.length))
  await expect(inbox.queue('Resolved')).toContainText(String(COUNT - snoozed.length))
  await expect.poll(() => x.sentTexts().length).toBe(repliedTo.length)
})
