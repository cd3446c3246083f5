import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeText } from './decode-text.ts'
import { readTable } from './read-table.ts'
import { lossesOf, read } from './testing/read.ts'

const bodies = (csv: string | Uint8Array): string[] => read({ 'x.csv': csv }).replies.map(({ content }) => content.body)

test.each([
  ['commas', 'title,shortcut,body\nA,a,"x, y"\n'],
  ['semicolons', 'title;shortcut;body\nA;a;x, y\n'],
  ['tabs', 'title\tshortcut\tbody\r\nA\ta\tx, y\r\n'],
  ['strokes', 'title|shortcut|body\nA|a|x, y'],
  ['Excel’s own line', 'sep=;\ntitle;shortcut;body\nA;a;x, y\n'],
  ['a mark at the beginning', '\uFEFFtitle,shortcut,body\nA,a,"x, y"\n']
])('a table with %s', (_name, csv) => {
  const { replies, skipped, format } = read({ 'x.csv': csv })
  expect([format, skipped]).toEqual(['csv', []])
  expect(replies).toMatchObject([{ content: { title: 'A', shortcut: 'a', body: 'x, y' } }])
})

test('columns in several spellings, and what was made of them', () => {
  const csv =
    'Título;Atajo;Carpeta;MENSAJE;Idioma;Etiquetas;Owner\nDevolución;dev;Ventas > Pagos;Hola {{customer.first_name}};es_ES;pago, caja;Kim\n'
  const found = read({ 'x.csv': csv })
  expect(found.replies).toMatchObject([
    {
      line: 2,
      content: { title: 'Devolución', shortcut: 'dev', body: 'Hola {{ customer.first_name }}', language: 'es-ES' },
      placement: { folder: ['Ventas', 'Pagos'], tags: ['pago', 'caja'] }
    }
  ])
  expect(found.columns).toEqual([
    { column: 'Título', field: 'title' },
    { column: 'Atajo', field: 'shortcut' },
    { column: 'Carpeta', field: 'folder' },
    { column: 'MENSAJE', field: 'body' },
    { column: 'Idioma', field: 'language' },
    { column: 'Etiquetas', field: 'tags' },
    { column: 'Owner', field: null }
  ])
})

test('two columns without names are a title and a text; other tables are none of replies', () => {
  expect(read({ 'x.csv': 'Hello,Hi there\nBye,See you\n' }).replies.map(({ content }) => content.title)).toEqual([
    'Hello',
    'Bye'
  ])
  expect(read({ 'x.csv': 'date,amount,currency\n2026-01-01,5,EUR\n' }).skipped).toMatchObject([
    { code: 'unknown-format' }
  ])
})

test('a bad line is reported with its number and takes nothing else with it', () => {
  const csv = 'title,body\nA,one\nB,"two\nC,"three" four\nD,"five\nsix"\n\nE,"un""closed"\nF,"never\nG,last\n'
  const { replies, skipped } = read({ 'x.csv': csv })
  expect(replies.map(({ line, content }) => [line, content.title, content.body])).toEqual([
    [2, 'A', 'one'],
    [5, 'D', 'five\nsix'],
    [8, 'E', 'un"closed'],
    [10, 'G', 'last']
  ])
  expect(skipped.map(({ code, line, detail }) => [code, line, detail])).toEqual([
    ['bad-line', 3, 'B,"two'],
    ['bad-line', 4, 'C,"three" four'],
    ['bad-line', 9, 'F,"never']
  ])
})

test('rows with the same id are languages of the same reply', () => {
  const csv = 'id,title,body,language\n1,Hello,Hi,en\n1,Hello,Hola,es\n2,Bye,Bye,en\n'
  expect(read({ 'x.csv': csv }).replies).toMatchObject([
    { content: { language: 'en', body: 'Hi', variants: [{ language: 'es', body: 'Hola' }] } },
    { content: { title: 'Bye', variants: [] } }
  ])
})

