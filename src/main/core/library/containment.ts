import type { ReplyContent } from '../../../shared/domain/library/canned-reply.ts'
import type { TemplateProblem } from '../../../shared/domain/library/template/problem.ts'
import type { Shelved, ShelvedReply } from './shelf.ts'
import { containedShortcuts, contentProblems, type Nameable } from './template-check.ts'

/**
 * Fragments in use, by shortcut: those for everybody and for teams, and the private ones of each owner. Where both have
 * one shortcut the shared one counts: what others send must not depend on who sits here.
 */
interface FragmentsInUse {
  readonly shared: ReadonlyMap<string, ShelvedReply>
  readonly own: ReadonlyMap<string, ReadonlyMap<string, ShelvedReply>>
}

const inUse = new WeakMap<Shelved, FragmentsInUse>()
const nameables = new WeakMap<Shelved, Map<ReadonlyMap<string, ShelvedReply>, Nameable>>()

function fragmentsInUse(shelved: Shelved): FragmentsInUse {
  const known = inUse.get(shelved)
  if (known) return known
  const shared = new Map<string, ShelvedReply>()
  const ofOwners = new Map<string, [string, ShelvedReply][]>()
  for (const reply of shelved.replies.values()) {
    const shortcut = reply.approvedVersion?.content.shortcut
    if (reply.kind !== 'fragment' || reply.retiredAt !== null || !shortcut) continue
    if (reply.scope !== 'private') shared.set(shortcut, reply)
    else ofOwners.set(reply.owner, [...(ofOwners.get(reply.owner) ?? []), [shortcut, reply]])
  }
  const own = new Map([...ofOwners].map(([owner, theirs]) => [owner, new Map([...theirs, ...shared])]))
  const found = { shared, own }
  inUse.set(shelved, found)
  return found
}

/** The fragments that a reply may contain. What others send may rest on no private one. */
function fragmentsFor(
  shelved: Shelved,
  { scope, owner }: Pick<ShelvedReply, 'scope' | 'owner'>
): ReadonlyMap<string, ShelvedReply> {
  const { shared, own } = fragmentsInUse(shelved)
  return scope === 'private' ? (own.get(owner) ?? shared) : shared
}

/** What is known of the fragments of one library holds for the next one, where no fragment changed between them. */
export function keepFragments(before: Shelved, after: Shelved): void {
  const [fragments, named] = [inUse.get(before), nameables.get(before)]
  if (fragments) inUse.set(after, fragments)
  if (named) nameables.set(after, named)
}

function nameableIn(shelved: Shelved, reply: ShelvedReply): Nameable {
  const fragments = fragmentsFor(shelved, reply)
  const ofShelf = nameables.get(shelved) ?? new Map<ReadonlyMap<string, ShelvedReply>, Nameable>()
  nameables.set(shelved, ofShelf)
  const known = ofShelf.get(fragments)
  if (known) return known
  const bodies = [...fragments].map(([shortcut, { approvedVersion }]): [string, string] => [
    shortcut,
    approvedVersion?.content.body ?? ''
  ])
  const nameable = { fragments: new Map(bodies), attributes: shelved.attributes }
  ofShelf.set(fragments, nameable)
  return nameable
}

/** Why a content of this reply could not be approved. */
export function problemsOf(shelved: Shelved, reply: ShelvedReply, content: ReplyContent): readonly TemplateProblem[] {
  return contentProblems(content, nameableIn(shelved, reply), reply.kind === 'fragment' ? content.shortcut : null)
}

/** The fragments that the newest version contains, directly; `id` null: there is none of that shortcut. */
export function containsOf(
  shelved: Shelved,
  reply: ShelvedReply
): { readonly id: string | null; readonly shortcut: string }[] {
  const fragments = fragmentsFor(shelved, reply)
  return containedShortcuts(reply.newestVersion.content).map((shortcut) => ({
    id: fragments.get(shortcut)?.id ?? null,
    shortcut
  }))
}

/** The replies that contain a fragment, directly: as agents insert them, or as they are being written. */
export function containedInOf(shelved: Shelved, fragment: ShelvedReply): ShelvedReply[] {
  if (fragment.kind !== 'fragment') return []
  const own = new Set([fragment.approvedVersion, fragment.newestVersion].map((version) => version?.content.shortcut))
  return [...shelved.replies.values()].filter((reply) =>
    [reply.approvedVersion, reply.newestVersion].some(
      (version) =>
        version !== null &&
        containedShortcuts(version.content).some(
          (shortcut) =>
            own.has(shortcut) && (fragmentsFor(shelved, reply).get(shortcut)?.id ?? fragment.id) === fragment.id
        )
    )
  )
}
