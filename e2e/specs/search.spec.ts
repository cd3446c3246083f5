import { expect, test } from '../fixtures.ts'
import { longConversation } from '../support/worlds.ts'

const questions = [
  { what: 'the beginning of a word', text: 'flick', marked: ['flickers'], in: 'Ben Ito' },
  { what: 'words in quotes', text: '"where is my order"', marked: ['Where is my order'], in: 'Ana Silva' },
  { what: 'Japanese', text: '届き', marked: ['届き'], in: '山田太郎' },
  { what: 'an accent that was not typed', text: 'cafe arrive', marked: ['café', 'arrivé'], in: 'Chloé Dubois' },
  { what: 'an accent that was typed', text: 'naïve', marked: ['naïvement'], in: 'Chloé Dubois' }
] as const

test('messages are found as one types, and what was found is marked', async ({ app }) => {
  await expect(app.inbox.rows).toHaveCount(4)
  await app.search.open()
  for (const question of questions) {
    await test.step(question.what, async () => {
      await app.search.field.fill(question.text)
      await expect(app.search.messages).toHaveCount(1)
      await expect(app.search.messages).toContainText(question.in)
      await expect(app.search.messages.locator('mark')).toHaveText(question.marked)
    })
  }
})

test('a customer is found by name, and opened', async ({ app }) => {
  await expect(app.inbox.rows).toHaveCount(4)
  await app.search.open()
  await app.search.field.fill('chloe')
  await expect(app.search.customers).toHaveCount(1)
  await expect(app.search.customers.locator('mark').first()).toHaveText('Chloé')
  await app.press('Enter')
  await expect(app.search.dialog).toBeHidden()
  await expect(app.thread.with('Chloé Dubois')).toBeVisible()
})

test('the arrow keys choose, and nothing found says so', async ({ app }) => {
  await expect(app.inbox.rows).toHaveCount(4)
  await app.search.open()
  await app.search.field.fill('hello')
  await expect(app.search.messages).toHaveCount(1)
  await app.search.field.fill('order')
  await expect(app.search.chosen).toContainText('Ana Silva')
  await app.search.field.fill('zzyzx')
  await expect(app.search.dialog).toContainText('Nothing found for “zzyzx”')
  await app.press('Enter')
  await expect(app.search.dialog).toBeVisible()
})

test.describe('in a long conversation', () => {
  test.use({ seed: longConversation })

  test('Enter opens the conversation at the message', async ({ app }) => {
    await expect(app.inbox.rows).toHaveCount(1)
    await app.press('j', 'Enter')
    await expect(app.thread.message('Line 98 of a long conversation')).toBeInViewport()
    await app.search.open()
    // All of its hits, though a page holds fifty; opened, all of them stand there.
    await app.search.field.fill('long conversation')
    await expect(app.search.messages).toContainText('98 hits')
    await app.press('ArrowRight')
    await expect(app.search.messages).toHaveCount(98)
    await app.search.field.fill('pelican')
    await expect(app.search.messages).toHaveCount(1)
    await expect(app.search.marks).toHaveText('PELICAN')
    await app.press('Enter')
    await expect(app.thread.message('PELICAN-77')).toBeInViewport()
    await expect(app.thread.message('Line 98 of a long conversation')).not.toBeInViewport()
    await app.page.getByRole('button', { name: 'Newest' }).click()
    await expect(app.thread.message('Line 98 of a long conversation')).toBeInViewport()
  })
})
