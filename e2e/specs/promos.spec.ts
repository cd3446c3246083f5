import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '../fixtures.ts'
import { promosPage } from '../pages/promos.ts'
import { sendCheckPage } from '../pages/send-check.ts'
import { expectAccessible } from '../support/accessible.ts'

test('a lead imports a pool, an agent gives a code by keyboard, the customer has it, and the shop tells it was redeemed', async ({
  app,
  dataDir,
  x
}) => {
  const { page, composer } = app
  const promos = promosPage(page)
  const pool = path.join(dataDir, 'pool.csv')
  writeFileSync(pool, 'code,expires_at\nGULL-0001,31/12/2031\nGULL-0002,31/12/2031\nGULL-0001,31/12/2031\nGULL-0003,\n')
  const used = path.join(dataDir, 'orders.csv')
  writeFileSync(used, 'Order,Discount code,Created at\n17,GULL-0001,2026-11-20\n')

  await test.step('a campaign is begun', async () => {
    await promos.open()
    await expect(promos.region).toContainText('No campaign yet')
    await expectAccessible(page)
    await app.press('n')
    const name = promos.dialog('New campaign').getByRole('textbox', { name: 'Name', exact: true })
    await expect(name).toBeFocused()
    await page.keyboard.insertText('Summer')
    await promos
      .dialog('New campaign')
      .getByRole('textbox', { name: 'What is written for it', exact: true })
      .fill('Use {code} at the till.')
    await expectAccessible(page)
    await app.press('ControlOrMeta+Enter')
    await expect(promos.dialog('New campaign')).toBeHidden()
    await expect(promos.campaigns.getByRole('option')).toHaveText([/Summer/])
  })

  await test.step('a pool comes in: dates are asked for, what is there twice is told', async () => {
    await app.press('p')
    const dialog = promos.dialog('Import codes')
    const field = dialog.getByRole('textbox', { name: 'Path of the file on this machine' })
    await expect(field).toBeFocused()
    await page.keyboard.insertText(pool)
    await app.press('Enter')
    await expect(dialog.getByRole('status')).toHaveText('3 codes would come in.')
    await expect(dialog).toContainText('Line 4: The code is in the file before.')
    await expect(dialog).not.toContainText('GULL-0001')
    await expect(dialog.getByRole('button', { name: 'Import', exact: true })).toBeDisabled()
    await expectAccessible(page)
    await dialog.getByRole('combobox', { name: 'How are dates written?' }).selectOption('dmy')
    const bring = dialog.getByRole('button', { name: 'Import', exact: true })
    await expect(bring).toBeEnabled()
    await bring.click()
    await expect(dialog.getByRole('status')).toHaveText('3 codes came in.')
    await app.press('Escape')
    await expect(promos.campaigns.getByRole('option')).toHaveText([/3 left/])
    await expectAccessible(page)
  })

  await test.step('the agent gives one with %', async () => {
    await app.press('g', 'i', 'j')
    await expect(app.thread.with('Ana Silva')).toBeVisible()
    await composer.write('Hi Ana, ')
    await page.keyboard.type('%sum')
    await expect(promos.options).toHaveText([/Summer/])
    await expect(composer.field).toBeFocused()
    await expectAccessible(page)
    await app.press('Enter')
    await expect(composer.field).toHaveValue('Hi Ana, Use GULL-0001 at the till.')
    await expect(promos.chips).toHaveText([/GULL-0001.*for Ana Silva/])
    await app.press('ControlOrMeta+Enter')
    await expect.poll(() => x.world.sent.map((event) => event.text)).toEqual(['Hi Ana, Use GULL-0001 at the till.'])
    await expect(promos.ofCustomer).toContainText('GULL-0001')
  })

  await test.step('pasted to somebody else it does not leave', async () => {
    await app.press('Escape', 'j')
    await expect(app.thread.with('Ben Ito')).toBeVisible()
    await composer.write('Use GULL-0001!')
    await app.press('ControlOrMeta+Enter')
    await expect(sendCheckPage(page).finding('The code GULL-0001 is not for this customer')).toBeVisible()
    await expectAccessible(page)
    expect(x.world.sent).toHaveLength(1)
    await expect(composer.field).toHaveValue('Use GULL-0001!')
    await app.press('Escape')
    await app.press('ControlOrMeta+a', 'Delete')
    await app.press('Escape')
  })

  await test.step('the shop tells what was redeemed, and it shows', async () => {
    await promos.open()
    await app.press('t')
    await promos.lookInto('Import redemptions', used)
    await expect(promos.dialog('Import redemptions').getByRole('status')).toHaveText('1 code would be redeemed.')
    await app.press('Enter')
    await expect(promos.dialog('Import redemptions').getByRole('status')).toHaveText('1 code is redeemed.')
    await app.press('Escape')
    await expect(promos.region).toContainText(/1, as of/)
    await app.press('u')
    const row = promos.region.getByRole('region', { name: 'Campaign' }).getByRole('row', { name: /Summer/ })
    await expect(row).toHaveText(/Summer.*1.*1.*100% \(21% to 100%\)/)
    await expectAccessible(page)
  })

  await test.step('the report has it, too', async () => {
    await app.press('g', 'Shift+R')
    const campaigns = page.getByRole('group', { name: 'Report' }).getByRole('region', { name: 'By promo campaign' })
    await expect(campaigns.getByRole('row', { name: /^Summer/ }).getByRole('cell')).toHaveText(['1', '1'])
  })
})
