import { refuseBreaking, refuseTakenShortcuts, touchesFragments, withChanged } from './checks.ts'
import type { LibraryParts } from './library-parts.ts'
import type { ReplyFields } from './reply-record.ts'

/**
 * Refuses a change of placement after which two replies in use would have one shortcut, or one could not be sent any
 * more. To be called before anything is written.
 * @throws {AppError} conflict, not-allowed
 */
export function guardPlacement(
  { shelf, team }: LibraryParts,
  replies: readonly string[],
  change: Partial<ReplyFields>
): void {
  const before = shelf.now()
  const after = withChanged(before, replies, (reply) => (change.deletedAt ? null : { ...reply, ...change }))
  const comesIntoUse = change.scope !== undefined || change.owner !== undefined || change.retiredAt === null
  if (comesIntoUse) refuseTakenShortcuts(after, new Set(replies), team.me())
  if (touchesFragments(before, replies) || touchesFragments(after, replies) || comesIntoUse) {
    refuseBreaking(before, after, team.me())
  }
}
