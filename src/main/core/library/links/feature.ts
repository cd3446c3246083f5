import type { LinkReportRow, LinkRow } from '../../../../shared/contract/library-rows.ts'
import { AppError } from '../../../../shared/contract/errors.ts'
import { type LinkCheckReport, linkTroubles } from '../../../../shared/domain/library/link.ts'
import type { CommandDefinition } from '../../commands/command-definition.ts'
import type { Database, ReadDb } from '../../db/database.ts'
import type { Clock, OpenWeb } from '../../deps.ts'
import type { Jobs } from '../../jobs/jobs.ts'
import type { QueryDefinition } from '../../live/query-definition.ts'
import type { Team } from '../../team/team.ts'
import { isVisible } from '../reply-record.ts'
import { shownContent } from '../rows.ts'
import type { Shelf, ShelvedReply } from '../shelf.ts'
import { checkLinks } from './check-links.ts'
import type { FoundLink } from './found-links.ts'
import { forgetLinks } from './kept-answers.ts'
import { askedLinks, checkedContents, linkKey, linksOf } from './reply-links.ts'
import * as sql from './sql.ts'

/** More than this nobody reads in a dialog. */
const MOST_LISTED = 200

interface LinkParts {
  readonly db: Database
  readonly clock: Clock
  readonly team: Pick<Team, 'me'>
  readonly shelf: Shelf
  readonly jobs: Jobs
  readonly web: OpenWeb | undefined
}

/** Asks the links of the library, when somebody wants it and never else. */
export function linkCommands({ db, clock, team, shelf, jobs, web }: LinkParts): {
  'library.checkLinks': CommandDefinition<'library.checkLinks'>
} {
  let running: Promise<LinkCheckReport> | null = null

  function check(): Promise<LinkCheckReport> {
    if (web === undefined) throw new AppError('not-allowed', 'Links cannot be checked here.')
    return jobs.run(
      'library-links',
      '',
      async (job) => {
        const addresses = addressesIn(visible(shelf, team.me()))
        const report = await checkLinks({ db, web, clock }, [...addresses], job)
        // What others keep to themselves stands somewhere, too.
        if (report.end === 'done') forgetLinks(db, addressesIn(shelf.now().replies.values()), clock.now())
        return report
      },
      { stoppable: true }
    )
  }

  return {
    'library.checkLinks': {
      kind: 'task',
      async run() {
        // A second window joins in.
        running ??= check().finally(() => {
          running = null
        })
        return running
      }
    }
  }
}

export function linkQueries({ db, team, shelf }: Pick<LinkParts, 'team' | 'shelf'> & { readonly db: ReadDb }): {
  'library.links': QueryDefinition<'library.links'>
} {
  return {
    'library.links': {
      topics: () => ['library', 'library-links', 'settings'],
      rows() {
        const links = standing(visible(shelf, team.me()))
        return [reportOf(links, new Map(db.all<sql.CheckRow>(sql.CHECKS).map((row) => [row.address, row])))]
      }
    }
  }
}

function visible(shelf: Shelf, me: string): ShelvedReply[] {
  return [...shelf.now().replies.values()].filter((reply) => isVisible(reply, me))
}

function addressesIn(replies: Iterable<ShelvedReply>): ReadonlySet<string> {
  return new Set([...replies].flatMap((reply) => askedLinks(checkedContents(reply))))
}

interface Standing {
  readonly link: FoundLink
  readonly first: ShelvedReply
  replies: number
}

/** Each link once, with where it stands. */
function standing(replies: readonly ShelvedReply[]): Standing[] {
  const found = new Map<string, Standing>()
  for (const reply of replies) {
    for (const link of linksOf(checkedContents(reply))) {
      const known = found.get(linkKey(link))
      if (known === undefined) found.set(linkKey(link), { link, first: reply, replies: 1 })
      else known.replies += 1
    }
  }
  return [...found.values()]
}

function reportOf(links: readonly Standing[], checks: ReadonlyMap<string, sql.CheckRow>): LinkReportRow {
  const counts = { links: 0, lives: 0, dead: 0, unknown: 0, unchecked: 0, unasked: 0 }
  const listed: LinkRow[] = []
  let checkedAt: number | null = null
  for (const { link, first, replies } of links) {
    const place = { reply: first.id, title: shownContent(first).title, replies }
    if (link.kind === 'unasked') {
      counts.unasked += 1
      listed.push({ ...place, state: 'unasked', link: link.written, why: link.why })
      continue
    }
    counts.links += 1
    const check = checks.get(link.address)
    checkedAt = check === undefined ? checkedAt : Math.max(checkedAt ?? 0, check.tried_at)
    const state = stateOf(check)
    counts[state] += 1
    if (check === undefined || state === 'lives' || state === 'unchecked') continue
    const at = { ...place, link: link.address, at: check.tried_at }
    const trouble = linkTroubles.find((one) => one === check.trouble) ?? null
    if (state === 'dead') listed.push({ ...at, state, status: check.status, at: check.checked_at })
    else listed.push({ ...at, state, trouble: trouble ?? 'no-answer', status: check.trouble_status })
  }
  const rows = listed.toSorted((a, b) => order(a) - order(b) || (a.link < b.link ? -1 : 1))
  return {
    id: 'links',
    ...counts,
    checkedAt,
    rows: rows.slice(0, MOST_LISTED),
    more: Math.max(0, rows.length - MOST_LISTED)
  }
}

/** A dead one stays dead until it answers; of others the last try counts. */
function stateOf(check: sql.CheckRow | undefined): 'unchecked' | 'lives' | 'dead' | 'unknown' {
  if (check === undefined) return 'unchecked'
  return check.outcome === 'lives' && check.trouble !== null ? 'unknown' : check.outcome
}

function order({ state }: LinkRow): number {
  return ['dead', 'unknown', 'unasked'].indexOf(state)
}
