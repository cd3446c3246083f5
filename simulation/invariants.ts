import type { RecordedLog } from '../src/main/core/testing/recorded-log.ts'
import { openDatabase } from '../src/main/core/db/open.ts'
import type { ReadDb } from '../src/main/core/db/database.ts'
import type { ChargeKind } from '../src/main/core/x/prices.ts'
import type { World } from '../src/main/practice/world.ts'
import type { WorldEvent } from '../src/main/practice/world/types.ts'
import { conversationKey } from '../src/shared/domain/ids.ts'
import type { Agent } from './agent.ts'
import type { Machine } from './machine.ts'
import type { Network } from './network.ts'

export interface Evidence {
  readonly machine: Pick<Machine, 'dataDir' | 'secrets' | 'clockNow'>
  readonly world: World
  readonly agent: Pick<Agent, 'asked' | 'drafts' | 'signIns'>
  readonly network: Pick<Network, 'overLimit' | 'renewalInTrouble'>
  /** How often the process or the power ended. */
  readonly deaths: number
  readonly log: Pick<RecordedLog, 'text'>
  /** Whether the run stayed within one UTC day, in which X charges for nothing twice. */
  readonly oneDay: boolean
}

/** What must hold at the end of every run. @returns what does not, in words. */
export function checkAll(evidence: Evidence): string[] {
  const { machine } = evidence
  const db = openDatabase(machine.dataDir, { hex: machine.secrets.get('database-key') ?? '' }, () => undefined)
  try {
    return [
      ...integrity(db),
      ...everyEventOnce(db, evidence),
      ...everyReplyOnceOrVisible(db, evidence),
      ...inOrder(db, evidence),
      ...noDraftLost(db, evidence),
      ...noLimitExceeded(evidence),
      ...costIsKnown(db, evidence),
      ...derivedAgree(db),
      ...noCodeTwice(db, evidence),
      ...signInLasts(evidence),
      ...logIsSilent(evidence)
    ]
  } finally {
    db.close()
  }
}

function integrity(db: { integrity(): string }): string[] {
  const found = db.integrity()
  return found === 'ok' ? [] : [`integrity_check: ${found}`]
}

function everyEventOnce(db: ReadDb, { world }: Evidence): string[] {
  const stored = new Map<string, { text: string; count: number }>()
  for (const row of db.all<{ event_id: string; text: string }>('SELECT event_id, text FROM message')) {
    const known = stored.get(row.event_id)
    stored.set(row.event_id, { text: row.text, count: (known?.count ?? 0) + 1 })
  }
  const problems: string[] = []
  for (const event of world.events()) {
    if (!world.mayRead(world.brand.id, event.conversationId)) continue
    const found = stored.get(event.id)
    stored.delete(event.id)
    // What X has taken from its lists may have been read before.
    if (found === undefined && event.deletedFor.includes(world.brand.id)) continue
    if (found === undefined) problems.push(`event ${event.id} (${event.text}) is not stored`)
    else if (found.count > 1) problems.push(`event ${event.id} (${event.text}) is stored ${found.count} times`)
  }
  for (const [id, { text }] of stored) problems.push(`stored event ${id} (${text}) never was at X`)
  return problems
}

interface Row {
  readonly id: string
  readonly sequence: number
  readonly conversation_id: string
  readonly text: string
  readonly state: string
  readonly event_id: string | null
  readonly changes: string | null
}

const outboxRows = (db: ReadDb): Row[] =>
  db.all<Row>('SELECT id, sequence, conversation_id, text, state, event_id, changes FROM outbox ORDER BY sequence')

function everyReplyOnceOrVisible(db: ReadDb, { world, agent }: Evidence): string[] {
  const problems: string[] = []
  const rows = outboxRows(db)
  const claimed = new Map<string, Row>()
  for (const row of rows) {
    if (row.state !== 'sent') {
      if (!['failed', 'needs-attention'].includes(row.state)) problems.push(`reply “${row.text}” is still ${row.state}`)
      continue
    }
    const event = row.event_id === null ? undefined : world.event(row.event_id)
    if (event === undefined) problems.push(`reply “${row.text}” is shown as sent, but X has no such event`)
    else if (
      event.senderId !== world.brand.id ||
      event.conversationId !== row.conversation_id ||
      plain(event) !== row.text.trim()
    )
      problems.push(`reply “${row.text}” claims another message: “${plain(event)}”`)
    if (row.event_id !== null) {
      if (claimed.has(row.event_id)) problems.push(`event ${row.event_id} is claimed by two replies`)
      claimed.set(row.event_id, row)
    }
  }
  // Counted by conversation and text, because agents write the same words again.
  const key = (conversation: string, text: string): string => `${conversation} ${text}`
  const atX = countBy(world.sent, (event) => key(conversationKey(world.brand.id, event.conversationId), plain(event)))
  const typed = countBy(
    world.events().filter((event) => event.senderId === world.brand.id && !event.viaApi),
    (event) => key(conversationKey(world.brand.id, event.conversationId), plain(event))
  )
  const groups = Map.groupBy(agent.asked, (each) => key(each.conversation, each.text.trim()))
  for (const [name, group] of groups) {
    const count = atX.get(name) ?? 0
    const own = rows.filter(
      (row) => key(conversationKey(world.brand.id, row.conversation_id), row.text.trim()) === name
    )
    const sent = own.filter((row) => row.state === 'sent').length
    const twin = typed.get(name) ?? 0
    if (count > group.length) problems.push(`“${name}” was sent ${count} times for ${group.length} replies`)
    // A text that was typed on X as well may stand for the reply: the customer has it either way.
    if (sent > count + twin) problems.push(`“${name}” is shown as sent ${sent} times, X has ${count}`)
    const withdrawn = group.filter((each) => each.withdrawn).length
    // Where the clocks do not tell, the agent sees the words that X has and is asked whether they are these.
    const asks = own.filter((row) => row.state === 'needs-attention' && showsWords(row)).length
    if (count > sent + withdrawn + twin + asks)
      problems.push(`“${name}” is at X ${count} times, but shown as sent ${sent} times`)
    const acknowledged = group.filter((each) => each.outboxId !== null && !each.withdrawn)
    for (const each of acknowledged) {
      if (!own.some((row) => row.id === each.outboxId)) problems.push(`reply “${each.text}” was accepted and is gone`)
    }
  }
  return problems
}

