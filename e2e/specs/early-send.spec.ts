import type { Page } from '@playwright/test'
import { z } from 'zod'
import { expect, test } from '../fixtures.ts'

const Asked = z.object({ t: z.string(), id: z.number(), q: z.string().optional(), name: z.string().optional() })
const Answered = z.object({ t: z.string(), id: z.number() })

/** Holds back the answers of the core to one query, and fails one command, once that is wished. */
async function slowCore(page: Page) {
  const held = new Set<number>()
  const waiting: (() => void)[] = []
  let holding = true
  let failing: ((fail: () => void) => void) | null = null
  await page.routeWebSocket(/\/core$/, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) => {
      const frame = Asked.safeParse(JSON.parse(String(message)))
      if (frame.data?.q === 'sendCheck.context') held.add(frame.data.id)
      if (frame.data?.name === 'thread.reply' && failing !== null) {
        const { id } = frame.data
        failing(() => socket.send(JSON.stringify({ t: 'fail', id, code: 'failed', message: 'It broke.' })))
        failing = null
        return
      }
      server.send(message)
    })
    server.onMessage((message) => {
      const frame = Answered.safeParse(JSON.parse(String(message)))
      if (holding && frame.success && held.has(frame.data.id)) waiting.push(() => socket.send(message))
      else socket.send(message)
    })
  })
  return {
    hold: () => (holding = true),
    release() {
      holding = false
      for (const send of waiting.splice(0)) send()
    },
    /** @returns what lets the next reply fail, once it is there */
    failNext: () => new Promise<() => void>((resolve) => (failing = resolve))
  }
}

test('a reply that is sent before its check is ready is checked all the same, once, and nothing typed is lost', async ({
  app,
  desk,
  x
}) => {
  test.skip(desk.host !== 'browser', 'only a socket can be made slow')
  const { composer, page, sendCheck } = app
  const core = await slowCore(page)
  await app.reload()

  await test.step('what warns is asked about, in front of what was typed since', async () => {
    await app.press('j')
    await expect(app.thread.with('Ana Silva')).toBeVisible()
    await composer.write('Order 1234: see http://example.com/a')
    await app.press('ControlOrMeta+Enter', 'ControlOrMeta+Enter')
    await expect(composer.field).toHaveValue('')
    await page.keyboard.insertText('One more thing')
    await expect(composer.field).toHaveValue('One more thing')
    core.release()
    await expect(composer.field).toHaveValue('Order 1234: see http://example.com/a\n\nOne more thing')
    await expect(sendCheck.list).toContainText('Not sent yet')
    await expect(composer.field).toBeFocused()
    expect(x.sentTexts()).toEqual([])
    await app.press('ControlOrMeta+Enter')
    await expect(composer.field).toHaveValue('')
    await expect.poll(() => x.sentTexts().length).toBe(1)
  })

  await test.step('what is clean leaves once, and what was typed since stays', async () => {
    core.hold()
    await app.press('Escape', 'j')
    await expect(app.thread.with('Ben Ito')).toBeVisible()
    await composer.write('Please send us a photo of the lamp.')
    await app.press('ControlOrMeta+Enter', 'ControlOrMeta+Enter')
    await expect(composer.field).toHaveValue('')
    await page.keyboard.insertText('And of the plug.')
    core.release()
    await expect.poll(() => x.sentTexts().slice(1)).toEqual(['Please send us a photo of the lamp.'])
    await expect(composer.field).toHaveValue('And of the plug.')
    await app.press('ControlOrMeta+a', 'Delete')
  })

  await test.step('somebody who has moved on finds it as a draft', async () => {
    core.hold()
    await app.inbox.row('Chloé Dubois').click()
    await expect(app.thread.with('Chloé Dubois')).toBeVisible()
    await composer.write('Voir http://example.com/b')
    await app.press('ControlOrMeta+Enter')
    await expect(composer.field).toHaveValue('')
    await app.inbox.row('Ben Ito').click()
    await expect(app.thread.with('Ben Ito')).toBeVisible()
    core.release()
    await expect(app.inbox.row('Chloé Dubois')).toContainText('Draft')
    await app.inbox.row('Chloé Dubois').click()
    await expect(composer.field).toHaveValue('Voir http://example.com/b')
    await app.press('r')
    await expect(composer.field).toBeFocused()
    await app.press('ControlOrMeta+a', 'Delete')
  })

  await test.step('a reply that fails after somebody has moved on is a draft again', async () => {
    const refused = core.failNext()
    await composer.write('Merci, nous regardons votre commande')
    await app.press('ControlOrMeta+Enter')
    const fail = await refused
    await app.inbox.row('Ben Ito').click()
    await expect(app.thread.with('Ben Ito')).toBeVisible()
    fail()
    await expect(app.inbox.row('Chloé Dubois')).toContainText('Draft')
    await app.inbox.row('Chloé Dubois').click()
    await expect(composer.field).toHaveValue('Merci, nous regardons votre commande')
    expect(x.sentTexts()).toHaveLength(2)
  })
})
