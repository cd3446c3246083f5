import { expect, test } from 'vitest'
import { createLineSplitter } from './line-splitter.ts'

function split(chunks: readonly Uint8Array[]): { lines: string[]; dropped: number } {
  const lines: string[] = []
  let dropped = 0
  const splitter = createLineSplitter(
    (line) => lines.push(line),
    () => (dropped += 1)
  )
  for (const chunk of chunks) splitter.push(chunk)
  return { lines, dropped }
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

test('lines are whole wherever the bytes are cut, inside a character and inside CRLF too', () => {
  const text = 'eins 🙂\r\n\r\nzwei ü\nthree 日本\r\nrest'
  const whole = bytes(text)
  const expected = ['eins 🙂', '', 'zwei ü', 'three 日本']
  for (let size = 1; size <= whole.length; size += 1) {
    const chunks: Uint8Array[] = []
    for (let at = 0; at < whole.length; at += size) chunks.push(whole.subarray(at, at + size))
    expect(split(chunks).lines, `pieces of ${size}`).toEqual(expected)
  }
})

test('a giant line is dropped as a whole, and the next is read', () => {
  const giant = bytes('x'.repeat(300_000))
  const { lines, dropped } = split([giant, giant, giant, giant, giant, bytes('\nnext\r\n')])
  expect(lines).toEqual(['next'])
  expect(dropped).toBe(1)
  // Also when all of it is one piece.
  expect(split([bytes(`${'y'.repeat(1_000_001)}\nafter\n`)])).toEqual({ lines: ['after'], dropped: 1 })
})
