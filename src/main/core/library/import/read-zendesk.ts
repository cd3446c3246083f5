import { priorities } from '../../../../shared/domain/conversation.ts'
import type { ImportedAction } from './imported-reply.ts'
import type { JsonReader } from './json-reader.ts'
import {
  asList,
  asRecord,
  asText,
  field,
  isActive,
  type JsonRecord,
  moment,
  records,
  text,
  texts,
  usage
} from './json-value.ts'
import { type RawLoss, rawReply, type RawReply, type RawSkip, skipped } from './raw-reply.ts'

type Names = ReadonlyMap<string, string>

/** Zendesk's macros: pages of `GET /api/v2/macros`, with `groups` beside them when they were asked for. */
export const zendeskReader: JsonReader = {
  format: 'zendesk',
  dialect: 'curly',
  entries(value) {
    const record = asRecord(value)
    const one = asRecord(field(record, 'macro'))
    return asList(value) ?? asList(field(record, 'macros')) ?? (one === null ? null : [one])
  },
  recognises: (entry) => text(entry, 'title') !== null && actionsOf(entry).some((action) => 'field' in action),
  begin(values) {
    const groups = namesOf(values)
    return (entry) => readMacro(entry, groups)
  }
}

function namesOf(values: readonly unknown[]): Names {
  const lists = values.flatMap((value) => asList(field(asRecord(value), 'groups')) ?? [])
  return new Map(
    lists.flatMap((group): [string, string][] => {
      const [id, name] = [text(asRecord(group), 'id'), text(asRecord(group), 'name')]
      return id === null || name === null ? [] : [[id, name]]
    })
  )
}

function actionsOf(entry: JsonRecord): readonly JsonRecord[] {
  return records(field(entry, 'actions'))
}

/** Folders are written into titles: `Billing::Refund::Approved`. */
export function titleAndFolder(written: string): { readonly title: string; readonly folder: readonly string[] } {
  const parts = written
    .split('::')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return { title: parts.at(-1) ?? '', folder: parts.slice(0, -1) }
}

function readMacro(entry: JsonRecord, groups: Names): RawReply | RawSkip {
  const written = text(entry, 'title', 'raw_title') ?? ''
  const found: Found = { plain: null, html: null, note: false, actions: [], losses: [] }
  for (const action of actionsOf(entry)) takeAction(found, text(action, 'field') ?? '', field(action, 'value'))
  const body = found.plain ?? found.html
  if (body === null || body.trim() === '') return skipped('no-text', written)
  if (found.note) return skipped('internal-note', written)
  const scope = scopeOf(asRecord(field(entry, 'restriction')), groups)
  return rawReply({
    id: text(entry, 'id'),
    updatedAt: moment(field(entry, 'updated_at')),
    ...titleAndFolder(written),
    text: body,
    markup: found.plain === null ? 'html' : 'text',
    scope: scope.scope,
    team: scope.team,
    actions: found.actions,
    active: isActive(field(entry, 'active')),
    usageCount: usage(field(entry, 'usage_30d', 'usage_7d')),
    losses: [...found.losses, ...scope.losses]
  })
}

interface Found {
  plain: string | null
  html: string | null
  /** Its comment is read by agents only. */
  note: boolean
  readonly actions: ImportedAction[]
  readonly losses: RawLoss[]
}

function takeAction(found: Found, name: string, value: unknown): void {
  switch (name) {
    case 'comment_value':
      found.plain = commentOf(value, found)
      return
    case 'comment_value_html':
      found.html = commentOf(value, found)
      return
    case 'comment_mode_is_public':
      found.note = !isActive(asText(value) ?? value)
      return
    case 'current_tags':
    case 'set_tags':
      found.actions.push(...texts(value, /[\s,]+/u).map((tag) => ({ kind: 'tag', name: tag }) as const))
      if (name === 'set_tags') found.losses.push({ code: 'action', detail: name })
      return
    case 'subject':
      found.losses.push({ code: 'subject', detail: asText(value) ?? '' })
      return
    default: {
      const action = actionOf(name, asText(value) ?? '')
      if (action) found.actions.push(action)
      else if (/^(?:notification_(?:target|webhook|sms)|side_conversation|webhook|ask)/u.test(name))
        found.losses.push({ code: 'call-out', detail: name })
      else found.losses.push({ code: 'action', detail: name })
    }
  }
}

/** The text itself, or the last of `["channel:all", "text"]`. */
function commentOf(value: unknown, found: Found): string | null {
  const list = asList(value)
  if (list === null) return asText(value)
  const parts = list.flatMap((part) => asText(part) ?? [])
  const [channel] = parts
  if (parts.length > 1 && channel !== undefined && channel !== 'channel:all') {
    found.losses.push({ code: 'action', detail: channel })
  }
  return parts.findLast((part) => !/^channel:\S+$/u.test(part)) ?? null
}

function actionOf(name: string, value: string): ImportedAction | null {
  if (name === 'status') return value === 'solved' || value === 'closed' ? { kind: 'resolve' } : null
  if (name === 'assignee_id') return value === 'current_user' ? { kind: 'assign', name: null } : null
  if (name !== 'priority') return null
  const priority = priorities.find((each) => each === value)
  return priority ? { kind: 'priority', priority } : null
}

function scopeOf(
  restriction: JsonRecord | null,
  groups: Names
): { scope: RawReply['scope']; team: string | null; losses: RawLoss[] } {
  const type = text(restriction, 'type')?.toLowerCase()
  if (type === 'user') return { scope: 'private', team: null, losses: [] }
  if (type !== 'group') return { scope: 'everyone', team: null, losses: [] }
  const ids = texts(field(restriction, 'ids') ?? field(restriction, 'id'))
  const [first = ''] = ids
  const losses: RawLoss[] =
    ids.length > 1 ? [{ code: 'groups', detail: ids.map((id) => groups.get(id) ?? id).join(', ') }] : []
  return first === ''
    ? { scope: 'everyone', team: null, losses: [{ code: 'scope', detail: 'group' }] }
    : { scope: 'team', team: groups.get(first) ?? `Zendesk ${first}`, losses }
}
