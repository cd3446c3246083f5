import { t } from '../../i18n/t.ts'
import { assertNever } from '../../../../shared/assert-never.ts'
import type { MemberChangeRow } from '../../../../shared/contract/rows.ts'
import { plainText } from '../../ui/plain-text.ts'

/** `Ana`, `Ana and Ben`, `Ana, Ben and 3 more` */
export function namesOf(people: readonly { readonly name: string }[], most = 3): string {
  const names = people.map((person) => plainText(person.name))
  if (names.length === 0) return t('Somebody')
  if (names.length === 1) return names[0] ?? ''
  if (names.length <= most)
    return t('{first} and {second}', {
      first: names.slice(0, -1).join(t(', ||between parts')),
      second: names.at(-1) ?? ''
    })
  return t('{names} and {count, number} more', {
    names: names.slice(0, most - 1).join(t(', ||between parts')),
    count: names.length - most + 1
  })
}

/** What happened to the members of a group, in one line. */
export function memberWords(row: Pick<MemberChangeRow, 'change' | 'by' | 'people' | 'name'>): string {
  const by = row.by === null ? null : plainText(row.by.name)
  const people = namesOf(row.people)
  switch (row.change) {
    case 'join':
      return by === null || row.people.some((person) => person.id === row.by?.id)
        ? t('{people} joined', { people })
        : t('{name} added {people}', { name: by, people })
    case 'leave':
      return t('{people} left', { people })
    case 'rename':
      return row.name === null
        ? t('{name} named the group', { name: by ?? t('Somebody') })
        : t('{name} named the group “{group}”', { name: by ?? t('Somebody'), group: plainText(row.name) })
    case 'created':
      return t('{name} started this group', { name: by ?? t('Somebody') })
    default:
      return assertNever(row.change)
  }
}