function showsWords({ changes }: Row): boolean {
  const stored = JSON.parse(changes ?? '[]') as { kind: string; ids?: string[] }[]
  return stored.some((change) => change.kind === 'not-shown' && (change.ids ?? []).length > 0)
}

/** First in, first out in each conversation, as long as nothing had to step aside. */
function inOrder(db: ReadDb, { agent }: Evidence): string[] {
  const problems: string[] = []
  // Told by its words: of a reply whose window died with the core, the agent never learned the id.
  const nameOf = (conversation: string, text: string): string => `${conversation} ${text.trim()}`
  const aside = new Set(
    agent.asked
      .filter((each) => each.repeats > 0 || each.scheduled)
      .map((each) => nameOf(each.conversation.split('/')[1] ?? '', each.text))
  )
  for (const [conversation, rows] of Map.groupBy(outboxRows(db), (row) => row.conversation_id)) {
    const sent = rows.filter(
      (row) => row.state === 'sent' && row.event_id !== null && !aside.has(nameOf(conversation, row.text))
    )
    for (const [index, row] of sent.entries()) {
      const next = sent[index + 1]
      // Of two replies with the same words nobody can tell which one is which.
      if (next && next.text.trim() !== row.text.trim() && BigInt(row.event_id ?? 0) > BigInt(next.event_id ?? 0))
        problems.push(`in ${conversation} “${next.text}” left before “${row.text}”`)
    }
  }
  return problems
}

/** Whatever was typed is the draft, a part of it, an earlier version of it, or a reply. */
function noDraftLost(db: ReadDb, { agent }: Evidence): string[] {
  const kept = Map.groupBy(
    db.all<{ conversation: string; text: string }>(
      `SELECT account_id || '/' || conversation_id AS conversation, text FROM draft
       UNION ALL SELECT account_id || '/' || conversation_id, text FROM draft_version
       UNION ALL SELECT account_id || '/' || conversation_id, text FROM outbox`
    ),
    (row) => row.conversation
  )
  return agent.drafts
    .filter(({ conversation, text }) => kept.get(conversation)?.some((row) => row.text.includes(text)) !== true)
    .map(({ text }) => `draft “${text}” is gone`)
}

function noLimitExceeded({ network }: Evidence): string[] {
  return network.overLimit.length === 0
    ? []
    : [`over the limit: ${[...new Set(network.overLimit)].join(', ')} (${network.overLimit.length} requests)`]
}

/** The meter tells what X charges; and within a day nothing is charged twice, whatever was read again. */
function costIsKnown(db: ReadDb, { world, oneDay }: Evidence): string[] {
  if (!oneDay) return []
  const bill = world.billing()
  const rows = db.all<{ kind: ChargeKind; units: number }>(
    'SELECT kind, sum(units) AS units FROM cost_day GROUP BY kind'
  )
  const units = (kind: ChargeKind): number => rows.find((row) => row.kind === kind)?.units ?? 0
  const problems: string[] = []
  const readable = world.events().filter((event) => world.mayRead(world.brand.id, event.conversationId)).length
  if (bill.events > readable) problems.push(`X charged ${bill.events} events of ${readable}`)
  if (units('dm-read') > bill.events)
    problems.push(`the meter counts ${units('dm-read')} events, X charged ${bill.events}`)
  // A lost reply that was found costs what a send costs; the words may have been typed on X meanwhile.
  const typed = world.events().filter((event) => event.senderId === world.brand.id && !event.viaApi).length
  if (units('dm-send') > bill.sends + typed)
    problems.push(`the meter counts ${units('dm-send')} sends, X charged ${bill.sends}`)
  return problems
}

