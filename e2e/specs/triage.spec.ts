import { expect, test } from '../fixtures.ts'
import { expectFocusKept } from '../support/expectations.ts'
import { customerSays } from '../support/worlds.ts'

test('the queue is worked off with the keyboard alone', async ({ app, x }) => {
  const { page, inbox, thread, composer } = app
  await expect(inbox.rows).toHaveCount(4)

  await test.step('next and previous', async () => {
    await app.press('j')
    await expect(thread.with('Ana Silva')).toBeVisible()
    await app.press('j')
    await expect(thread.with('Ben Ito')).toBeVisible()
    await app.press('k')
    await expect(thread.with('Ana Silva')).toBeVisible()
    await expect(inbox.list).toBeFocused()
  })

  await test.step('what is open is read after a moment', async () => {
    await app.press('Enter')
    await expect(thread.with('Ana Silva')).toBeFocused()
    await expect(inbox.row('Ana Silva')).not.toHaveAccessibleName(/unread/)
  })

  await test.step('reply and send', async () => {
    await composer.reply('It leaves the warehouse today.')
    await expect(thread.own.filter({ hasText: 'It leaves the warehouse today.' })).toContainText('Sent')
    await expect.poll(() => x.sentTexts()).toEqual(['It leaves the warehouse today.'])
    await expect(composer.field).toHaveValue('')
    await expect(composer.field).toBeFocused()
  })

  await test.step('resolve: the next one is open', async () => {
    await app.press('Escape')
    await expect(inbox.list).toBeFocused()
    await app.press('e')
    await expect(thread.with('Ben Ito')).toBeVisible()
    await expect(inbox.rows).toHaveCount(3)
    await expect(inbox.selected).toHaveAccessibleName(/^Ben Ito/)
    await expectFocusKept(page)
  })

  await test.step('undo brings it back', async () => {
    await app.press('z')
    await expect(inbox.rows).toHaveCount(4)
    await expect(thread.with('Ana Silva')).toBeVisible()
    await expectFocusKept(page)
  })

  await test.step('reopen from the resolved ones', async () => {
    await app.press('e')
    await expect(inbox.rows).toHaveCount(3)
    await app.press('g', 'r')
    await expect(inbox.title).toHaveText('Resolved')
    await expect(inbox.rows).toHaveCount(1)
    await expectFocusKept(page)
    await app.press('j')
    await expect(thread.reopen).toBeVisible()
    await app.press('e')
    await expect(thread.resolve).toBeVisible()
    await app.press('g', 'i')
    await expect(inbox.rows).toHaveCount(4)
    await expectFocusKept(page)
  })

  await test.step('mark unread', async () => {
    await app.press('j')
    await expect(thread.with('Ana Silva')).toBeVisible()
    await app.press('u')
    await expect(inbox.row('Ana Silva')).toHaveAccessibleName(/1 unread/)
    await expectFocusKept(page)
  })
})

test('the same key works off one conversation after the other', async ({ app }) => {
  await expect(app.inbox.rows).toHaveCount(4)
  await app.press('j', 'e', 'e', 'e', 'e')
  await expect(app.inbox.rows).toHaveCount(0)
  await expect(app.page.getByText('All clear')).toBeVisible()
  await expectFocusKept(app.page)
  await app.press('g', 'r')
  await expect(app.inbox.rows).toHaveCount(4)
})

test('each queue and place has its key', async ({ app }) => {
  const { page, inbox } = app
  await expect(inbox.rows).toHaveCount(4)
  const queues = [
    ['u', 'Unread'],
    ['w', 'Waiting on us'],
    ['t', 'Waiting on them'],
    ['r', 'Resolved'],
    ['a', 'All'],
    ['i', 'Inbox']
  ] as const
  for (const [key, title] of queues) {
    await app.press('g', key)
    await expect(inbox.title).toHaveText(title)
    await expect(inbox.queue(title)).toHaveAttribute('aria-current', 'page')
    await expectFocusKept(page)
  }
  await app.press('g', 'o')
  await expect(app.outbox.region).toContainText('Everything is sent')
  await expectFocusKept(page)
  await app.press('g', 's')
  await expect(app.settings.region).toBeVisible()
  await expectFocusKept(page)
})

test('help and search open with a key, and Escape leads back to where one was', async ({ app }) => {
  const { inbox, thread } = app
  await expect(inbox.rows).toHaveCount(4)
  await app.press('j', '?')
  await expect(app.help).toBeVisible()
  await expect(app.help).toContainText('Resolve, or reopen')
  await app.press('j', 'Escape')
  await expect(app.help).toBeHidden()
  await expect(inbox.list).toBeFocused()
  await expect(thread.with('Ana Silva')).toBeVisible()

  await app.press('/')
  await expect(app.search.field).toBeFocused()
  await app.press('Escape')
  await expect(app.search.dialog).toBeHidden()
  await expect(inbox.list).toBeFocused()

  await app.press('r')
  await expect(app.composer.field).toBeFocused()
  await app.press('j')
  await expect(app.composer.field).toHaveValue('j')
  await app.press('Escape')
  await expect(inbox.list).toBeFocused()
})

test('what a customer writes arrives by itself, and reopens what was resolved', async ({ app, x }) => {
  await expect(app.inbox.rows).toHaveCount(4)
  await app.press('End', 'e')
  await expect(app.inbox.rows).toHaveCount(3)
  customerSays(x.world, 'yamada_taro', 'まだ届きません')
  await expect(app.inbox.rows.first()).toHaveAccessibleName(/^山田太郎.*まだ届きません/)
  await expect(app.inbox.rows).toHaveCount(4)
})
