import { expect, test } from 'vitest'
import { english } from '../i18n/english.ts'
import { isNewNotice, type Notice, type NoticeCustomer, noticeWords } from './attention.ts'

const now = Date.UTC(2026, 10, 26, 12)
const somebody = (name: string, more: Partial<NoticeCustomer> = {}): NoticeCustomer => ({
  conversation: '1/1-2',
  name,
  messages: 1,
  waitingSince: now - 3 * 3_600_000,
  text: null,
  ...more
})
const notice = (kind: Notice['kind'], total: number, ...customers: NoticeCustomer[]): Notice => ({
  kind,
  at: now,
  total,
  customers
})

test.each([
  [notice('messages', 1, somebody('Ana Silva')), 'Ana Silva', 'New message'],
  [notice('messages', 1, somebody('Ana', { messages: 3 })), 'Ana', '3 new messages'],
  [notice('messages', 1, somebody('Ana', { text: 'Where is\nit?' })), 'Ana', 'Where is it?'],
  [notice('messages', 2, somebody('Ana'), somebody('Ben')), '2 customers wrote', 'Ana, Ben'],
  [notice('messages', 9, somebody('Ana'), somebody('Ben')), '9 customers wrote', 'Ana, Ben, …'],
  [notice('digest', 12, somebody('Ana'), somebody('Ben')), '12 customers waiting, longest 3 h', 'Ana, Ben, …'],
  [notice('digest', 1, somebody('Ana', { waitingSince: now - 60_000 })), '1 customer waiting, longest 1 min', 'Ana'],
  [
    notice('digest', 1, somebody('Ana', { waitingSince: now - 3 * 86_400_000 })),
    '1 customer waiting, longest 3 d',
    'Ana'
  ]
])('%#: %o', (given, title, body) => {
  expect(noticeWords(given, english.text)).toEqual({ title, body })
})

test('names and texts from outside are cut and cannot turn their surroundings', () => {
  const { title, body } = noticeWords(
    notice('messages', 1, somebody(`\u202Eevil\u0007${'x'.repeat(80)}`, { text: '👍'.repeat(500) })),
    english.text
  )
  expect(title).toBe(`evil ${'x'.repeat(35)}…`)
  expect([...body]).toHaveLength(141)
})

test('only a notice that came while somebody was listening is told', () => {
  expect(isNewNotice(undefined, { id: 'a' })).toBe(false)
  expect(isNewNotice(null, undefined)).toBe(false)
  expect(isNewNotice(null, { id: 'a' })).toBe(true)
  expect(isNewNotice('a', { id: 'a' })).toBe(false)
  expect(isNewNotice('a', { id: 'b' })).toBe(true)
})
