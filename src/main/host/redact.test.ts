import { expect, test } from 'vitest'
import { streamLog } from './log.ts'

function logged(message: string, fields: Record<string, unknown>): string {
  let text = ''
  streamLog({ write: (line) => (text += line) }).warn(message, fields)
  return text
}

test('tokens and texts never reach the log, whatever field they come in', () => {
  const text = logged('GET https://x.com/callback?code=CODE-1&state=STATE-1 failed', {
    accessToken: 'TOKEN-1',
    request: { headers: { Authorization: 'Bearer TOKEN-2', cookie: 'TOKEN-3' }, text: 'TEXT-1' },
    list: [{ refresh_token: 'TOKEN-4' }],
    error: new Error('refused with Bearer TOKEN-5', { cause: { body: 'TEXT-2' } }),
    note: '{"access_token":"TOKEN-6","x":1}'
  })
  expect(text).not.toMatch(/TOKEN-\d|TEXT-\d|CODE-\d|STATE-\d/)
  expect(text).toContain('refused with Bearer [secret]')
})

test('what helps stays readable', () => {
  const line = JSON.parse(
    logged('sync failed', { account: '12', status: 503, error: new TypeError('fetch failed') })
  ) as object
  expect(line).toMatchObject({
    level: 40,
    msg: 'sync failed',
    account: '12',
    status: 503,
    error: { kind: 'TypeError', message: 'fetch failed' }
  })
})
