import { folded, wordsOf } from './plain.ts'
import { type CheckContext, type CheckedText, type Finding, finding } from './rule.ts'
import { opensKindly } from './salutation.ts'

/** A first reply that comes to the point without a hello. The customer's name at the beginning greets, too. */
export function findMissingGreeting({ plain }: CheckedText, context: CheckContext): Finding[] {
  if (!context.first || plain.trim() === '' || opensKindly(plain)) return []
  const opening = wordsOf(plain.slice(0, 200))
    .slice(0, 3)
    .map((word) => folded(word.text))
  const named = context.customers.some((person) =>
    wordsOf(person.name).some((word) => opening.includes(folded(word.text)))
  )
  return named ? [] : [finding('greeting', 'no-greeting', [], '')]
}
