import { expect, test } from '../fixtures.ts'
import { expectAccessible } from '../support/accessible.ts'

test('operators are suggested while typing, mistakes are explained, and hits open as a list', async ({ app }) => {
  await expect(app.inbox.rows).toHaveCount(4)
  await app.search.open()

  await test.step('an operator and its value are completed from the keyboard', async () => {
    await app.page.keyboard.type('fro')
    await expect(app.search.suggestions).toHaveText(/^from:/)
    await app.press('Tab')
    await expect(app.search.field).toHaveValue('from:')
    await app.page.keyboard.type('sil')
    await expect(app.search.chosen).toContainText('from:anas')
    await app.press('Enter')
    await expect(app.search.field).toHaveValue('from:anas ')
    await expect(app.search.messages).toHaveCount(1)
    await expect(app.search.messages).toContainText('2 hits')
    await expectAccessible(app.page)
  })

  await test.step('a conversation shows its other hits, and closes again', async () => {
    await expect(app.search.chosen).toContainText('Ana Silva')
    await app.press('ArrowRight')
    await expect(app.search.messages).toHaveCount(2)
    await expect(app.search.messages.last()).toContainText('Hello there')
    await app.press('ArrowLeft')
    await expect(app.search.messages).toHaveCount(1)
  })

  await test.step('a wrong operator is named, the rest still works, and one click mends it', async () => {
    await app.search.field.fill('order form:anas')
    await expect(app.search.problem).toContainText('There is no operator “form:”. Did you mean “from:anas”?')
    await expect(app.search.field).toHaveAttribute('aria-invalid', 'true')
    await expect(app.search.messages).toHaveCount(1)
    await app.search.dialog.getByRole('button', { name: 'Use from:anas' }).click()
    await expect(app.search.field).toHaveValue('order from:anas')
    await expect(app.search.problem).toBeHidden()
    await expect(app.search.marks).toHaveText('order')
  })

  await test.step('a name that is not there says so', async () => {
    await app.search.field.fill('tag:nonsense')
    await expect(app.search.problem).toContainText('There is no tag “nonsense”.')
  })

  await test.step('negation, OR and parentheses, as a list to work through', async () => {
    await app.search.field.fill('(order OR lamp) -from:benito')
    await expect(app.search.messages).toHaveCount(1)
    await app.press('ControlOrMeta+Enter')
    await expect(app.search.dialog).toBeHidden()
    await expect(app.inbox.title).toHaveText('Search')
    await expect(app.inbox.rows).toHaveCount(1)
    await expect(app.inbox.row('Ana Silva')).toBeVisible()
  })

  await test.step('what was searched for is remembered', async () => {
    await app.search.open()
    await expect(app.search.recent.first()).toContainText('(order OR lamp) -from:benito')
    await app.press('ArrowDown', 'Enter')
    await expect(app.search.field).toHaveValue('(order OR lamp) -from:benito')
    await app.press('Escape')
    await app.press('g', 'i')
    await expect(app.inbox.rows).toHaveCount(4)
  })
})
