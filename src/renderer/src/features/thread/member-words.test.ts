import { expect, test } from 'vitest'
import { memberWords, namesOf } from './member-words.ts'

const person = (name: string) => ({ id: name, name, handle: null, avatar: null })

test('people are listed, a crowd is counted', () => {
  expect(namesOf([])).toBe('Somebody')
  expect(namesOf([person('Ana'), person('Ben')])).toBe('Ana and Ben')
  expect(namesOf(['Ana', 'Ben', 'Cy', 'Di'].map(person))).toBe('Ana, Ben and 2 more')
})

test('changes read as sentences', () => {
  const row = { by: person('Ana'), people: [person('Ben')], name: null }
  expect(memberWords({ ...row, change: 'join' })).toBe('Ana added Ben')
  expect(memberWords({ ...row, change: 'join', by: null })).toBe('Ben joined')
  expect(memberWords({ ...row, change: 'join', by: person('Ben') })).toBe('Ben joined')
  expect(memberWords({ ...row, change: 'leave' })).toBe('Ben left')
  expect(memberWords({ ...row, change: 'rename', name: 'VIPs' })).toBe('Ana named the group “VIPs”')
  expect(memberWords({ ...row, change: 'created' })).toBe('Ana started this group')
})
