import { expect, test } from 'vitest'
import { createNotifier, type SystemNotice } from './notifications.ts'

type Event = 'click' | 'close' | 'failed'

interface Recorded extends SystemNotice {
  readonly title: string
  readonly calls: string[]
  fire(event: Event): void
}

function setUp(supported = true) {
  const made: Recorded[] = []
  let revealed = 0
  const notifier = createNotifier({
    reveal: () => (revealed += 1),
    create: ({ title }) => {
      if (!supported) return null
      const listeners = new Map<Event, () => void>()
      const calls: string[] = []
      const notice: Recorded = {
        title,
        calls,
        on: (event, listener) => listeners.set(event, listener),
        show: () => calls.push('show'),
        // As in Electron: closing tells of its end.
        close: () => {
          calls.push('close')
          listeners.get('close')?.()
        },
        fire: (event) => listeners.get(event)?.()
      }
      made.push(notice)
      return notice
    }
  })
  return { notifier, made, revealed: () => revealed }
}

test('a click brings the window to the front and is told to the page', async () => {
  const { notifier, made, revealed } = setUp()
  const result = notifier.show({ title: 'Ana', body: 'New message', silent: false })
  expect(made[0]?.calls).toEqual(['show'])
  made[0]?.fire('click')
  expect(await result).toBe('clicked')
  expect(revealed()).toBe(1)
})

test('a newer notice takes the place of the one before', async () => {
  const { notifier, made, revealed } = setUp()
  const first = notifier.show({ title: 'Ana', body: '', silent: false })
  const second = notifier.show({ title: '2 customers wrote', body: '', silent: false })
  expect(await first).toBe('gone')
  expect(made.map(({ title, calls }) => [title, calls])).toEqual([
    ['Ana', ['show', 'close']],
    ['2 customers wrote', ['show']]
  ])
  made[1]?.fire('close')
  expect(await second).toBe('gone')
  expect(revealed()).toBe(0)
})

test('one that the desktop refuses, and a desktop without notices, are no fault', async () => {
  const { notifier, made } = setUp()
  const result = notifier.show({ title: 'Ana', body: '', silent: false })
  made[0]?.fire('failed')
  expect(await result).toBe('gone')
  expect(await setUp(false).notifier.show({ title: 'Ana', body: '', silent: false })).toBe('gone')
})
