import { unspacedLetters } from './plain.ts'
import { type CheckedText, type Finding, finding } from './rule.ts'

/** About half a minute of reading: a hundred words on a telephone. A letter of Chinese or Japanese carries two to three. */
const QUICK_READ = 600

/** A reply that nobody reads at a glance. Links count as they stand: they take room as well. */
export function findLength({ text }: CheckedText): Finding[] {
  const weight = text.trim().length + unspacedLetters(text) * 1.5
  return weight > QUICK_READ ? [finding('length', 'too-long', [], String(text.trim().length))] : []
}
