import type { ReplyContent } from '../../../../shared/domain/library/canned-reply.ts'
import type { WriteDb } from '../../db/database.ts'
import { tagNamed } from '../../tags/tag-named.ts'
import { changeRecord, findRecord, type ReplyFields, type ReplyRecord } from '../reply-record.ts'
import { contentOf, createReply, saveVersion, uniqueTags, type Writer } from '../save-reply.ts'
import type { ImportedAction, ImportedReply } from './imported-reply.ts'
import type { Planned } from './plan-import.ts'
import type { Written } from './written.ts'

interface Naming {
  readonly writer: Writer
  /** Ids by name, of those who are in the team. */
  readonly members: ReadonlyMap<string, string>
  /** Ids of the tags that were made; filled. */
  readonly madeTags: string[]
}

/** Writes what was planned, all of it as drafts. */
export function applyImport(db: WriteDb, planned: readonly Planned[], naming: Naming): Written[] {
  const { writer } = naming
  const create = (incoming: ImportedReply, hash: string | null): Written => {
    const placement = { ...incoming.placement, folder: [...incoming.placement.folder] }
    const origin = hash === null ? {} : { origin: { system: incoming.source.system, id: incoming.source.id, hash } }
    const content = toContent(db, incoming, naming, null)
    const { reply } = createReply(db, { content, placement, ...origin }, writer)
    if (!incoming.active) change(db, reply, { retiredAt: writer.now }, writer)
    return { reply, before: null, ...aboutOf(incoming) }
  }
  const update = (incoming: ImportedReply, hash: string, reply: string): Written => {
    const before = findRecord(db, reply, writer.author)
    // What the other system cannot hold stays as it is.
    const { attachment } = contentOf(db, before.newest)
    saveVersion(db, before, toContent(db, incoming, naming, attachment), writer)
    change(db, reply, placed(incoming, hash, before, writer), writer)
    return { reply, before, ...aboutOf(incoming) }
  }
  return planned.flatMap((plan): Written[] => {
    if (plan.kind === 'unchanged') return []
    if (plan.kind === 'new') return [create(plan.incoming, plan.hash)]
    if (plan.kind === 'update' || plan.choice === 'take') return [update(plan.incoming, plan.hash, plan.current.id)]
    if (plan.choice === 'keep') return []
    // Ours is settled from now on; theirs is a reply of its own.
    const before = findRecord(db, plan.current.id, writer.author)
    change(db, plan.current.id, { sourceHash: plan.hash }, writer)
    const settled = { ...aboutOf(plan.incoming), reply: plan.current.id, before, approvable: false }
    return [settled, create(plan.incoming, null)]
  })
}

function aboutOf({ file, line, active, unresolved }: ImportedReply): Omit<Written, 'reply' | 'before'> {
  return { file, line, approvable: active && unresolved.length === 0 }
}

function change(db: WriteDb, reply: string, fields: Partial<ReplyFields>, { author, now }: Writer): void {
  changeRecord(db, findRecord(db, reply, author), fields, now)
}

function placed(
  { placement, active }: ImportedReply,
  hash: string,
  before: ReplyRecord,
  { now }: Writer
): Partial<ReplyFields> {
  const { kind, folder, tags, scope, team } = placement
  const retiredAt = active ? null : (before.retiredAt ?? now)
  return { kind, folder, tags: uniqueTags(tags), scope, team, sourceHash: hash, retiredAt }
}

function toContent(
  db: WriteDb,
  { content, actions }: ImportedReply,
  { writer, members, madeTags }: Naming,
  attachment: ReplyContent['attachment']
): ReplyContent {
  const actionOf = (action: ImportedAction): ReplyContent['actions'][number] => {
    if (action.kind === 'tag') return { kind: 'tag', tag: tagNamed(db, action.name, writer.now, madeTags) }
    if (action.kind !== 'assign') return action
    return { kind: 'assign', member: action.name === null ? null : (members.get(action.name) ?? null) }
  }
  return {
    title: content.title,
    shortcut: content.shortcut,
    body: content.body,
    language: content.language,
    variants: content.variants.map((variant) => ({ ...variant, outdated: false })),
    actions: actions.map(actionOf),
    effectiveFrom: content.effectiveFrom,
    expiresAt: content.expiresAt,
    attachment
  }
}
