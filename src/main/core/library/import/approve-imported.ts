import type { ImportFlag } from '../../../../shared/domain/library/import-report.ts'
import type { WriteDb } from '../../db/database.ts'
import { brokenBy, foldShortcut, touchesFragments, withChanged } from '../checks.ts'
import { problemsOf } from '../containment.ts'
import { changeRecord, findRecord, isVisible } from '../reply-record.ts'
import type { Writer } from '../save-reply.ts'
import type { Shelved, ShelvedReply } from '../shelf.ts'
import * as sql from '../sql.ts'
import type { Written } from './written.ts'

/** The templates with a mistake, each with its line. Fragments that come along count as there. */
export function flagBroken(shelved: Shelved, written: readonly Written[]): ImportFlag[] {
  const assumed = withApproved(
    shelved,
    written.map(({ reply }) => reply).filter((id) => isFragment(shelved, id))
  )
  return written.flatMap(({ reply, file, line: row }): ImportFlag[] => {
    const shelvedReply = assumed.replies.get(reply)
    if (!shelvedReply) return []
    const { content } = shelvedReply.newestVersion
    return problemsOf(assumed, shelvedReply, content).map(({ line, detail }) => ({
      code: 'broken-template',
      detail: `${line}: ${detail}`,
      file,
      line: row,
      reply: content.title
    }))
  })
}

/** Replies of ours that contain what came in otherwise, or retired, and cannot be sent any more. */
export function flagBrokenHere(
  before: Shelved,
  shelved: Shelved,
  written: readonly Written[],
  me: string
): ImportFlag[] {
  const come = new Set(written.map(({ reply }) => reply))
  const [first] = written
  if (!first || !(touchesFragments(before, come) || touchesFragments(shelved, come))) return []
  return [...brokenBy(before, shelved, me)].flatMap(({ id, title, problem }): ImportFlag[] =>
    come.has(id)
      ? []
      : [
          {
            code: 'broken-template',
            detail: `${problem.line}: ${problem.detail}`,
            file: first.file,
            line: null,
            reply: title
          }
        ]
  )
}

/**
 * Lets agents insert what came in, as far as nothing is wrong with it: no mistake in its template, no shortcut that another
 * reply in use has, nothing that would break a reply in use.
 * @returns how many
 */
export function approveImported(
  db: WriteDb,
  before: Shelved,
  shelved: Shelved,
  written: readonly Written[],
  { author, now }: Writer
): number {
  const ids = approvable(
    before,
    shelved,
    written.filter((each) => each.approvable).map(({ reply }) => reply),
    author
  )
  for (const id of ids) {
    const record = findRecord(db, id, author)
    db.run(sql.SET_APPROVED, author, now, record.newest)
    changeRecord(db, record, { approved: record.newest, pending: null, sentBack: null }, now)
  }
  return ids.length
}

function approvable(before: Shelved, shelved: Shelved, given: readonly string[], me: string): string[] {
  let wanted = withFreeShortcuts(
    shelved,
    given.filter((id) => (shelved.replies.get(id)?.pending ?? null) !== null),
    me
  )
  // Each round may take fragments away that others rest on.
  for (;;) {
    const assumed = withApproved(shelved, wanted)
    const sound = wanted.filter((id) => {
      const reply = assumed.replies.get(id)
      return reply !== undefined && problemsOf(assumed, reply, reply.newestVersion.content).length === 0
    })
    if (sound.length === wanted.length && !breaks(before, assumed, sound, me)) return sound
    wanted = sound.length < wanted.length ? sound : sound.filter((id) => !isFragment(shelved, id))
  }
}

function breaks(before: Shelved, after: Shelved, ids: readonly string[], me: string): boolean {
  return touchesFragments(after, ids) && brokenBy(before, after, me).next().done !== true
}

function withFreeShortcuts(shelved: Shelved, ids: readonly string[], me: string): string[] {
  const coming = new Set(ids)
  const taken = new Set(
    [...shelved.replies.values()].flatMap((reply) => {
      const shortcut = reply.approvedVersion?.content.shortcut ?? null
      const inUse = reply.retiredAt === null && isVisible(reply, me) && !coming.has(reply.id)
      return shortcut !== null && inUse ? [foldShortcut(shortcut)] : []
    })
  )
  return ids.filter((id) => {
    const reply = shelved.replies.get(id)
    const shortcut = reply?.newestVersion.content.shortcut ?? null
    // Replies contain a fragment by its shortcut.
    if (shortcut === null) return reply?.kind !== 'fragment'
    const free = !taken.has(foldShortcut(shortcut))
    taken.add(foldShortcut(shortcut))
    return free
  })
}

function isFragment(shelved: Shelved, id: string): boolean {
  return shelved.replies.get(id)?.kind === 'fragment'
}

function withApproved(shelved: Shelved, ids: readonly string[]): Shelved {
  return withChanged(shelved, ids, (reply): ShelvedReply => ({
    ...reply,
    approved: reply.newest,
    approvedVersion: reply.newestVersion,
    pending: null
  }))
}