test.each([
  ['percent signs', 'Hi {%customer.firstName%}', 'Hi {{ customer.first_name }}'],
  ['hashes', 'Hi #{ticket.customer.firstname}', 'Hi {{ customer.first_name }}'],
  ['braces', "Hi {{contact.first_name || 'you'}}", 'Hi {{ customer.first_name | fallback: "you" }}']
])('the way of placeholders is found out: %s', (_name, body, expected) => {
  expect(bodies(`title,body\nA,"${body}"\nB,no placeholder\n`)[0]).toBe(expected)
})

test.each(['utf-16le', 'utf-16be'] as const)('%s, with its mark and without', (encoding) => {
  const units = Buffer.from('title,body\nÉté,Bonjour 👋 ça va\n', 'utf16le')
  const bytes = encoding === 'utf-16le' ? units : Buffer.from(units).swap16()
  const mark = encoding === 'utf-16le' ? [0xff, 0xfe] : [0xfe, 0xff]
  expect(decodeText(bytes).encoding).toBe(encoding)
  for (const given of [bytes, Buffer.concat([Buffer.from(mark), bytes])])
    expect(bodies(given)).toEqual(['Bonjour 👋 ça va'])
})

test('windows-1252 as a whole, and lines of it in a file of UTF-8', () => {
  const western = Buffer.from('title,body\nCaf\xe9,\x80 20 \x96 voil\xe0\n', 'latin1')
  expect(decodeText(western)).toMatchObject({ encoding: 'windows-1252', odd: [] })
  expect(bodies(western)).toEqual(['€ 20 – voilà'])
  const mixed = Buffer.concat([
    Buffer.from('title,body\nA,naïve\n'),
    Buffer.from('B,d\xe9j\xe0 vu\n', 'latin1'),
    Buffer.from('C,日本\n')
  ])
  const found = read({ 'x.csv': mixed })
  expect(found.replies.map(({ content }) => content.body)).toEqual(['naïve', 'déjà vu', '日本'])
  expect(found.losses).toMatchObject([{ code: 'encoding', file: 'x.csv', line: 3 }])
})

test('5 MB of mixed encodings with bad lines: read line by line', () => {
  const parts: Buffer[] = [Buffer.from('title,shortcut,body\n')]
  let size = 0
  for (let index = 0; size < 5 * 1024 * 1024; index += 1) {
    const line =
      index % 50 === 7
        ? `"broken ${index},s${index},"oh" no\n`
        : `Title ${index},s${index},"Für ${'ü'.repeat(60)} {{customer.first_name}}, n° ${index}\nover two lines"\n`
    const part = Buffer.from(line, index % 3 === 0 ? 'latin1' : 'utf8')
    parts.push(part)
    size += part.length
  }
  const bytes = Buffer.concat(parts)
  const started = process.cpuUsage()
  const found = read({ 'x.csv': bytes })
  const { user } = process.cpuUsage(started)
  const rows = parts.length - 1
  const broken = Array.from({ length: rows }, (_, index) => index).filter((index) => index % 50 === 7).length
  expect(found.replies).toHaveLength(rows - broken)
  expect(found.skipped).toHaveLength(broken)
  expect(found.skipped.every(({ code }) => code === 'bad-line')).toBe(true)
  expect(found.replies.every(({ content }) => content.body.startsWith('Für üüü'))).toBe(true)
  expect(lossesOf(found).every((loss) => loss === 'encoding')).toBe(true)
  process.stdout.write(`5 MB of CSV, ${rows} rows: ${Math.round(user / 1_000)} ms of processor time\n`)
}, 120_000)

test('a million quotes that do not fit are read in time that grows with the file', () => {
  const { bad, rows } = readTable(`title,body\n${'"a,b\n'.repeat(200_000)}`)
  expect(bad.length + rows.length).toBeGreaterThan(100_000)
})

test('any table that is written is read again', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', ' ', '|', '{', "'"), maxLength: 8 })
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
      const csv = [
        'title,body',
        ...rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(','))
      ].join('\n')
      const table = readTable(csv)
      expect(table.bad).toEqual([])
      expect(table.rows.slice(1).map(({ cells }) => cells)).toEqual(rows)
    })
  )
})
