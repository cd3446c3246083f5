import type { CannedFixRow, ReplyOutcomeRow } from '../../../../shared/contract/library-rows.ts'
import type { ReadDb } from '../../db/database.ts'
import type { Clock } from '../../deps.ts'
import type { QueryDefinition } from '../../live/query-definition.ts'
import type { Team } from '../../team/team.ts'
import { findRecord, isVisible } from '../reply-record.ts'
import type { Shelf, ShelvedReply } from '../shelf.ts'
import { CUSTOMERS, type CustomersOf, proposalOf, readCustomersOf, toFixRow } from './fixes.ts'
import { answeredOf, contentOf, editedOf, LOOKED_AT, median, MOST_VERSIONS, newest } from './measured.ts'
import * as sql from './sql.ts'

/** So many proposals are looked at, what is changed most often first. */
const MOST_FIXES = 200
/** What belongs to the reply: resolved this soon after it, and back this soon after that. Milliseconds. */
const RESOLVED_MS = 7 * 24 * 3_600_000
const BACK_MS = 7 * 24 * 3_600_000

interface OutcomeParts {
  readonly db: ReadDb
  readonly clock: Pick<Clock, 'now'>
  readonly team: Pick<Team, 'me'>
  readonly shelf: Shelf
}

export function outcomeQueries({ db, clock, team, shelf }: OutcomeParts): {
  'library.outcome': QueryDefinition<'library.outcome'>
  'library.fixes': QueryDefinition<'library.fixes'>
} {
  return {
    'library.outcome': {
      topics: () => ['library', 'library-uses', 'inbox', 'sla', 'surveys'],
      rows({ reply }) {
        findRecord(db, reply, team.me())
        return outcomesOf(db, reply, clock.now())
      }
    },
    'library.fixes': {
      // What was put into the outbox counts once it was sent.
      topics: () => ['library', 'library-uses', 'outbox', 'customers', 'settings'],
      rows() {
        const { replies } = shelf.now()
        const me = team.me()
        const customersOf = createCustomersOf(db)
        return db.all<sql.FixRow>(sql.FIXES, CUSTOMERS, MOST_FIXES).flatMap((row) => {
          const reply = replies.get(row.reply_id)
          return reply === undefined || !isVisible(reply, me) ? [] : (toFix(db, reply, row, customersOf) ?? [])
        })
      }
    }
  }
}

function toFix(db: ReadDb, reply: ShelvedReply, row: sql.FixRow, customersOf: CustomersOf): CannedFixRow | null {
  const { approvedVersion, newestVersion } = reply
  if (approvedVersion?.id !== row.version_id) return null
  const fixable = {
    reply: reply.id,
    version: approvedVersion.id,
    approved: approvedVersion.content,
    newest: newestVersion.content
  }
  const fix = { language: row.language, from: row.from_at, to: row.to_at, put: row.put }
  const proposal = proposalOf(db, fixable, fix, customersOf)
  return proposal === null ? null : toFixRow(db, fixable, fix, proposal)
}

/** Counted once for a version, however many changes of it are proposed. */
function createCustomersOf(db: ReadDb): CustomersOf {
  const known = new Map<string, number>()
  return (version) => {
    const customers = known.get(version) ?? readCustomersOf(db, version)
    known.set(version, customers)
    return customers
  }
}

type Use = sql.UseRow & { readonly account_id: string; readonly conversation_id: string }

function outcomesOf(db: ReadDb, reply: string, now: number): ReplyOutcomeRow[] {
  const sent = db.all<{ id: string; number: number | null; sent: number; last_at: number }>(sql.VERSIONS_SENT, reply)
  if (sent.length === 0) return []
  const total = sent.reduce((sum, version) => sum + version.sent, 0)
  const lastAt = Math.max(...sent.map((version) => version.last_at))
  const compared = sent
    .toSorted((a, b) => (b.number ?? 0) - (a.number ?? 0))
    .slice(0, MOST_VERSIONS)
    .map((version) => ({
      version,
      own: db.all<Use>(sql.OUTCOMES, reply, version.id, LOOKED_AT),
      scores: db.all<sql.ScoreRow>(sql.SCORES, version.id, LOOKED_AT)
    }))
  const versions = compared.map(({ version, own, scores }) => ({
    id: version.id,
    number: version.number,
    sent: version.sent,
    lastAt: version.last_at,
    ...figuresOf(db, own, now),
    content: contentOf(scores)
  }))
  const uses = newest(compared.flatMap(({ own }) => own))
  const scores = newest(compared.flatMap((version) => version.scores))
  const all = { id: 'all', number: null, sent: total, lastAt, ...figuresOf(db, uses, now), content: contentOf(scores) }
  return [all, ...versions]
}

function figuresOf(
  db: ReadDb,
  uses: readonly Use[],
  now: number
): Pick<ReplyOutcomeRow, 'looked' | 'edited' | 'answered' | 'waited' | 'reopened'> {
  const waits = uses.flatMap(({ wall_ms: wall }) => wall ?? [])
  const resolved = uses.filter(
    ({ sent_at: at, resolved_at: resolvedAt }) => at !== null && resolvedAt !== null && resolvedAt - at <= RESOLVED_MS
  )
  const back = resolved.filter((use) => {
    const row = db.get<{ reopened_at: number }>(sql.REOPENED, use.account_id, use.conversation_id, use.resolved_at)
    return row !== undefined && row.reopened_at - (use.resolved_at ?? 0) <= BACK_MS
  })
  return {
    looked: uses.length,
    edited: editedOf(uses),
    answered: answeredOf(uses, now),
    waited: { of: waits.length, medianMs: median(waits) },
    reopened: { count: back.length, of: resolved.length }
  }
}
