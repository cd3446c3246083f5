import type { LibraryFinding, LibraryFindingRow } from '../../../../shared/contract/library-rows.ts'
import type { StaleReason } from '../../../../shared/domain/library/finding.ts'
import type { ReadDb } from '../../db/database.ts'
import type { Clock, Log } from '../../deps.ts'
import { inParts } from '../../jobs/in-parts.ts'
import type { Live } from '../../live/live.ts'
import type { QueryDefinition } from '../../live/query-definition.ts'
import type { Team } from '../../team/team.ts'
import { type DeadLink, deadLinks } from '../links/kept-answers.ts'
import { askedLinks, checkedContents } from '../links/reply-links.ts'
import { isVisible } from '../reply-record.ts'
import { shownContent } from '../rows.ts'
import type { Shelf, Shelved, ShelvedReply } from '../shelf.ts'
import type { UseCounts, Uses } from '../use-counts.ts'
import { goneLinkKey } from './meant-key.ts'
import { type Compared, nearDuplicates } from './near-duplicates.ts'
import * as sql from './sql.ts'
import { marksIn } from './text-marks.ts'

const DAY = 24 * 3_600_000
/** Approved this long ago and never sent. */
const UNUSED_MS = 90 * DAY
/** Neither changed nor sent for this long. */
const UNTOUCHED_MS = 180 * DAY

interface FindingParts {
  readonly db: ReadDb
  readonly clock: Pick<Clock, 'now'>
  readonly team: Pick<Team, 'me'>
  readonly shelf: Shelf
  readonly uses: UseCounts
  readonly live: Pick<Live, 'touch'>
  readonly log: Pick<Log, 'error'>
}

interface TextFinding {
  readonly kind: 'promo-code' | 'date' | 'dead-link' | 'too-long-for-x'
  readonly detail: string
}

/** What texts tell, worked out in parts; a text is looked at once. */
interface Texts {
  /** By id of the version. */
  readonly marks: ReadonlyMap<string, readonly TextFinding[]>
  /** Ids of replies that say the same. */
  readonly groups: readonly (readonly string[])[]
}

/** What is worth a look in the library. Worked out while somebody asks, never beforehand. */
export function findingQueries({ db, clock, team, shelf, uses, live, log }: FindingParts): {
  'library.findings': QueryDefinition<'library.findings'>
} {
  let known = new Map<string, readonly TextFinding[]>()
  let reading: { readonly of: Shelved; readonly me: string; readonly stop: AbortController } | null = null
  let texts: Texts = { marks: new Map(), groups: [] }

  async function readTexts(replies: readonly ShelvedReply[], signal: AbortSignal): Promise<Texts> {
    const marks = new Map<string, readonly TextFinding[]>()
    await inParts(markAll(replies, known, marks), signal)
    // Without what nothing stands on any more.
    known = marks
    const groups: string[][] = []
    for (const kind of ['reply', 'fragment'] as const) {
      const texts = replies
        .filter((reply) => reply.kind === kind)
        .map((reply): Compared => ({ id: reply.id, text: shownContent(reply).body }))
      groups.push(...(await inParts(nearDuplicates(texts), signal)))
    }
    return { marks, groups }
  }

  /** Windows that look ask again when it is done; until then what was known before holds. */
  async function look(of: Shelved, me: string, replies: readonly ShelvedReply[]): Promise<void> {
    // The library was changed, and is looked at anew: what was found in texts until now holds.
    reading?.stop.abort()
    const mine = { of, me, stop: new AbortController() }
    reading = mine
    const { signal } = mine.stop
    try {
      texts = await readTexts(replies, signal)
    } catch (error) {
      if (signal.aborted) return
      throw error
    }
    live.touch('library-findings')
  }

  return {
    'library.findings': {
      topics: () => ['library', 'library-uses', 'library-findings', 'library-links', 'settings'],
      rows() {
        const me = team.me()
        const shelved = shelf.now()
        const replies = [...shelved.replies.values()].filter(
          (reply) => reply.retiredAt === null && isVisible(reply, me)
        )
        if (reading?.of !== shelved || reading.me !== me) {
          look(shelved, me, replies).catch((error: unknown) =>
            log.error('the library could not be looked at', { error })
          )
        }
        return findingsOf(replies, texts, readFacts(db, uses), clock.now())
      }
    }
  }
}

interface Facts {
  readonly used: ReadonlyMap<string, Uses>
  /** What is meant to be as it is: `version kind`. */
  readonly meant: ReadonlySet<string>
  readonly dead: ReadonlyMap<string, DeadLink>
}

