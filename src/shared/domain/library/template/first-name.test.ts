import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstName, lastName } from './first-name.ts'

test.each([
  ['Ana Silva', 'Ana', 'Silva'],
  ['Ana', 'Ana', null],
  ['ana silva', 'Ana', 'Silva'],
  ['ana', 'Ana', null],
  ['ANA SILVA', 'Ana', 'Silva'],
  ['MARIA', 'Maria', null],
  ['JP Morgan', 'JP', 'Morgan'],
  ['  Ana   Silva  ', 'Ana', 'Silva'],
  ['Ana Silva 🌸✨', 'Ana', 'Silva'],
  ['✨Ana✨ Silva', 'Ana', 'Silva'],
  ['★ Ana ★', 'Ana', null],
  ['Ana 🇧🇷', 'Ana', null],
  ['👩‍💻 Ana Silva', 'Ana', 'Silva'],
  ['𝓐𝓷𝓪 𝓢𝓲𝓵𝓿𝓪', 'Ana', 'Silva'],
  ['Ⓐⓝⓐ', 'Ana', null],
  ['Ana Silva (she/her)', 'Ana', 'Silva'],
  ['Ana Silva [BLM]', 'Ana', 'Silva'],
  ['Ana Silva | Designer', 'Ana', 'Silva'],
  ['Ana Silva • Photographer', 'Ana', 'Silva'],
  ['Ana Silva - Acme', 'Ana', 'Silva'],
  ['Ana Silva, PhD', 'Ana', 'Silva'],
  ['Silva, Ana', 'Ana', 'Silva'],
  ['Dr. Ana Silva', 'Ana', 'Silva'],
  ['Dr Ana Silva', 'Ana', 'Silva'],
  ['Prof. Dr. Ana Silva', 'Ana', 'Silva'],
  ['Dr. Silva', null, null],
  ['Mr Bean', null, null],
  ['Frau Müller', null, null],
  ['J. Robert Oppenheimer', 'Robert', 'Oppenheimer'],
  ['J Smith', null, null],
  ['J.K. Rowling', null, null],
  ['Ana S.', 'Ana', null],
  ['Ana M. Silva', 'Ana', 'Silva'],
  ['A', null, null],
  ['Jean-Luc Picard', 'Jean-Luc', 'Picard'],
  ['JEAN-LUC PICARD', 'Jean-Luc', 'Picard'],
  ["O'Neil Smith", "O'Neil", 'Smith'],
  ['D’Angelo Russell', 'D’Angelo', 'Russell'],
  ['Conor McGregor', 'Conor', 'McGregor'],
  ['LeBron James', 'LeBron', 'James'],
  ['María José de la Cruz García', 'María', 'García'],
  ['Penélope de la Cruz', 'Penélope', 'de la Cruz'],
  ['Ludwig van Beethoven', 'Ludwig', 'van Beethoven'],
  ['Łukasz Żak', 'Łukasz', 'Żak'],
  ['Björk', 'Björk', null],
  ['Ngọc Nguyễn', 'Ngọc', 'Nguyễn'],
  ['Иван Петров', 'Иван', 'Петров'],
  ['ИВАН ПЕТРОВ', 'Иван', 'Петров'],
  ['Γιώργος Παπαδόπουλος', 'Γιώργος', 'Παπαδόπουλος'],
  ['أحمد علي', 'أحمد', 'علي'],
  ['عبد الله محمد', 'عبد الله', 'محمد'],
  ['د. أحمد علي', 'أحمد', 'علي'],
  ['\u202bأحمد علي\u202c', 'أحمد', 'علي'],
  ['דוד כהן', 'דוד', 'כהן'],
  ['田中 花子', '田中 花子', null],
  ['田中花子', '田中花子', null],
  ['김민수', '김민수', null],
  ['王小明🐼', '王小明', null],
  ['Hanako (田中花子)', 'Hanako', null],
  ['プリヤ', 'プリヤ', null],
  ['अमित शर्मा', 'अमित', 'शर्मा'],
  ['สมชาย ใจดี', 'สมชาย', 'ใจดี'],
  // Shops, slogans, handles.
  ['', null, null],
  ['   ', null, null],
  ['🌸🌸🌸', null, null],
  ['...', null, null],
  ['xX_shop_Xx', null, null],
  ['xXshopXx', null, null],
  ['ana_silva', null, null],
  ['AnaSilva', null, null],
  ['ana92', null, null],
  ['@anas', null, null],
  ['ana.silva', null, null],
  ['example.com', null, null],
  ['Acme Support', null, null],
  ['Acme Inc.', null, null],
  ['The Weeknd', null, null],
  ['La Tienda', null, null],
  ['Ana’s Shop', null, null],
  ['Coffee Lover', null, null],
  ['crying in my bed again', null, null],
  ['I love my cat so very much', null, null],
  ['IKEA', null, null],
  ['HSBC', null, null],
  ['BMW', null, null],
  ['brrr', null, null],
  ['Aaaaana', null, null],
  ['東京ラーメン公式', null, null],
  ['株式会社田中', null, null],
  ['متجر السعادة', null, null],
  ['{{agent.name}}', null, null],
  ['{% raw %}', null, null],
  ['undefined', null, null],
  ['null', null, null],
  ['not your mom', null, null],
  ['Deleted User', null, null],
  ['1234', null, null]
])('%s', (name, first, last) => {
  expect([firstName(name), lastName(name)]).toEqual([first, last])
})

test('whatever a display name is: its first name has letters alone and no blanks around it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
      const first = firstName(name)
      if (first !== null) expect(first).toMatch(/^\p{L}[\p{L}\p{M}'’ー々 -]*$/u)
    })
  )
})

test('long names of one letter, blanks or brackets take no time', () => {
  const start = performance.now()
  for (const name of ['a'.repeat(50_000), ' '.repeat(50_000), '('.repeat(50_000), 'a-'.repeat(25_000)]) firstName(name)
  expect(performance.now() - start).toBeLessThan(500)
})
