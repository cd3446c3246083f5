import { spawnSync } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { directMessages, messageItem, temporaryFolder } from '../testing/archive-fixtures.ts'

const BLOCKS = 86
const MESSAGES = 4_000

let folder: Awaited<ReturnType<typeof temporaryFolder>>
beforeEach(async () => {
  folder = await temporaryFolder()
})
afterEach(() => folder.remove())

/** One conversation, so that nothing can be thrown away between two of them. */
async function writeLargeFile(path: string): Promise<void> {
  const messages = Array.from({ length: MESSAGES }, (_, index) =>
    messageItem(String(1916871602232254800n + BigInt(index)), `Where is my order ${index}? ${'é'.repeat(index % 90)}`)
  )
  const text = directMessages(messages)
  const from = text.indexOf('{', text.indexOf('"messages"'))
  const to = text.lastIndexOf('}', text.lastIndexOf(']', text.lastIndexOf(']') - 1)) + 1
  const block = Buffer.from(text.slice(from, to))
  function* parts(): Generator<string | Buffer> {
    yield text.slice(0, from)
    for (let index = 0; index < BLOCKS; index += 1) {
      if (index > 0) yield ','
      yield block
    }
    yield text.slice(to)
  }
  await pipeline(Readable.from(parts()), createWriteStream(path))
}

const reader = `
  const { openArchive } = await import(process.argv[1])
  const archive = await openArchive(process.argv[2])
  const before = process.memoryUsage.rss()
  const started = performance.now()
  let messages = 0
  let peak = 0
  for await (const batch of archive.batches({ ownerId: '900' })) {
    messages += batch.length
    peak = Math.max(peak, process.memoryUsage.rss() - before)
  }
  const seconds = (performance.now() - started) / 1000
  const megabytes = archive.progress.bytesRead / 1e6
  console.log(JSON.stringify({ messages, megabytes, speed: megabytes / seconds, growth: peak / 1e6, skipped: archive.skippedTotal }))
`

it('reads 150 MB in one conversation within a heap of 48 MB', { timeout: 60_000 }, async () => {
  await mkdir(join(folder.path, 'data'))
  await writeLargeFile(join(folder.path, 'data/direct-messages.js'))
  const module = new URL('read-archive.ts', import.meta.url).href
  // V8 ends the process when it needs more: a far harder proof than numbers of a collector that may wait.
  const flags = ['--max-old-space-size=48', '--max-semi-space-size=8', '--input-type=module', '-e', reader]
  const child = spawnSync(process.execPath, [...flags, module, folder.path], { encoding: 'utf8' })
  expect(child.stderr).toBe('')
  const report = JSON.parse(child.stdout) as Record<string, number>
  console.log(
    `archive: ${report['megabytes']?.toFixed(0)} MB at ${report['speed']?.toFixed(0)} MB/s, memory grew by ${report['growth']?.toFixed(0)} MB`
  )
  expect(report).toMatchObject({ messages: BLOCKS * MESSAGES, skipped: 0 })
  expect(report['megabytes']).toBeGreaterThan(140)
  expect(report['growth']).toBeLessThan(150)
})
