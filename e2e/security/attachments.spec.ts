import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../fixtures.ts'
import { consolePage } from '../pages/console.ts'
import { picture } from '../support/files.ts'
import { rawRequest } from './raw-request.ts'

test('files for a draft come from the paired page alone, and no larger than X takes', async ({
  browserDesk,
  dataDir,
  x
}) => {
  const page = await browserDesk.start()
  await expect(consolePage(page).inbox.rows).toHaveCount(4)
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const { origin } = browserDesk.server
  const ana = x.world.userByUsername('anas')
  const ids = [x.world.brand.id, ana?.id ?? ''].toSorted((a, b) => Number(BigInt(a) - BigInt(b)))
  const path = `/attachments/${x.world.brand.id}/${ids.join('-')}?name=mug.png`
  const post = async (headers: Record<string, string>, body = picture.buffer, to = path): Promise<number> =>
    (await rawRequest(origin, to, { 'content-length': String(body.length), ...headers }, 'POST', body)).status
  const media = (): number => readdirSync(join(dataDir, 'media')).length
  const before = media()

  expect(await post({ origin }), 'no cookie').toBe(403)
  expect(await post({ origin, cookie: cookie.replace(/=.*/, `=${'A'.repeat(43)}`) }), 'guessed cookie').toBe(403)
  expect(await post({ origin: 'https://evil.example', cookie }), 'foreign page').toBe(403)
  expect(await post({ origin: 'null', cookie }), 'page of no origin').toBe(403)
  expect(await post({ cookie }), 'no Origin').toBe(403)
  expect(await post({ origin, cookie, host: 'evil.example' }), 'foreign name').toBe(403)
  const announced = { origin, cookie, 'content-length': '700000000' }
  expect((await rawRequest(origin, path, announced, 'POST', Buffer.alloc(0))).status, 'too large').toBe(413)
  expect(await post({ origin, cookie }, Buffer.from('<script>alert(1)</script>')), 'no picture').toBe(400)
  for (const elsewhere of ['/attachments/1/1-2', '/attachments/..%2f..', '/attachments/', '/']) {
    expect([400, 403, 404, 405], elsewhere).toContain(await post({ origin, cookie }, picture.buffer, elsewhere))
  }
  expect(media(), 'nothing of all this is kept').toBe(before)

  expect(await post({ origin, cookie }), 'the page itself').toBe(200)
  await page.keyboard.press('j')
  await expect(consolePage(page).composer.attachment).toContainText('mug.png')
})
