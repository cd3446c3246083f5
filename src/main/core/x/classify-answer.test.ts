import { describe, expect, test } from 'vitest'
import { problemOfAnswer, problemOfError } from './classify-answer.ts'
import type { XProblem } from './problem.ts'

function classify(status: number, body?: unknown, secrets: readonly string[] = []): XProblem {
  return problemOfAnswer({ status, body, retryAt: 1234, secrets })
}

const HOSTS = ['https://api.x.com/2/problems/', 'https://api.twitter.com/2/problems/'] as const

describe('an answer that is no success', () => {
  test.each([
    [401, { title: 'Unauthorized', type: 'about:blank', status: 401, detail: 'Unauthorized' }, 'unauthorized'],
    [
      402,
      { title: 'CreditsDepleted', type: `${HOSTS[1]}credits`, account_id: '2051096097834344448' },
      'out-of-credits'
    ],
    [402, undefined, 'out-of-credits'],
    [403, { detail: 'Monthly spend cap reached for this billing cycle.' }, 'usage-capped'],
    [403, undefined, 'forbidden'],
    [404, { type: `${HOSTS[0]}resource-not-found`, detail: 'Could not find it.' }, 'not-found'],
    [409, { type: `${HOSTS[0]}conflict` }, 'conflict'],
    [400, { type: `${HOSTS[0]}invalid-request`, detail: 'Bad.', parameter: 'max_results' }, 'invalid-request'],
    [422, undefined, 'invalid-request'],
    [429, { errors: [{ code: 88, message: 'Rate limit exceeded' }] }, 'rate-limited'],
    [429, { title: 'Too Many Requests', type: 'about:blank' }, 'rate-limited'],
    [429, { title: 'UsageCapExceeded', type: `${HOSTS[1]}usage-capped` }, 'usage-capped'],
    [500, '<html>', 'server'],
    [503, undefined, 'server'],
    [302, undefined, 'malformed']
  ] as const)('%i %j is %s', (status, body, kind) => {
    expect(classify(status, body)).toMatchObject({ kind, status })
  })

  test.each([400, 401, 402, 403, 404, 409, 413, 429])('%i means that a send had no effect', (status) => {
    expect(classify(status).effect).toBe('none')
  })

  test.each([302, 408, 499, 500, 502, 503, 504])('%i means that a send may have happened', (status) => {
    expect(classify(status).effect).toBe('unknown')
  })

  test('says when a rate limit ends', () => {
    expect(classify(429)).toMatchObject({ kind: 'rate-limited', retryAt: 1234 })
  })

  test('names the refused parameter in both forms', () => {
    expect(classify(400, { type: `${HOSTS[0]}invalid-request`, parameter: 'ids' })).toMatchObject({ parameter: 'ids' })
    const classic = {
      errors: [{ parameters: { 'media.media_ids': ['1'] }, message: 'Not yours.' }],
      title: 'Invalid Request'
    }
    expect(classify(400, classic)).toMatchObject({
      parameter: 'media.media_ids',
      detail: 'X does not accept this request: Not yours.'
    })
  })

  test.each([
    ['client-not-enrolled', { type: `${HOSTS[1]}client-forbidden`, reason: 'client-not-enrolled' }],
    ['client-not-enrolled', { detail: 'You must use keys from a developer App that is attached to a Project.' }],
    [
      'access-level',
      { errors: [{ code: 453, message: 'You currently have access to a subset of X API V2 endpoints' }] }
    ],
    ['scope', { type: `${HOSTS[1]}unsupported-authentication`, detail: 'Authenticating is forbidden.' }],
    ['media', { title: 'Forbidden', detail: 'You are not permitted to attach this media to a DM event.' }],
    ['recipient', { errors: [{ code: 349, message: 'You cannot send messages to this user.' }] }],
    ['recipient', { detail: 'You do not have permission to DM one or more participants.' }],
    ['other', { title: 'Forbidden', type: 'about:blank', detail: 'Forbidden' }]
  ] as const)('tells apart why it is forbidden: %s', (reason, body) => {
    expect(classify(403, body)).toMatchObject({ kind: 'forbidden', reason })
  })

  test('tells what to do about an app that is not enrolled', () => {
    const { detail } = classify(403, { reason: 'client-not-enrolled' })
    expect(detail).toContain('console.x.com')
    expect(detail).toContain('Pay-per-use')
    expect(detail).toContain('Production')
  })

  test.each([
    'The `text` value [my card ends in 4242, please help] is too long',
    'Bad token tkn-Zm9vYmFyYmF6cXV4',
    'Value [Hi] is not valid'
  ])('never repeats what was sent: %s', (detail) => {
    const secrets = ['tkn-Zm9vYmFyYmF6cXV4', 'Hello, my card ends in 4242, please help me', 'Hi']
    const problem = classify(400, { type: `${HOSTS[0]}invalid-request`, detail }, secrets)
    expect(problem.detail).toBe('X does not accept this request.')
  })

  test('shows long and odd sentences on one line and cut to length', () => {
    const { detail } = classify(404, { detail: `a\n\u0000b ${'x'.repeat(500)}` })
    expect(detail.startsWith('a b xxx')).toBe(true)
    expect(detail.length).toBeLessThanOrEqual(240)
  })

  test.each([[null], [[]], [7], ['x'], [{ errors: 'no', detail: 5, type: [], title: {} }], [{ errors: [null, 3] }]])(
    'copes with %j',
    (body) => {
      expect(classify(400, body)).toMatchObject({ kind: 'invalid-request' })
    }
  )
})

test('reads an error inside a 200 by its type, code or own status', () => {
  const kindOf = (error: unknown): string => problemOfError(error, 200, []).kind
  expect(kindOf({ type: `${HOSTS[0]}resource-not-found`, detail: 'gone' })).toBe('not-found')
  expect(kindOf({ type: `${HOSTS[0]}not-authorized-for-resource` })).toBe('forbidden')
  expect(kindOf({ title: 'Unauthorized', type: 'about:blank', status: 401 })).toBe('unauthorized')
  expect(kindOf({ code: 88, message: 'Rate limit exceeded' })).toBe('rate-limited')
  expect(kindOf({ code: 50, message: 'User not found.' })).toBe('not-found')
  expect(kindOf({})).toBe('malformed')
  expect(problemOfError({ type: `${HOSTS[0]}not-authorized-for-resource` }, 200, []).effect).toBe('unknown')
})
