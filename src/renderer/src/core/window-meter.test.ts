import { expect, test } from 'vitest'
import { createWindowMeter } from './window-meter.ts'

function setUp() {
  const listeners = new Map<string, (event: Event) => void>()
  const frames: (() => void)[] = []
  const painted: (() => void)[] = []
  const view = { now: 0, visibilityState: 'visible' as DocumentVisibilityState }
  const meter = createWindowMeter(
    {
      addEventListener: (name: string, listener: (event: Event) => void) => void listeners.set(name, listener),
      requestAnimationFrame: (run: () => void) => frames.push(run),
      document: view,
      performance: { now: () => view.now }
    } as unknown as Parameters<typeof createWindowMeter>[0],
    (done) => void painted.push(done)
  )
  const frame = (): void => {
    for (const run of frames.splice(0)) run()
    for (const run of painted.splice(0)) run()
  }
  const press = (name: string, timeStamp: number): void => listeners.get(name)?.({ timeStamp } as Event)
  return { meter, view, frame, press }
}

test('a key and a click count from the event to the end of the next frame', () => {
  const { meter, view, frame, press } = setUp()
  press('keydown', 100)
  view.now = 112
  frame()
  press('click', 200)
  view.now = 230
  frame()
  expect(meter.painted.figures()).toMatchObject({ count: 2, p95: 30 })
})

test('a frame that comes when the window is shown again is not counted', () => {
  const { meter, view, frame, press } = setUp()
  press('keydown', 100)
  view.now = 60_000
  frame()
  press('keydown', 60_000)
  view.visibilityState = 'hidden'
  view.now = 60_010
  frame()
  expect(meter.painted.figures().count).toBe(0)
})
