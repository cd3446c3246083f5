import { t } from '../../i18n/t.ts'
import { plainText } from '../../ui/plain-text.ts'

/** `Ana is typing…`, `Ana and Ben are typing…`, `3 people are typing…`; empty when nobody is. */
export function typingWords(people: readonly string[]): string {
  const [first, second, ...others] = people.map(nameOf)
  if (first === undefined) return ''
  if (second === undefined) return t('{name} is typing…', { name: first })
  if (others.length === 0) return t('{first} and {second} are typing…', { first, second })
  return t('{count, plural, one {# person is} other {# people are}} typing…', { count: people.length })
}

/** Inside a sentence, marks of direction in a name would turn the rest of it around. */
function nameOf(name: string): string {
  return plainText(name).replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
}