/** Counters, queues and the search index say the same as the rows. */
function derivedAgree(db: ReadDb): string[] {
  const problems: string[] = []
  // One that was only opened, or whose last trace was thrown away, is in no queue.
  const conversations =
    db.get<{ count: number }>(
      `SELECT count(*) AS count FROM conversation c
     WHERE EXISTS (SELECT 1 FROM message WHERE conversation_key = c.key)
       OR EXISTS (SELECT 1 FROM draft WHERE account_id = c.account_id AND conversation_id = c.id)
       OR EXISTS (SELECT 1 FROM outbox WHERE account_id = c.account_id AND conversation_id = c.id AND state <> 'sent')`
    )?.count ?? 0
  const entries = db.get<{ count: number }>('SELECT count(*) AS count FROM inbox_entry')?.count ?? 0
  const counter = db.get<{ open: number; elsewhere: number }>(
    'SELECT total(open) AS open, total(snoozed + resolved + requests + spam) AS elsewhere FROM queue_counter'
  )
  if (entries !== conversations) problems.push(`${conversations} conversations, ${entries} in the queues`)
  if ((counter?.open ?? 0) + (counter?.elsewhere ?? 0) !== entries)
    problems.push(`${entries} in the queues, counted ${counter?.open} + ${counter?.elsewhere}`)
  const wrong = db.all<{ id: string }>(
    `SELECT c.id FROM conversation c WHERE
       c.received <> (SELECT count(*) FROM message m WHERE m.conversation_key = c.key AND m.kind = 'message' AND m.outbound = 0)
       OR c.sent <> (SELECT count(*) FROM message m WHERE m.conversation_key = c.key AND m.kind = 'message' AND m.outbound = 1)`
  )
  for (const { id } of wrong) problems.push(`the counters of ${id} are wrong`)
  const messages = db.get<{ count: number }>('SELECT count(*) AS count FROM message')?.count ?? 0
  const indexed = db.get<{ count: number }>('SELECT count(*) AS count FROM message_index')?.count ?? 0
  if (messages !== indexed) problems.push(`${messages} messages, ${indexed} in the search index`)
  return problems
}

interface CodeRow {
  readonly key: number
  readonly code: string
  readonly state: string
  readonly conversation_id: string | null
  readonly outbox_id: string | null
  readonly in_draft: number | null
  readonly doubtful: number | null
  readonly touched_at: number | null
}

/** Ample for every pause after which a code that nothing carries goes back. */
const LOOSE_MS = 30 * 60_000

/** No code is with two customers, what a customer has counts as given, and none is kept for nothing. */
function noCodeTwice(db: ReadDb, { world, machine }: Evidence): string[] {
  const rows = db.all<CodeRow>(
    `SELECT c.key, c.code, c.state, h.conversation_id, h.outbox_id, h.in_draft, h.doubtful, h.touched_at
     FROM promo_code c LEFT JOIN promo_hold h ON h.code_key = c.key`
  )
  const problems: string[] = []
  for (const row of rows) {
    const own = world.events().filter((event) => event.senderId === world.brand.id && event.text.includes(row.code))
    const sent = new Set(own.filter((event) => event.viaApi).map((event) => event.conversationId))
    if (sent.size > 1) problems.push(`${row.code} was sent to ${sent.size} customers`)
    const [conversation] = sent
    if (conversation !== undefined && row.state === 'free') problems.push(`${row.code} was sent and is free`)
    // A code of an account that X does not let read any more can only be doubtful.
    if (conversation !== undefined && row.state === 'reserved' && row.doubtful !== 1)
      problems.push(`${row.code} was sent and is only kept`)
    if (own.length === 0 && row.state === 'given') problems.push(`${row.code} counts as given, and nobody has it`)
    const carried = row.outbox_id !== null || row.in_draft === 1 || row.doubtful === 1
    if (row.state === 'reserved' && !carried && machine.clockNow() - (row.touched_at ?? 0) > LOOSE_MS)
      problems.push(`${row.code} is kept for nothing`)
  }
  const wrong = db.all<{ key: number }>(
    `SELECT key FROM promo_batch b WHERE free <> (SELECT count(*) FROM promo_code WHERE batch_key = b.key AND state = 'free')
       OR reserved <> (SELECT count(*) FROM promo_code WHERE batch_key = b.key AND state = 'reserved')
       OR given <> (SELECT count(*) FROM promo_code WHERE batch_key = b.key AND state = 'given')`
  )
  if (wrong.length > 0) problems.push('the pool counts its codes wrongly')
  return problems
}

/** X takes a refresh token once: only where its answer was lost may a new sign-in be needed. */
function signInLasts({ agent, network, deaths }: Evidence): string[] {
  if (agent.signIns === 0 || network.renewalInTrouble || deaths > 0) return []
  return [`the sign-in was lost ${agent.signIns} times without a reason`]
}

function logIsSilent({ log }: Evidence): string[] {
  const text = log.text()
  return /answer \d|question \d|typed on X|PELICAN-/.test(text) ? ['the log holds a text'] : []
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1)
  return counts
}

/** The text as it was written, before X shortened its links. */
function plain(event: WorldEvent): string {
  let text = event.text
  for (const link of event.links) text = text.replaceAll(link.url, link.expanded)
  return text.trim()
}
