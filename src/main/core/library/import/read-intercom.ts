import type { JsonReader } from './json-reader.ts'
import { asList, asRecord, field, type JsonRecord, moment, text, texts } from './json-value.ts'
import { type RawLoss, rawReply, type RawReply, type RawSkip, skipped } from './raw-reply.ts'

/** Intercom's macros: `GET /macros`, with `teams` beside them when somebody put them there. */
export const intercomReader: JsonReader = {
  format: 'intercom',
  dialect: 'curly',
  entries(value) {
    const record = asRecord(value)
    return (
      asList(value) ?? asList(field(record, 'data', 'macros')) ?? (text(record, 'type') === 'macro' ? [record] : null)
    )
  },
  recognises: (entry) =>
    text(entry, 'type') === 'macro' || (text(entry, 'name') !== null && text(entry, 'body_text') !== null),
  begin(values) {
    const teams = new Map(
      values
        .flatMap((value) => asList(field(asRecord(value), 'teams')) ?? [])
        .map((team): [string, string] => [text(asRecord(team), 'id') ?? '', text(asRecord(team), 'name') ?? ''])
    )
    return (entry) => readMacro(entry, teams)
  }
}

function readMacro(entry: JsonRecord, teams: ReadonlyMap<string, string>): RawReply | RawSkip {
  const title = text(entry, 'name') ?? ''
  const [plain, html] = [text(entry, 'body_text'), text(entry, 'body')]
  const hasPlain = plain !== null && plain.trim() !== ''
  if (!hasPlain && (html === null || html.trim() === '')) return skipped('no-text', title)
  const losses: RawLoss[] = []
  const places = texts(field(entry, 'available_on'))
  if (places.length > 0 && !places.includes('inbox')) losses.push({ code: 'messenger-only', detail: places.join(', ') })
  const ids = texts(field(entry, 'visible_to_team_ids'))
  const limited = text(entry, 'visible_to') === 'specific_teams' && ids.length > 0
  const [first = ''] = ids
  if (limited && ids.length > 1)
    losses.push({ code: 'groups', detail: ids.map((id) => teams.get(id) || id).join(', ') })
  return rawReply({
    id: text(entry, 'id'),
    updatedAt: moment(field(entry, 'updated_at', 'created_at')),
    title,
    text: hasPlain ? plain : (html ?? ''),
    markup: hasPlain ? 'text' : 'html',
    scope: limited ? 'team' : 'everyone',
    team: limited ? teams.get(first) || `Intercom ${first}` : null,
    losses
  })
}
