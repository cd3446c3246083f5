import { expect, test } from 'vitest'
import type { LinkAnswer } from '../../../../shared/domain/library/link.ts'
import { createFakeClock } from '../../testing/fake-clock.ts'
import { createScriptedWeb, type ScriptedWeb } from '../../testing/scripted-web.ts'
import { askLink } from './ask-link.ts'
import { createTurns } from './turns.ts'

const SHOP = 'https://shop.org/a'

function asking(web: ScriptedWeb) {
  return { web, clock: createFakeClock(), turns: createTurns(), signal: new AbortController().signal }
}

async function ask(answers: Parameters<ScriptedWeb['answer']>[0]): Promise<{ answer: LinkAnswer; asked: string[] }> {
  const web = createScriptedWeb()
  web.answer(answers)
  const answer = await askLink(SHOP, asking(web))
  return { answer, asked: web.asked }
}

test.each([200, 204, 206])('%i lives, and is asked once', async (status) => {
  expect(await ask({ [SHOP]: status })).toEqual({ answer: { outcome: 'lives', status }, asked: [`HEAD ${SHOP}`] })
})

test.each([404, 410])('%i is dead, once a GET says so, too', async (status) => {
  expect(await ask({ [SHOP]: status })).toEqual({
    answer: { outcome: 'dead', status },
    asked: [`HEAD ${SHOP}`, `GET ${SHOP}`]
  })
})

test('a host that does not exist is dead', async () => {
  expect((await ask({})).answer).toEqual({ outcome: 'dead', status: null })
})

test.each([403, 404, 405, 410, 501])('a host that answers HEAD with %i is asked by GET', async (status) => {
  const { answer, asked } = await ask({ [`HEAD ${SHOP}`]: status, [`GET ${SHOP}`]: 200 })
  expect(answer).toEqual({ outcome: 'lives', status: 200 })
  expect(asked).toEqual([`HEAD ${SHOP}`, `GET ${SHOP}`])
})

test.each([400, 401, 403, 405, 408, 418, 451, 500, 501, 502, 503, 304])('%i tells nothing', async (status) => {
  expect((await ask({ [SHOP]: status })).answer).toEqual({ outcome: 'unknown', trouble: 'answered', status })
})

test('429 tells nothing, but that less is wanted', async () => {
  expect((await ask({ [SHOP]: 429 })).answer).toEqual({ outcome: 'unknown', trouble: 'busy', status: 429 })
})

test.each(['private', 'certificate', 'no-answer'] as const)('%s tells nothing', async (kind) => {
  expect((await ask({ [SHOP]: kind })).answer).toEqual({ outcome: 'unknown', trouble: kind, status: null })
})

test('redirects are followed, each to its end, five at most', async () => {
  const to = (location: string, status = 302) => ({ status, location })
  const few = await ask({
    [SHOP]: to('/b', 301),
    'https://shop.org/b': to('https://www.shop.org/c', 303),
    'https://www.shop.org/c': to('//cdn.org/d', 307),
    'https://cdn.org/d': to('?e', 308),
    'https://cdn.org/d?e': to('#f'),
    'https://cdn.org/d?e#f': 200
  })
  expect(few.answer).toEqual({ outcome: 'lives', status: 200 })
  expect(few.asked).toHaveLength(6)
  expect((await ask({ [SHOP]: to('/b'), 'https://shop.org/b': 404 })).answer).toEqual({ outcome: 'dead', status: 404 })
  const round = await ask({ [SHOP]: to(SHOP) })
  expect(round.answer).toEqual({ outcome: 'unknown', trouble: 'redirects', status: null })
  expect(round.asked).toHaveLength(6)
})

test.each([
  'http://shop.org/b',
  'https://ana:secret@shop.org/',
  'https://localhost/',
  'https://127.0.0.1/',
  'https://router.local/',
  'file:///etc/passwd'
])('a redirect to %s is not followed', async (location) => {
  const { answer, asked } = await ask({ [SHOP]: { status: 302, location } })
  expect(answer).toEqual({ outcome: 'unknown', trouble: 'passed-on', status: null })
  expect(asked).toEqual([`HEAD ${SHOP}`])
})

test('a redirect that leads nowhere tells nothing', async () => {
  expect((await ask({ [SHOP]: 302 })).answer).toEqual({ outcome: 'unknown', trouble: 'answered', status: 302 })
  expect((await ask({ [SHOP]: { status: 302, location: 'https://' } })).answer).toMatchObject({ outcome: 'unknown' })
})

test('after ten seconds it is let be, redirects included', async () => {
  const web = createScriptedWeb()
  web.answer({ [SHOP]: { status: 302, location: '/b' }, 'https://shop.org/b': 'silent' })
  const parts = asking(web)
  const answer = askLink(SHOP, parts)
  while (web.silent() === 0) await new Promise((resolve) => setImmediate(resolve))
  parts.clock.advance(9_999)
  await new Promise((resolve) => setImmediate(resolve))
  expect(web.silent()).toBe(1)
  parts.clock.advance(1)
  expect(await answer).toEqual({ outcome: 'unknown', trouble: 'timeout', status: null })
  expect(parts.clock.pending()).toBe(0)
})

test('nothing goes along that names who asks', async () => {
  const web = createScriptedWeb()
  web.answer({ [SHOP]: 200 })
  await askLink(SHOP, asking(web))
  expect(web.headers()).toEqual({ 'user-agent': 'Backchannel link check', accept: '*/*' })
})
