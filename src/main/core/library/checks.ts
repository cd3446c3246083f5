import { AppError } from '../../../shared/contract/errors.ts'
import type { TemplateProblem } from '../../../shared/domain/library/template/problem.ts'
import { problemsOf } from './containment.ts'
import { problemSentence } from './problem-sentence.ts'
import { isVisible } from './reply-record.ts'
import type { Shelved, ShelvedReply } from './shelf.ts'
import { containedShortcuts } from './template-check.ts'

/** Agents can insert it: it was approved and is not retired. */
function isInUse(reply: ShelvedReply): boolean {
  return reply.approvedVersion !== null && reply.retiredAt === null
}

/**
 * Refuses versions that have a mistake, each with its line.
 * @throws {AppError} not-allowed
 */
export function refuseBroken(shelved: Shelved, replies: readonly ShelvedReply[]): void {
  for (const reply of replies) {
    const { content } = reply.newestVersion
    const [problem] = problemsOf(shelved, reply, content)
    if (problem) throw AppError.of('not-allowed', problemSentence(content.title, problem))
    if (reply.kind === 'fragment' && content.shortcut === null) {
      throw new AppError('not-allowed', 'Replies contain a fragment by its shortcut. Give “{title}” one.', {
        title: content.title
      })
    }
  }
}

/**
 * A shortcut leads to one reply among those that this desk sees.
 * @param shelved as it would be @param ids what comes into use
 * @throws {AppError} conflict
 */
export function refuseTakenShortcuts(shelved: Shelved, ids: ReadonlySet<string>, me: string): void {
  const taken = new Map<string, ShelvedReply>()
  // Those that come are looked at last: they are in the way of what is there, not the other way round.
  const inOrder = [...shelved.replies.values()].toSorted((a, b) => Number(ids.has(a.id)) - Number(ids.has(b.id)))
  for (const reply of inOrder) {
    const content = reply.approvedVersion?.content
    if (!content || content.shortcut === null || !isInUse(reply) || !isVisible(reply, me)) continue
    const shortcut = foldShortcut(content.shortcut)
    const other = taken.get(shortcut)
    if (other && ids.has(reply.id)) {
      throw new AppError(
        'conflict',
        'The shortcut /{shortcut} belongs to “{other}” already. Give “{title}” another one.',
        {
          shortcut: content.shortcut,
          other: other.approvedVersion?.content.title ?? '',
          title: content.title
        }
      )
    }
    taken.set(shortcut, reply)
  }
}

export function foldShortcut(shortcut: string): string {
  return shortcut.normalize('NFC').toLocaleLowerCase('en')
}

/**
 * Refuses a change of fragments after which a reply that is in use could not be sent any more. Somebody else's private
 * one is not spoken of: nobody here could change it first. Its owner sees that it is broken.
 * @throws {AppError} not-allowed, naming the reply
 */
export function refuseBreaking(before: Shelved, after: Shelved, me: string): void {
  const [broken] = brokenBy(before, after, me)
  if (!broken) return
  const { title, problem } = broken
  throw new AppError(
    'not-allowed',
    '“{title}” could not be sent any more (line {line}, {detail}), because it contains what you change. Change “{title}” first.',
    { title, line: problem.line, detail: problem.detail }
  )
}

/** The replies in use that could not be sent any more, of those that somebody at this desk sees. */
export function* brokenBy(
  before: Shelved,
  after: Shelved,
  me: string
): Generator<{ readonly id: string; readonly title: string; readonly problem: TemplateProblem }> {
  for (const reply of after.replies.values()) {
    const content = reply.approvedVersion?.content
    if (!content || !isInUse(reply) || containedShortcuts(content).length === 0) continue
    const was = before.replies.get(reply.id)
    if (![reply, was ?? reply].some((one) => isVisible(one, me))) continue
    const [problem] = problemsOf(after, reply, content)
    if (!problem) continue
    // What was broken before is not this change's doing.
    if (was && isInUse(was) && was.approved === reply.approved && problemsOf(before, was, content).length > 0) continue
    yield { id: reply.id, title: content.title, problem }
  }
}

/** The shelf as it would be. */
export function withChanged(
  shelved: Shelved,
  ids: Iterable<string>,
  change: (reply: ShelvedReply) => ShelvedReply | null
): Shelved {
  const after = new Map(shelved.replies)
  for (const id of ids) {
    const reply = after.get(id)
    if (!reply) continue
    const changed = change(reply)
    if (changed) after.set(id, changed)
    else after.delete(id)
  }
  return { ...shelved, replies: after }
}

/** Fragments matter to others; whatever is done to other replies breaks nothing. */
export function touchesFragments(shelved: Shelved, ids: Iterable<string>): boolean {
  for (const id of ids) if (shelved.replies.get(id)?.kind === 'fragment') return true
  return false
}
