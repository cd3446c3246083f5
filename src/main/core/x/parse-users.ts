import type { IncomingUser } from '../sync/incoming.ts'
import { skippedItem, type Skipped } from './skipped.ts'
import { WireUser } from './wire-schemas.ts'
import { parseWireTime } from './wire-time.ts'

/** Reads profiles, each for itself; what is no profile is listed instead of returned. */
export function parseUsers(items: readonly unknown[]): { users: IncomingUser[]; skipped: Skipped[] } {
  const users: IncomingUser[] = []
  const skipped: Skipped[] = []
  for (const item of items) {
    const parsed = WireUser.safeParse(item)
    if (parsed.success) users.push(toUser(parsed.data))
    else skipped.push(skippedItem('user', item, parsed.error))
  }
  return { users, skipped }
}

function toUser(user: WireUser): IncomingUser {
  return {
    id: user.id,
    username: user.username,
    name: user.name === undefined || user.name === '' ? user.username : user.name,
    avatarUrl: user.profile_image_url ?? null,
    description: user.description ?? null,
    location: user.location ?? null,
    verified: user.verified === true || (user.verified_type ?? 'none') !== 'none',
    protected: user.protected ?? false,
    followers: user.public_metrics?.followers_count ?? null,
    following: user.public_metrics?.following_count ?? null,
    createdAt: parseWireTime(user.created_at),
    canReceiveDm: user.receives_your_dm ?? null,
    connection: readConnection(user.connection_status)
  }
}

/** X leaves the field out when it does not tell, and gives an empty list to strangers. */
function readConnection(status: readonly unknown[] | undefined): IncomingUser['connection'] {
  if (status === undefined) return null
  return { following: status.includes('following'), follower: status.includes('followed_by') }
}