function readFacts(db: ReadDb, uses: UseCounts): Facts {
  return {
    used: uses.now(),
    meant: new Set(
      db.all<{ version_id: string; kind: string }>(sql.MEANT).map((row) => meantKey(row.version_id, row.kind))
    ),
    dead: deadLinks(db)
  }
}

function meantKey(version: string, kind: string): string {
  return `${version} ${kind}`
}

function findingsOf(
  replies: readonly ShelvedReply[],
  { marks, groups }: Texts,
  { used, meant, dead }: Facts,
  now: number
): LibraryFindingRow[] {
  const versions = new Map(replies.map((reply) => [reply.id, shownVersion(reply)]))
  const isMeant = (reply: string, kind: string): boolean => meant.has(meantKey(versions.get(reply) ?? '', kind))
  const duplicates = new Map<string, readonly string[]>()
  for (const group of groups) {
    const open = group.filter((id) => versions.has(id) && !isMeant(id, 'duplicate'))
    if (open.length > 1) for (const id of open) duplicates.set(id, open)
  }
  return replies.flatMap((reply) => {
    const same = duplicates.get(reply.id)
    const found: LibraryFinding[] = [
      ...(same === undefined ? [] : [{ kind: 'duplicate' as const, detail: same[0] ?? '' }]),
      // Its links have been looked for once its text was.
      ...(marks.has(shownVersion(reply)) ? goneLinks(reply, dead) : []),
      ...(marks.get(shownVersion(reply)) ?? []),
      ...age(reply, used.get(reply.id)?.lastAt ?? null, now)
    ]
    const findings = found.filter(
      ({ kind, detail }) =>
        kind === 'duplicate' || !isMeant(reply.id, kind === 'gone-link' ? goneLinkKey(detail) : kind)
    )
    if (findings.length === 0) return []
    return [{ id: reply.id, findings, duplicates: (same ?? []).filter((id) => id !== reply.id) }]
  })
}

/** Links that were dead when they were asked last. */
function goneLinks(reply: ShelvedReply, dead: ReadonlyMap<string, DeadLink>): LibraryFinding[] {
  if (dead.size === 0) return []
  return [...askedLinks(checkedContents(reply))].flatMap((address): LibraryFinding[] => {
    const link = dead.get(address)
    return link === undefined ? [] : [{ kind: 'gone-link', detail: address, ...link }]
  })
}

/** Fragments leave within replies: whether they were sent, nobody counts. */
function age(reply: ShelvedReply, sentAt: number | null, now: number): LibraryFinding[] {
  const { expiresAt, variants } = shownContent(reply)
  const reasons: StaleReason[] = []
  if (expiresAt !== null && expiresAt <= now) reasons.push('expired')
  if (variants.some(({ outdated }) => outdated)) reasons.push('outdated')
  const approvedAt = reply.approvedVersion?.approvedAt ?? null
  const counted = approvedAt !== null && reply.kind === 'reply'
  const unused = counted && sentAt === null && now - approvedAt >= UNUSED_MS
  const touchedAt = Math.max(reply.updatedAt, sentAt ?? 0)
  if (counted && sentAt !== null && now - touchedAt >= UNTOUCHED_MS) reasons.push('untouched')
  return [
    ...reasons.map((reason): LibraryFinding => ({ kind: 'stale', detail: reason })),
    ...(unused ? [{ kind: 'unused' as const, detail: String(approvedAt) }] : [])
  ]
}

/** Id of the version that the library shows. */
function shownVersion(reply: ShelvedReply): string {
  return (reply.approvedVersion ?? reply.newestVersion).id
}

function* markAll(
  replies: readonly ShelvedReply[],
  known: Map<string, readonly TextFinding[]>,
  marks: Map<string, readonly TextFinding[]>
): Generator<void, void> {
  for (const reply of replies) {
    const version = shownVersion(reply)
    const before = known.get(version)
    marks.set(version, before ?? textFindings(reply))
    // So that nobody waits for them later.
    askedLinks(checkedContents(reply))
    if (before === undefined) yield
  }
}

function textFindings(reply: ShelvedReply): readonly TextFinding[] {
  const { body, variants } = shownContent(reply)
  const found = new Map<string, TextFinding>()
  for (const text of [body, ...variants.map((variant) => variant.body)]) {
    for (const { code: kind, detail } of marksIn(text))
      found.set(`${kind} ${detail}`, { kind, detail: detail.slice(0, 200) })
  }
  return [...found.values()]
}
