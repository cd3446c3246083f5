import { beforeEach, expect, test } from 'vitest'
import type { NoticeResult } from '../../shared/bridge.ts'
import { type DownFrame, encodeFrame, type Port } from '../../shared/contract/frames.ts'
import type { NoticeRow } from '../../shared/contract/attention-rows.ts'
import { english } from '../../shared/i18n/english.ts'
import { portPair } from '../host/port-pair.ts'
import { watchNotices } from './windowless-notices.ts'

let cores: Port[]
let windows: number
let shown: string[]
let result: NoticeResult

const notice = (id: string, name: string): NoticeRow => ({
  id,
  kind: 'messages',
  at: 0,
  total: 1,
  customers: [{ conversation: '1/1-2', name, messages: 1, waitingSince: 0, text: null }],
  sound: 'system',
  flash: false
})

/** The newest core says what its notice is now. */
async function tell(...rows: NoticeRow[]): Promise<void> {
  const frame: DownFrame = { t: 'snap', id: 1, rows }
  cores.at(-1)?.send(encodeFrame(frame))
  await new Promise((resolve) => setImmediate(resolve))
}

beforeEach(() => {
  cores = []
  windows = 0
  shown = []
  result = 'gone'
  watchNotices({
    open: () => {
      const [ours, theirs] = portPair()
      cores.push(theirs)
      return ours
    },
    newId: () => 'id',
    hasWindow: () => windows > 0,
    openWindow: () => (windows += 1),
    t: english.text,
    notifier: {
      show: ({ title }) => {
        shown.push(title)
        return Promise.resolve(result)
      }
    }
  })
})

test('news is told while there is no window, and what was there at the start is old', async () => {
  await tell(notice('a', 'Ana'))
  expect(shown).toEqual([])
  await tell(notice('b', 'Ben'))
  expect(shown).toEqual(['Ben'])
  await tell(notice('b', 'Ben'))
  expect(shown).toEqual(['Ben'])
  expect(windows).toBe(0)
})

test('a window tells by itself', async () => {
  await tell()
  windows = 1
  await tell(notice('a', 'Ana'))
  expect(shown).toEqual([])
})

test('a click opens a window', async () => {
  await tell()
  result = 'clicked'
  await tell(notice('a', 'Ana'))
  expect(windows).toBe(1)
})

test('it goes on with a core that was started again', async () => {
  await tell(notice('a', 'Ana'))
  cores[0]?.close()
  await new Promise((resolve) => setImmediate(resolve))
  expect(cores).toHaveLength(2)
  await tell()
  await tell(notice('b', 'Ben'))
  expect(shown).toEqual(['Ben'])
})
