import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareIds, directConversationId, normaliseConversationId, peerOf, snowflakeTime } from './ids.ts'

const id = fc.bigInt({ min: 0n, max: 9_999_999_999_999_999_999n }).map(String)

test('ids compare as the numbers they stand for, beyond 2^53 too', () => {
  fc.assert(
    fc.property(id, id, (a, b) => {
      expect(Math.sign(compareIds(a, b))).toBe(BigInt(a) < BigInt(b) ? -1 : BigInt(a) > BigInt(b) ? 1 : 0)
      expect(compareIds(`00${a}`, a)).toBe(0)
    })
  )
})

test('a 1:1 conversation has one id, whoever writes it down and however', () => {
  fc.assert(
    fc.property(id, id, (a, b) => {
      const normal = directConversationId(a, b)
      for (const raw of [`${a}-${b}`, `${b}-${a}`, `${a}:${b}`, ` ${b}:${a} `]) {
        expect(normaliseConversationId(raw)).toBe(normal)
      }
      if (a !== b) expect(peerOf(normal, a)).toBe(b)
    })
  )
  expect(normaliseConversationId('1578398451921985538')).toBe('1578398451921985538')
  for (const raw of ['', '-', '1-', '1-2-3', '../../etc/passwd', '1 - 2', 'g1', '12345678901234567890']) {
    expect(normaliseConversationId(raw)).toBeNull()
  }
  expect(peerOf('1578398451921985538', '7')).toBeNull()
  expect(peerOf('1-2', '7')).toBeNull()
})

test('snowflakes carry their time', () => {
  // X's own example: created_at 2020-02-14T19:00:55.000Z.
  expect(new Date(snowflakeTime('1228393702244134912') ?? 0).toISOString()).toMatch(/^2020-02-14T19:00:55/)
  expect(snowflakeTime('42')).toBeNull()
})
