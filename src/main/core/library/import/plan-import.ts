import type { ConflictChoice } from '../../../../shared/domain/library/import-report.ts'
import { isVisible } from '../reply-record.ts'
import type { Shelved, ShelvedReply } from '../shelf.ts'
import type { ImportedReply } from './imported-reply.ts'
import { hashOfImported, hashOfShelved, type NamesHere } from './reply-form.ts'

/** What is to be done with a reply that comes in. `hash`: of what came. */
export type Planned =
  | { readonly kind: 'new'; readonly incoming: ImportedReply; readonly hash: string }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'update'; readonly incoming: ImportedReply; readonly hash: string; readonly current: ShelvedReply }
  | {
      readonly kind: 'conflict'
      readonly incoming: ImportedReply
      readonly hash: string
      readonly current: ShelvedReply
      readonly choice: ConflictChoice
    }

/**
 * Compares what comes in with what the same replies are here. Changed there alone, it is an update; changed here alone, ours
 * stays; changed on both sides, it is a conflict.
 * @param choiceOf what to do with a conflict, by id of our reply
 * @param me id of who sits at this desk
 */
export function planImport(
  replies: readonly ImportedReply[],
  shelved: Shelved,
  names: NamesHere,
  choiceOf: (reply: string) => ConflictChoice,
  me: string
): Planned[] {
  const bySource = new Map(
    [...shelved.replies.values()].flatMap((reply): [string, ShelvedReply][] =>
      reply.source === null ? [] : [[keyOf(reply.source), reply]]
    )
  )
  return replies.map((incoming): Planned => {
    const hash = hashOfImported(incoming)
    const { system, id, updatedAt } = incoming.source
    // A table that was written here names replies by their own ids, and when they were changed last.
    const own = system === 'backchannel' ? shelved.replies.get(id) : undefined
    const current = own ?? bySource.get(keyOf(incoming.source))
    if (!current) return { kind: 'new', incoming, hash }
    // Somebody else's own: what this desk does not show, it does not change.
    if (!isVisible(current, me)) return { kind: 'unchanged' }
    const ours = hashOfShelved(current, names)
    if (ours === hash || current.sourceHash === hash) return { kind: 'unchanged' }
    if (ours === current.sourceHash || (own && own.updatedAt === updatedAt))
      return { kind: 'update', incoming, hash, current }
    return { kind: 'conflict', incoming, hash, current, choice: choiceOf(current.id) }
  })
}

function keyOf({ system, id }: { readonly system: string; readonly id: string }): string {
  return `${system}\n${id}`
}
