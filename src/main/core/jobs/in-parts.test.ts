import { expect, test } from 'vitest'
import { inParts } from './in-parts.ts'

test('others have their turn, and what nobody wants any more ends at once', async () => {
  let steps = 0
  function* work(): Generator<void, string> {
    for (;;) {
      steps += 1
      const until = performance.now() + 1
      while (performance.now() < until);
      if (steps === 10_000) return 'done'
      yield
    }
  }
  const stop = new AbortController()
  const working = inParts(work(), stop.signal)
  await new Promise((resolve) => setImmediate(resolve))
  stop.abort(new Error('changed'))
  await expect(working).rejects.toThrow('changed')
  expect(steps).toBeGreaterThan(0)
  expect(steps).toBeLessThan(100)
})
