import { usePart } from '../../core/use-part.ts'
import type { Emoji } from './emoji.ts'
import { loadEmoji } from './load-emoji.ts'

const none: readonly Emoji[] = []

/** All emoji, once they are wanted; none while they are on their way. */
export function useEmoji(wanted: boolean): readonly Emoji[] {
  return usePart(wanted, loadEmoji) ?? none
}
