/**
 * Loaded into the host before anything else (`node --import`), and known to nothing in the product: stands for the open
 * internet, so that no test asks a real server. What addresses answer is in the file that BACKCHANNEL_FAKE_WEB names.
 * @module
 */
import { EventEmitter } from 'node:events'
import { appendFileSync, readFileSync } from 'node:fs'
import https, { type RequestOptions } from 'node:https'
import { syncBuiltinESMExports } from 'node:module'

/** Address → status, `gone` (no such host) or `slow` (no answer). Hosts that are not named do not exist. */
export interface FakeAnswers {
  readonly offline?: boolean
  readonly answers: Readonly<Record<string, number | 'gone' | 'slow'>>
}

const file = process.env['BACKCHANNEL_FAKE_WEB'] ?? ''

function request(url: URL, options: RequestOptions): EventEmitter {
  const { offline, answers } = JSON.parse(readFileSync(file, 'utf8')) as FakeAnswers
  appendFileSync(`${file}.asked`, `${options.method} ${url.href} ${JSON.stringify(options.headers)}\n`)
  const answer = offline === true ? 'gone' : (answers[url.href] ?? (url.hostname === 'api.x.com' ? 404 : 'gone'))
  const fail = (code: string): void => void sent.emit('error', Object.assign(new Error(code), { code }))
  const sent = Object.assign(new EventEmitter(), {
    destroy: () => undefined,
    end: () => {
      if (answer === 'gone') setImmediate(() => fail('ENOTFOUND'))
      else if (answer === 'slow') options.signal?.addEventListener('abort', () => fail('ABORT_ERR'))
      else setImmediate(() => sent.emit('response', { statusCode: answer, headers: {} }))
    }
  })
  return sent
}

if (file !== '') {
  Object.assign(https, { request })
  syncBuiltinESMExports()
}
