import { expect, test } from '../fixtures.ts'

declare global {
  /** What forbidden code would leave behind. */
  var __ran: string[] | undefined
  /** The directives that refused something. */
  var __violations: string[] | undefined
}

test('the page runs no code but its own', async ({ app }) => {
  await app.page.evaluate(async () => {
    const violations: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective))
    const inline = document.createElement('script')
    inline.textContent = '(globalThis.__ran ??= []).push("inline")'
    document.head.append(inline)
    const handler = document.createElement('img')
    handler.setAttribute('onerror', '(globalThis.__ran ??= []).push("handler")')
    handler.src = 'data:image/png;base64,AAAA'
    document.body.append(handler)
    const remote = document.createElement('script')
    remote.src = 'https://evil.example/x.js'
    const failed = new Promise((resolve) => remote.addEventListener('error', resolve))
    document.head.append(remote)
    const frame = document.createElement('iframe')
    frame.src = 'https://evil.example/'
    document.body.append(frame)
    // The attack itself: text as a timer is what the policy must refuse.
    // oxlint-disable-next-line typescript/no-implied-eval
    setTimeout('(globalThis.__ran ??= []).push("text as a timer")', 0)
    await failed
    await fetch('https://evil.example/').catch(() => undefined)
    globalThis.__violations = violations
  })
  // The frame is refused in a process of its own, which reports when it gets to it.
  await expect
    .poll(() => app.page.evaluate(() => [...new Set(globalThis.__violations)].toSorted()))
    .toEqual(['connect-src', 'frame-src', 'script-src', 'script-src-attr', 'script-src-elem'])
  expect(await app.page.evaluate(() => globalThis.__ran)).toBeUndefined()
})

test('the page knows nothing of Node or Electron', async ({ app }) => {
  const known = await app.page.evaluate(() =>
    ['process', 'require', 'module', 'Buffer', 'electron', 'global'].filter((name) => name in globalThis)
  )
  expect(known).toEqual([])
})

test('a window asks for no page of another place', async ({ app }) => {
  const foreign: string[] = []
  const own = new URL(app.page.url()).origin
  app.page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (origin !== own && protocol !== 'data:' && protocol !== 'blob:') foreign.push(request.url())
  })
  await app.page.reload()
  await expect(app.inbox.rows).toHaveCount(4)
  await app.press('j', 'Enter')
  await expect(app.thread.messages.first()).toBeVisible()
  await app.press('g', 's')
  await expect(app.settings.region).toBeVisible()
  expect(foreign).toEqual([])
})
