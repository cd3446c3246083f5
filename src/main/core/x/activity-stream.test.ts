import { expect, test } from 'vitest'
import { createFakeClock } from '../testing/fake-clock.ts'
import { createRecordedLog } from '../testing/recorded-log.ts'
import { type ActivityStream, openActivityStream, type StreamState } from './activity-stream.ts'
import type { ActivityLine } from './parse-activity.ts'

type Body = ReadableStreamDefaultController<Uint8Array>

/** A stream whose server is in the hands of the test. */
function setUp(first: () => Response | Error = () => new Error('nothing answers')) {
  const clock = createFakeClock()
  const start = clock.now()
  const log = createRecordedLog()
  const attempts: number[] = []
  const bodies: Body[] = []
  const lines: ActivityLine[] = []
  const states: StreamState[] = []
  let answer = first
  const live = (): Response =>
    new Response(new ReadableStream<Uint8Array>({ start: (controller) => void bodies.push(controller) }))
  const stream: ActivityStream = openActivityStream({
    apiBase: 'http://127.0.0.1:1',
    appBearer: 'AAAAAAAAAAtest-bearer-of-the-app',
    clock,
    log,
    fetch: async (_input, init) => {
      attempts.push(clock.now() - start)
      expect(new Headers(init?.headers).get('authorization')).toBe('Bearer AAAAAAAAAAtest-bearer-of-the-app')
      const given = answer()
      if (given instanceof Error) throw given
      return given
    },
    onLine: (line) => lines.push(line),
    onState: (state) => states.push(state)
  })
  return {
    clock,
    log,
    attempts,
    bodies,
    lines,
    states,
    stream,
    live,
    answers: (next: () => Response | Error) => {
      answer = next
    },
    send: (text: string) => bodies.at(-1)?.enqueue(new TextEncoder().encode(text)),
    /** Lets time pass in steps small enough for the promises between. */
    async pass(ms: number, step = 250) {
      for (let left = ms; left > 0; left -= step) await clock.advanceAsync(Math.min(step, left))
    },
    gaps: () => attempts.map((at, index) => at - (attempts[index - 1] ?? 0))
  }
}

const refusal = (status: number, body: object = {}, headers: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers })

test('a lost connection comes back after 250 ms, each time 250 ms later, at most 16 s', async () => {
  const x = setUp()
  await x.pass(30 * 60_000)
  const gaps = x.gaps()
  expect(gaps.slice(0, 5)).toEqual([0, 250, 500, 750, 1000])
  expect(gaps[64]).toBe(16_000)
  expect(gaps.at(-1)).toBe(16_000)
  expect(x.stream.state()).toMatchObject({ state: 'waiting', problem: { kind: 'network' } })
  await x.stream.close()
})

test('refusals double from 5 s to 320 s; limits from 60 s; what only people can mend waits a quarter of an hour', async () => {
  const server = setUp(() => refusal(503))
  await server.pass(1200_000, 5000)
  expect(server.gaps()).toEqual([0, 5000, 10_000, 20_000, 40_000, 80_000, 160_000, 320_000, 320_000])
  await server.stream.close()

  const limited = setUp(() => refusal(429, { title: 'Too Many Requests', type: 'about:blank' }))
  await limited.pass(500_000, 5000)
  expect(limited.gaps()).toEqual([0, 60_000, 120_000, 240_000])
  expect(limited.stream.state()).toMatchObject({ state: 'waiting', problem: { kind: 'rate-limited' } })
  await limited.stream.close()

  for (const [status, kind] of [
    [402, 'out-of-credits'],
    [403, 'forbidden']
  ] as const) {
    const refused = setUp(() => refusal(status))
    await refused.pass(16 * 60_000, 5000)
    expect(refused.gaps()).toEqual([0, 900_000])
    expect(refused.stream.state()).toMatchObject({ state: 'refused', problem: { kind } })
    await refused.stream.close()
  }
})

test('a limit waits as long as X says', async () => {
  const headers = {
    'x-rate-limit-limit': '450',
    'x-rate-limit-remaining': '0',
    'x-rate-limit-reset': String(createFakeClock().now() / 1000 + 300)
  }
  const x = setUp(() => refusal(429, {}, headers))
  await x.pass(301_000, 1000)
  expect(x.gaps()).toEqual([0, 300_000])
  await x.stream.close()
})

