import { expect, test } from 'vitest'
import { portPair } from './port-pair.ts'

test('frames arrive in order, later than they are sent, and those sent early are not lost', async () => {
  const [left, right] = portPair()
  const got: string[] = []
  left.send('a')
  await Promise.resolve()
  right.onFrame((frame) => got.push(frame))
  left.send('b')
  expect(got).toEqual([])
  await Promise.resolve()
  expect(got).toEqual(['a', 'b'])
})

test('closing one end tells both, once, and nothing is delivered to a closed end', async () => {
  const [left, right] = portPair()
  const closed: string[] = []
  const got: string[] = []
  left.onClose(() => closed.push('left'))
  right.onClose(() => closed.push('right'))
  right.onFrame((frame) => got.push(frame))
  left.close()
  right.close()
  left.send('late')
  await Promise.resolve()
  await Promise.resolve()
  expect(closed.toSorted()).toEqual(['left', 'right'])
  expect(got).toEqual([])
})
