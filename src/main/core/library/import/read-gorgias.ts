import type { ImportedAction } from './imported-reply.ts'
import type { JsonReader } from './json-reader.ts'
import { asList, asRecord, field, type JsonRecord, moment, records, text, texts, usage } from './json-value.ts'
import { type RawLoss, rawReply, type RawReply, type RawSkip, skipped } from './raw-reply.ts'

/** Gorgias' macros: `GET /api/macros`. */
export const gorgiasReader: JsonReader = {
  format: 'gorgias',
  dialect: 'curly',
  entries: (value) => asList(value) ?? asList(field(asRecord(value), 'data', 'macros')),
  recognises: (entry) =>
    text(entry, 'name') !== null &&
    ((text(entry, 'uri') ?? '').includes('/api/macros') ||
      actionsOf(entry).some(
        (action) => asRecord(field(action, 'arguments')) !== null && text(action, 'name') !== null
      )),
  begin: () => readMacro
}

function actionsOf(entry: JsonRecord): readonly JsonRecord[] {
  return records(field(entry, 'actions'))
}

function readMacro(entry: JsonRecord): RawReply | RawSkip {
  const title = text(entry, 'name') ?? ''
  const found: Found = { plain: [], html: [], actions: [], losses: [] }
  for (const action of actionsOf(entry))
    takeAction(found, text(action, 'name') ?? '', asRecord(field(action, 'arguments')), text(action, 'type'))
  const plain = found.plain.join('\n\n')
  const html = found.html.join('\n\n')
  if (plain.trim() === '' && html.trim() === '') return skipped('no-text', title)
  return rawReply({
    id: text(entry, 'id'),
    updatedAt: moment(field(entry, 'updated_datetime', 'created_datetime')),
    title,
    text: plain.trim() === '' ? html : plain,
    markup: plain.trim() === '' ? 'html' : 'text',
    language: text(entry, 'language'),
    tags: texts(field(entry, 'intent')),
    actions: found.actions,
    active: field(entry, 'archived_datetime') === undefined,
    usageCount: usage(field(entry, 'usage')),
    losses: found.losses
  })
}

interface Found {
  readonly plain: string[]
  readonly html: string[]
  readonly actions: ImportedAction[]
  readonly losses: RawLoss[]
}

/** Only what is listed here is done; whatever else a macro does, above all calls to shops and servers, is not. */
function takeAction(found: Found, name: string, given: JsonRecord | null, type: string | null): void {
  switch (name) {
    case 'setResponseText': {
      const [plain, html] = [text(given, 'body_text'), text(given, 'body_html')]
      if (plain !== null) found.plain.push(plain)
      if (html !== null) found.html.push(html)
      return
    }
    case 'addTags':
    case 'setTags':
      found.actions.push(...texts(field(given, 'tags')).map((tag) => ({ kind: 'tag', name: tag }) as const))
      return
    case 'setStatus':
      if (text(given, 'status') === 'closed') found.actions.push({ kind: 'resolve' })
      else found.losses.push({ code: 'action', detail: `${name}: ${text(given, 'status') ?? ''}` })
      return
    case 'snoozeTicket':
      found.actions.push({ kind: 'snooze', minutes: minutesOf(given) })
      return
    case 'setSubject':
      found.losses.push({ code: 'subject', detail: text(given, 'subject') ?? '' })
      return
    case 'addInternalNote':
      found.losses.push({ code: 'note', detail: (text(given, 'body_text') ?? '').slice(0, 80) })
      return
    case 'addAttachments':
      for (const file of texts(field(given, 'attachments'))) found.losses.push({ code: 'attachment', detail: file })
      return
    case 'setAssignee': {
      const user = text(asRecord(field(given, 'assignee_user')), 'name', 'email')
      if (user === null) found.losses.push({ code: 'action', detail: name })
      else found.actions.push({ kind: 'assign', name: user })
      return
    }
    default: {
      const callsOut =
        /http|shopify|recharge|bigcommerce|magento|woocommerce|smile|yotpo|loop|order|subscription|discount/iu
      found.losses.push({
        code: callsOut.test(name) || type === 'http' ? 'call-out' : 'action',
        detail: name || (type ?? '')
      })
    }
  }
}

const UNITS: Readonly<Record<string, number>> = {
  m: 1,
  minute: 1,
  minutes: 1,
  h: 60,
  hour: 60,
  hours: 60,
  d: 1440,
  day: 1440,
  days: 1440
}

/** `{snooze_timedelta: "2d"}`; null, until the customer writes, when it is written otherwise. */
function minutesOf(given: JsonRecord | null): number | null {
  const match = /^(\d{1,4})\s*([a-z]+)$/iu.exec(text(given, 'snooze_timedelta', 'timedelta') ?? '')
  const unit = (match?.[2] ?? '').toLowerCase()
  const minutes = Number(match?.[1] ?? 0) * (Object.hasOwn(UNITS, unit) ? (UNITS[unit] ?? 0) : 0)
  return minutes >= 1 && minutes <= 525_600 ? minutes : null
}
