import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Writable } from 'node:stream'
import { beforeEach, expect, test } from 'vitest'
import { main } from './main.ts'

interface Result {
  readonly code: number
  readonly out: string
  readonly err: string
  readonly json: Record<string, unknown>
}

let folder: string

async function cli(...argv: string[]): Promise<Result> {
  const written = { out: '', err: '' }
  const sink = (name: 'out' | 'err'): Writable =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        written[name] += chunk.toString()
        done()
      }
    })
  const io = {
    stdout: sink('out'),
    stderr: sink('err'),
    interrupted: new AbortController().signal,
    openInBrowser: async () => undefined,
    onFault: () => undefined
  }
  const code = await main([...argv, '--data', path.join(folder, 'desk')], io)
  const last = written.out.trimEnd().split('\n').at(-1) ?? ''
  return { code, ...written, json: last.startsWith('{') ? (JSON.parse(last) as Record<string, unknown>) : {} }
}

function put(name: string, content: unknown): string {
  const file = path.join(folder, name)
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'backchannel-library-'))
})

test('import with a dry run, list, export', async () => {
  const file = put('canned.json', [
    { id: 1, short_code: 'hello', content: 'Hi **{{contact.first_name}}**, {{contact.phone}}\u001b[31m' },
    { id: 2, short_code: 'old', content: 'Use 10YAY until 12/24' }
  ])
  const dry = await cli('library', 'import', file, '--dry-run')
  expect(dry).toMatchObject({ code: 0, err: '' })
  expect(dry.out).toContain('Would import 2 new canned replies from Chatwoot, and update 0; 0 were here already.\n')
  expect(dry.out).toContain('{{contact.phone}} → {{ ask "Phone" }} (1)')
  expect(dry.out).toContain('canned.json “hello”: Bold and other formatting is gone: X shows plain text.')
  expect(dry.out).toContain('canned.json “old”: It has the code 10YAY written into it. Codes run out.')
  expect(dry.out).not.toContain('\u001b')
  expect((await cli('library', 'list', '--json')).json).toEqual({ replies: [] })

  expect((await cli('library', 'import', file, '--approve', '--json')).json).toMatchObject({
    format: 'chatwoot',
    new: 2,
    approved: 2
  })
  expect((await cli('library', 'import', file, '--json')).json).toMatchObject({ new: 0, unchanged: 2 })
  expect((await cli('library', 'list', '--json')).json).toMatchObject({
    replies: [{ title: 'hello', shortcut: 'hello', stage: 'approved', source: 'chatwoot' }, { title: 'old' }]
  })
  expect((await cli('library', 'list')).out).toMatch(/\/hello +hello +approved +Hi .*\n[\s\S]*2 canned replies\n$/u)

  const out = path.join(folder, 'out.json')
  expect((await cli('library', 'export', '--format', 'json', '--out', out, '--json')).json).toEqual({
    file: out,
    replies: 2,
    leftOut: []
  })
  expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ backchannel: 'canned-replies' })
  expect((await cli('library', 'export', '--format', 'markdown', '--out', path.join(folder, 'md'))).out).toBe(
    `Wrote 2 canned replies to ${path.join(folder, 'md')}\n`
  )
})

test('the file of a reply comes in with a library of ours, and an export without files names it', async () => {
  const picture = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64'
  )
  const hash = createHash('sha256').update(picture).digest('hex')
  const content = {
    title: 'Map',
    body: 'Here we are.',
    attachment: { hash, name: 'map.png', type: 'image/png', bytes: picture.length }
  }
  const version = { id: 'v1', number: 1, savedAt: 1, author: 'p1', approvedBy: null, approvedAt: null, content }
  const place = { kind: 'reply', folder: [], tags: [], scope: 'everyone', team: null, owner: 'p1' }
  const stage = { approved: null, newest: 'v1', pending: 'draft', sentBack: null, retiredAt: null, source: null }
  const replies = [{ id: 'r1', ...place, createdAt: 1, updatedAt: 1, ...stage, versions: [version] }]
  const frame = { backchannel: 'canned-replies', version: 1, people: [{ id: 'p1', name: 'Ana' }], tags: [], replies }
  const file = put('ours.json', { ...frame, files: [{ hash, data: picture.toString('base64') }] })
  expect((await cli('library', 'import', file, '--json')).json).toMatchObject({ new: 1, losses: [], skipped: [] })
  expect((await cli('library', 'export', '--format', 'csv', '--out', path.join(folder, 'out.csv'))).out).toContain(
    'Files left out (1):\n  “Map”: map.png is not in it: a table holds no files. Export as JSON or as Markdown to take it along.\n'
  )
  await cli('library', 'export', '--format', 'markdown', '--out', path.join(folder, 'with'))
  expect(readFileSync(path.join(folder, 'with', 'Map.png'))).toEqual(picture)
})

test('a table with a bad line and two columns too many, and its format by name', async () => {
  const file = put('table.csv', 'title;body;colour\nA;one;red\nB;"two;x\nC;three;blue\n')
  const { out } = await cli('library', 'import', file)
  expect(out).toContain('Columns (3):\n  title → title\n  body → body\n  colour → left out\n')
  expect(out).toContain('Left out (1):\n  table.csv:3: This line cannot be read: its quotes do not fit. B;"two;x\n')
  expect((await cli('library', 'import', file, '--format', 'chatwoot', '--json')).json).toMatchObject({
    new: 0,
    skipped: [{ code: 'unknown-format' }]
  })
})

test('wrong usage and wrong paths end with one sentence', async () => {
  expect(await cli('library', 'import', 'x', '--format', 'nonsense')).toMatchObject({ code: 2, out: '' })
  expect(await cli('library', 'import')).toMatchObject({ code: 2 })
  expect(await cli('library', 'export', '--format', 'json')).toMatchObject({ code: 2 })
  const missing = path.join(folder, 'missing.json')
  expect(await cli('library', 'import', missing)).toMatchObject({
    code: 1,
    err: `There is nothing at ${missing}. Check the path.\n`
  })
})
