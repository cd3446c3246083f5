import { z } from 'zod'
import { expect, test } from '../fixtures.ts'
import { consolePage } from '../pages/console.ts'

const Named = z.object({ id: z.number(), name: z.string().optional() })

test('what is typed while a reply is being saved is not lost', async ({ app, desk }) => {
  test.skip(desk.host !== 'browser', 'only a socket can be made slow')
  const { library, page } = app
  const held: (() => void)[] = []
  const saves = new Set<number>()
  await page.routeWebSocket(/\/core$/, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) => {
      const frame = Named.safeParse(JSON.parse(String(message)))
      if (frame.data?.name === 'library.save') saves.add(frame.data.id)
      server.send(message)
    })
    server.onMessage((message) => {
      const frame = Named.safeParse(JSON.parse(String(message)))
      if (frame.success && saves.has(frame.data.id)) held.push(() => socket.send(message))
      else socket.send(message)
    })
  })
  const release = async (): Promise<void> => {
    await expect.poll(() => held.length).toBe(1)
    for (const send of held.splice(0)) send()
  }
  await app.reload()
  await library.open()
  await library.write({ title: 'Late', text: 'It is late' })
  await app.press('ControlOrMeta+s')
  await page.keyboard.insertText(', sorry')
  await release()
  await expect(library.stage).toHaveText('DraftNot saved yet')
  await expect(library.body).toHaveValue('It is late, sorry')
  await app.press('ControlOrMeta+s')
  await page.keyboard.insertText('!')
  await release()
  await expect(library.body).toHaveValue('It is late, sorry!')
  await expect(library.stage).toHaveText('DraftNot saved yet')
  await app.press('ControlOrMeta+s')
  await release()
  await expect(library.stage).toHaveText('Draft')
  await expect(library.body).toHaveValue('It is late, sorry!')
})

test('what is discarded comes back, also from elsewhere', async ({ app }) => {
  const { library } = app
  await library.open()
  await library.write({ title: 'Hours', text: 'We are open' })
  await library.button('Discard changes').click()
  await expect(library.region).toContainText('No canned replies yet')
  await app.notice('Discarded what was written').getByRole('button', { name: /Undo/ }).click()
  await library.row('Hours').click()
  await expect(library.body).toHaveValue('We are open')
  await library.list.focus()
  await app.press('Delete')
  await expect(library.region).toContainText('No canned replies yet')
  await app.press('g', 'i')
  await expect(app.inbox.rows.first()).toBeVisible()
  await app.notice('Discarded what was written').getByRole('button', { name: /Undo/ }).click()
  await library.open()
  await library.row('Hours').click()
  await expect(library.body).toHaveValue('We are open')
})

test('two windows write in two replies, and what one has not saved outlives what the other does', async ({ app }) => {
  const { library, page } = app
  await library.open()
  for (const title of ['One', 'Two']) {
    await library.write({ title, text: `Text of ${title}` })
    await app.press('ControlOrMeta+s')
    await expect(library.stage).toHaveText('Draft')
    await app.press('Escape')
    await expect(library.list).toBeFocused()
  }
  // The first window has written in the reply before, and saved it.
  await library.row('One').click()
  await expect(library.title).toHaveValue('One')
  await library.body.fill('Changed here')
  await expect(library.stage).toContainText('Not saved yet')
  await app.press('ControlOrMeta+s')
  await expect(library.stage).toHaveText('Draft')

  const second = consolePage(await page.context().newPage())
  await second.page.goto(page.url())
  await expect(second.inbox.rows.first()).toBeVisible()
  await second.library.open()
  await second.library.row('One').click()
  await expect(second.library.body).toHaveValue('Changed here')
  await second.library.body.fill('Changed there')
  // It is stored by now, and the first window knows.
  await expect(library.row('One').getByLabel('Not saved yet')).toBeVisible()
  await second.page.close()

  await library.row('Two').click()
  await expect(library.title).toHaveValue('Two')
  await library.body.fill('Another text')
  await expect(library.stage).toContainText('Not saved yet')
  await library.row('One').click()
  await expect(library.body).toHaveValue('Changed there')
})
