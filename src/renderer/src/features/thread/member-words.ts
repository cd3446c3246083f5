import { assertNever } from '../../../../shared/assert-never.ts'
import type { MemberChangeRow } from '../../../../shared/contract/rows.ts'
import { plainText } from '../../ui/plain-text.ts'

/** `Ana`, `Ana and Ben`, `Ana, Ben and 3 more` */
export function namesOf(people: readonly { readonly name: string }[], most = 3): string {
  const names = people.map((person) => plainText(person.name))
  if (names.length === 0) return 'Somebody'
  if (names.length === 1) return names[0] ?? ''
  if (names.length <= most) return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
  return `${names.slice(0, most - 1).join(', ')} and ${names.length - most + 1} more`
}

/** What happened to the members of a group, in one line. */
export function memberWords(row: Pick<MemberChangeRow, 'change' | 'by' | 'people' | 'name'>): string {
  const by = row.by === null ? null : plainText(row.by.name)
  const people = namesOf(row.people)
  switch (row.change) {
    case 'join':
      return by === null || row.people.some((person) => person.id === row.by?.id)
        ? `${people} joined`
        : `${by} added ${people}`
    case 'leave':
      return `${people} left`
    case 'rename':
      return `${by ?? 'Somebody'} named the group ${row.name === null ? '' : `“${plainText(row.name)}”`}`.trimEnd()
    case 'created':
      return `${by ?? 'Somebody'} started this group`
    default:
      return assertNever(row.change)
  }
}
