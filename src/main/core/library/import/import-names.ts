import type { ImportLoss } from '../../../../shared/domain/library/import-report.ts'
import type { ReadDb } from '../../db/database.ts'
import { foldName } from '../../search/fold.ts'
import * as tags from '../../tags/sql.ts'
import type { ImportedReply } from './imported-reply.ts'
import type { NamesHere } from './reply-form.ts'
import * as sql from './sql.ts'

export interface TeamNames extends NamesHere {
  /** Ids of those who are in the team, by folded name. */
  readonly present: ReadonlyMap<string, string>
}

export function readNames(db: ReadDb): TeamNames {
  const members = db.all<{ id: string; name: string; removed_at: number | null }>(sql.MEMBERS)
  return {
    tags: new Map(db.all<tags.StoredTag>(tags.LIST).map(({ id, name }) => [id, name])),
    members: new Map(members.map(({ id, name }) => [id, name])),
    present: new Map(members.filter((each) => each.removed_at === null).map(({ id, name }) => [foldName(name), id]))
  }
}

/** Actions in the names that things have here; who is not in the team is nobody to assign to. */
export function withNamesHere(
  replies: readonly ImportedReply[],
  names: TeamNames
): { readonly replies: readonly ImportedReply[]; readonly losses: readonly ImportLoss[] } {
  const losses: ImportLoss[] = []
  const tagNames = new Map([...names.tags.values()].map((name): [string, string] => [foldName(name), name]))
  const translated = replies.map((reply): ImportedReply => {
    if (reply.actions.length === 0) return reply
    const actions = reply.actions.flatMap((action): ImportedReply['actions'] => {
      if (action.kind === 'tag') return [{ kind: 'tag', name: tagNames.get(foldName(action.name)) ?? action.name }]
      if (action.kind !== 'assign' || action.name === null) return [action]
      const member = names.present.get(foldName(action.name))
      if (member !== undefined) return [{ kind: 'assign', name: names.members.get(member) ?? action.name }]
      const { file, line } = reply
      losses.push({ code: 'action', detail: action.name, file, line, reply: reply.content.title })
      return []
    })
    return { ...reply, actions }
  })
  return { replies: translated, losses }
}