test('too many connections are told in words, and nobody is pushed out', async () => {
  const body = {
    title: 'ConnectionException',
    detail: 'This stream is currently at the maximum allowed connection limit.',
    connection_issue: 'TooManyConnections',
    type: 'https://api.x.com/2/problems/streaming-connection'
  }
  const x = setUp(() => refusal(429, body))
  await x.pass(61_000, 1000)
  expect(x.gaps()).toEqual([0, 60_000])
  expect(x.stream.state()).toMatchObject({ state: 'waiting', problem: { kind: 'conflict' } })
  await x.stream.close()
})

test('a wrong token is refused in words that say which one', async () => {
  const x = setUp()
  x.answers(() => refusal(401, { title: 'Unauthorized' }))
  await x.pass(5000)
  expect(x.stream.state()).toMatchObject({ state: 'refused', problem: { kind: 'unauthorized' } })
  const state = x.stream.state()
  expect('problem' in state && state.problem.detail).toContain('app bearer token')
  expect(JSON.stringify(x.log)).not.toContain('test-bearer')
  await x.stream.close()
})

test('heartbeats keep it; 20 s of silence end it; data and heartbeats reset what was waited', async () => {
  const x = setUp()
  await x.pass(2000)
  expect(x.attempts).toEqual([0, 250, 750, 1500])
  x.answers(x.live)
  await x.pass(1000)
  expect(x.stream.state().state).toBe('live')
  const attempts = x.attempts.length
  for (let beat = 0; beat < 10; beat += 1) {
    x.send('\r\n')
    await x.pass(20_000, 1000)
  }
  expect(x.attempts).toHaveLength(attempts)
  x.send('{"data":{"event_type":"dm.received","filter":{"user_id":"1"},"payload":{}}}\r\n')
  await x.pass(250)
  expect(x.lines).toHaveLength(1)
  await x.pass(20_000, 250)
  expect(x.stream.state().state).toBe('live')
  await x.pass(1500)
  // Not at the place in the row where it was before: the good connection has cleared it.
  expect(x.attempts).toHaveLength(attempts + 1)
  expect(x.states.filter((each) => each.state === 'live')).toHaveLength(2)
  await x.stream.close()
})

test('a connection that is accepted and closed at once is not asked for in a circle', async () => {
  const x = setUp()
  x.answers(() => new Response(''))
  await x.pass(60_000)
  expect(x.attempts.length).toBeLessThan(25)
  await x.stream.close()
})

test('a broken connection, the end, a redirect and a web page are no reason to stop', async () => {
  const x = setUp()
  x.answers(x.live)
  await x.pass(250)
  x.bodies.at(-1)?.error(new Error('reset'))
  await x.pass(500)
  expect(x.stream.state().state).toBe('live')
  x.send('{"errors":[{"title":"operational-disconnect"}]}\r\n')
  await x.pass(250)
  expect(x.lines.at(-1)?.errors).toEqual(['operational-disconnect'])
  x.bodies.at(-1)?.close()
  await x.pass(500)
  expect(x.stream.state().state).toBe('live')
  x.answers(() => new Response(null, { status: 302, headers: { location: 'http://elsewhere.example/' } }))
  x.bodies.at(-1)?.close()
  await x.pass(1000)
  expect(x.stream.state()).toMatchObject({ state: 'waiting', problem: { kind: 'malformed' } })
  x.answers(x.live)
  await x.pass(10_000)
  expect(x.stream.state().state).toBe('live')
  await x.stream.close()
})

test('an answer that never comes is given up; trying now needs no waiting; closing ends all of it', async () => {
  const x = setUp()
  x.answers(() => refusal(402))
  await x.pass(1000)
  expect(x.stream.state().state).toBe('refused')
  x.answers(x.live)
  x.stream.retryNow()
  await x.pass(250)
  expect(x.stream.state().state).toBe('live')
  await x.stream.close()
  const attempts = x.attempts.length
  await x.pass(60_000, 5000)
  expect(x.attempts).toHaveLength(attempts)
  expect(x.clock.pending()).toBe(0)
})
