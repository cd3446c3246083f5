import { expect, test } from '../fixtures.ts'
import { expectAccessible } from '../support/accessible.ts'

test('people come and go, belong to teams, and a reply is for one of those', async ({ app }) => {
  const { library, page, settings } = app
  const team = settings.region.getByRole('list', { name: 'Team' })
  const line = (name: string) =>
    team.getByRole('listitem').filter({ has: page.getByRole('textbox', { name: `Name of ${name}` }) })
  const teams = (name: string) => settings.region.getByRole('combobox', { name: `Teams of ${name}` })

  await test.step('a person is added by key', async () => {
    await settings.open()
    const add = settings.region.getByRole('textbox', { name: 'Name of a new person' })
    await add.focus()
    await expect(add).toBeFocused()
    await page.keyboard.insertText('Bea')
    await app.press('Enter')
    await expect(line('Bea')).toBeVisible()
    await expect(add).toHaveValue('')
    await expect(add).toBeFocused()
    // Nobody is there twice.
    await page.keyboard.insertText('bea')
    await app.press('Enter')
    await expect(app.notice('There is a “bea” in the team already.')).toBeVisible()
    await expect(add).toHaveValue('bea')
    await add.fill('')
  })

  await test.step('teams are typed, offered to others, and taken away', async () => {
    await teams('Bea').focus()
    await page.keyboard.insertText('Billing')
    await app.press('Enter')
    await page.keyboard.insertText('Night shift, the long one')
    await app.press('Tab')
    await expect(line('Bea')).toContainText('Billing')
    await expect(line('Bea')).toContainText('Night shift')
    await expectAccessible(page)
    await teams('Me').focus()
    await page.keyboard.insertText('Bill')
    await expect(page.getByRole('option', { name: 'Billing' })).toBeVisible()
    await app.press('ArrowDown', 'Enter')
    await expect(line('Me')).toContainText('Billing')
    await app.press('Escape', 'Backspace')
    await expect(line('Me')).not.toContainText('Billing')
    await page.keyboard.insertText('Sales')
    await app.press('Enter')
    await expect(line('Me')).toContainText('Sales')
  })

  await test.step('it holds after a restart, and in the library', async () => {
    await app.reload()
    await settings.open()
    await expect(line('Me')).toContainText('Sales')
    await expect(line('Bea')).toContainText('Billing')
    await library.open()
    await library.write({ title: 'Late', text: 'Sorry, it is late.' })
    await library.approve()
    await app.press('Escape')
    await expect(library.list).toBeFocused()
    await app.press('p')
    const picker = library.picker('Who may use it')
    await expect(picker.getByRole('combobox')).toBeFocused()
    await expect(picker.getByRole('option')).toContainText(['Everyone', 'Only its owner', 'Billing', 'Sales'])
    await picker.getByRole('option', { name: 'Billing' }).click()
    await expect(library.row('Late')).toContainText('Billing')
  })

  await test.step('who sits here is changed, and who leaves can come back', async () => {
    await settings.open()
    await line('Bea').getByRole('button', { name: 'Bea sits at this desk' }).click()
    await expect(line('Bea')).toContainText('This is me')
    await line('Me').getByRole('button', { name: 'Remove Me from the team' }).click()
    await expect(line('Me')).toBeHidden()
    await app.notice('Removed Me from the team').getByRole('button').first().click()
    await expect(line('Me')).toContainText('Sales')
  })
})
