import { t } from '../../i18n/t.ts'
import type { EncryptedChatRow } from '../../../../shared/contract/rows.ts'
import { plainText } from '../../ui/plain-text.ts'

/** Where X shows encrypted chats. */
export const X_MESSAGES = 'https://x.com/messages'

/** What is known about encrypted messages of one conversation: how many, and who wrote. */
export function encryptedChatWords(rows: readonly Pick<EncryptedChatRow, 'count' | 'from'>[]): string {
  const count = rows.reduce((sum, row) => sum + row.count, 0)
  const names = [...new Set(rows.flatMap((row) => (row.from === null ? [] : [plainText(row.from.name)])))]
  const [first, second] = names
  if (first === undefined) {
    return t('{count, plural, one {An encrypted X Chat message waits.} other {# encrypted X Chat messages wait.}}', {
      count
    })
  }
  if (names.length > 2) {
    return t(
      '{count, plural, one {An encrypted X Chat message waits} other {# encrypted X Chat messages wait}}, from {people, plural, one {# person} other {# people}}.',
      { count, people: names.length }
    )
  }
  return t(
    '{count, plural, one {An encrypted X Chat message waits} other {# encrypted X Chat messages wait}}, from {names}.',
    { count, names: second === undefined ? first : t('{first} and {second}', { first, second }) }
  )
}
