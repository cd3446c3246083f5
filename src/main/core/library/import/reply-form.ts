import { createHash } from 'node:crypto'
import type { ReplyAction, ReplyContent } from '../../../../shared/domain/library/canned-reply.ts'
import type { ShelvedReply } from '../shelf.ts'
import type { ImportedAction, ImportedReply } from './imported-reply.ts'

/** Names of what replies name by id. */
export interface NamesHere {
  readonly tags: ReadonlyMap<string, string>
  readonly members: ReadonlyMap<string, string>
}

/** All of a reply that another system could change, with names instead of ids: two that are alike have the same. */
function formOf(
  content: Pick<ReplyContent, 'title' | 'shortcut' | 'body' | 'language' | 'effectiveFrom' | 'expiresAt'> & {
    readonly variants: readonly { readonly language: string; readonly body: string }[]
  },
  placement: Pick<ShelvedReply, 'kind' | 'folder' | 'tags' | 'scope' | 'team'>,
  actions: readonly ImportedAction[],
  active: boolean
): string {
  const { title, shortcut, body, language, variants, effectiveFrom, expiresAt } = content
  const { kind, folder, tags, scope, team } = placement
  const texts = variants.map((variant) => [variant.language, variant.body])
  const done = actions.map((action) => Object.entries(action).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  const form = [
    title,
    shortcut,
    body,
    language,
    texts,
    effectiveFrom,
    expiresAt,
    done,
    kind,
    folder,
    tags,
    scope,
    team,
    active
  ]
  return createHash('sha256').update(JSON.stringify(form)).digest('base64url')
}

export function hashOfImported({ content, placement, actions, active }: ImportedReply): string {
  return formOf(content, placement, actions, active)
}

/** What its last import would have had to be to make it what it is. */
export function hashOfShelved(reply: ShelvedReply, names: NamesHere): string {
  const { content } = reply.newestVersion
  return formOf(
    content,
    reply,
    content.actions.map((action) => byName(action, names)),
    reply.retiredAt === null
  )
}

function byName(action: ReplyAction, { tags, members }: NamesHere): ImportedAction {
  if (action.kind === 'tag') return { kind: 'tag', name: tags.get(action.tag) ?? action.tag }
  if (action.kind !== 'assign') return action
  return { kind: 'assign', name: action.member === null ? null : (members.get(action.member) ?? action.member) }
}
