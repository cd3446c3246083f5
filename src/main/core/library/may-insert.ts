import type { ReplyContent } from '../../../shared/domain/library/canned-reply.ts'
import { sameName } from '../team/team.ts'
import type { ShelvedReply } from './shelf.ts'

/** Who wants to insert a reply, and when. */
export interface Inserting {
  /** Id of a member. */
  readonly me: string
  /** The teams of the member. */
  readonly groups: readonly string[]
  /** ms since 1970 */
  readonly now: number
}

/** @param now ms since 1970 */
export function isInEffect(
  { effectiveFrom, expiresAt }: Pick<ReplyContent, 'effectiveFrom' | 'expiresAt'>,
  now: number
): boolean {
  return (effectiveFrom === null || effectiveFrom <= now) && (expiresAt === null || expiresAt > now)
}

/** Whether a reply may be inserted: approved, in use, in effect, and shared with this member. */
export function mayInsert(reply: ShelvedReply, { me, groups, now }: Inserting): boolean {
  const { kind, retiredAt, approvedVersion, scope, team, owner } = reply
  if (kind !== 'reply' || retiredAt !== null || approvedVersion === null) return false
  if (!isInEffect(approvedVersion.content, now)) return false
  if (scope === 'private') return owner === me
  return scope !== 'team' || groups.some((name) => sameName(name, team ?? ''))
}
