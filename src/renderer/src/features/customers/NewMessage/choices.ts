import type { KnownPerson } from '../../../../../shared/contract/rows.ts'
import { parseHandle } from '../../../../../shared/domain/handle.ts'

/** Something to pick: somebody known here, or X's answer to a handle. */
export type Choice =
  | { readonly kind: 'person'; readonly id: string; readonly person: KnownPerson }
  | { readonly kind: 'look-up'; readonly id: string; readonly handle: string }

/**
 * Who is known comes first and is free; asking X is offered while nobody known has exactly this handle. Somebody who
 * typed a handle as such (`@ana`, an address) means that one, so it stands before others that only resemble it.
 */
export function choicesOf(people: readonly KnownPerson[], typed: string): Choice[] {
  const known = people.map((person): Choice => ({ kind: 'person', id: `person-${person.id}`, person }))
  const handle = parseHandle(typed)
  if (handle === null) return known
  if (people.some((person) => person.handle?.toLowerCase() === handle.toLowerCase())) return known
  const lookUp: Choice = { kind: 'look-up', id: 'look-up', handle }
  return /^\s*@|[./]/.test(typed) ? [lookUp, ...known] : [...known, lookUp]
}
