import type { CannedReplyDetailRow, VersionRow } from '../../../shared/contract/library-rows.ts'
import type { ReadDb } from '../db/database.ts'
import type { QueryDefinition } from '../live/query-definition.ts'
import type { Team } from '../team/team.ts'
import { containedInOf, containsOf, problemsOf } from './containment.ts'
import { readTemplateContext } from './context.ts'
import type { EffectDates } from './effect-dates.ts'
import type { Finder } from './finder.ts'
import { findRecord, isVisible } from './reply-record.ts'
import { createSorter, pendingOf, placementOf, rowOf, shownContent, stageOf, toFragments } from './rows.ts'
import { parseContent, type Shelf, type Shelved, type ShelvedReply, toVersion } from './shelf.ts'
import * as sql from './sql.ts'
import type { UseCounts } from './use-counts.ts'

type LibraryQuery =
  'library.list' | 'library.reply' | 'library.versions' | 'library.fragments' | 'library.find' | 'library.context'

export function libraryQueries({
  db,
  shelf,
  uses,
  dates,
  team,
  clock,
  finder
}: {
  readonly db: ReadDb
  readonly shelf: Shelf
  readonly uses: UseCounts
  readonly dates: Pick<EffectDates, 'watch'>
  readonly clock: { now(): number }
  readonly team: Pick<Team, 'me' | 'find'>
  readonly finder: Finder
}): { [N in LibraryQuery]: QueryDefinition<N> } {
  const sorted = createSorter()
  const visible = (): ShelvedReply[] => {
    const me = team.me()
    return [...shelf.now().replies.values()].filter((reply) => isVisible(reply, me))
  }
  return {
    'library.list': {
      topics: () => ['library', 'library-uses', 'attributes', 'settings'],
      rows() {
        const used = uses.now()
        const shelved = shelf.now()
        return sorted(
          visible().map((reply) =>
            rowOf(reply, used.get(reply.id), problemsOf(shelved, reply, reply.newestVersion.content).length > 0)
          )
        )
      }
    },
    'library.reply': {
      topics: () => ['library', 'attributes', 'settings'],
      rows({ reply: id }) {
        const shelved = shelf.now()
        const reply = shelved.replies.get(id)
        return reply === undefined || !isVisible(reply, team.me()) ? [] : [toDetail(shelved, reply, team.me())]
      }
    },
    'library.versions': {
      topics: () => ['library', 'settings'],
      rows({ reply, limit }) {
        findRecord(db, reply, team.me())
        return db
          .all<sql.VersionHead & { readonly content: string }>(sql.VERSIONS, reply, limit)
          .map((row): VersionRow => toVersion(row, parseContent(row.content)))
      }
    },
    'library.fragments': {
      topics: () => ['library', 'library-dates', 'settings'],
      rows() {
        dates.watch(shelf.now())
        return toFragments(visible(), clock.now())
      }
    },
    'library.find': {
      topics: ({ conversation }) => [
        'library',
        'library-uses',
        'library-dates',
        'settings',
        'team',
        ...(conversation === null ? [] : [`thread:${conversation}` as const])
      ],
      rows: (wanted) => finder.find(wanted)
    },
    'library.context': {
      topics: ({ conversation }) => [
        'accounts',
        'team',
        'settings',
        'customers',
        'attributes',
        ...(conversation === null ? [] : [`thread:${conversation}` as const])
      ],
      rows: ({ conversation }) => [readTemplateContext(db, conversation, team.find(team.me()).name)]
    }
  }
}

function toDetail(shelved: Shelved, reply: ShelvedReply, me: string): CannedReplyDetailRow {
  return {
    id: reply.id,
    ...placementOf(reply),
    owner: reply.owner,
    stage: stageOf(reply),
    pending: pendingOf(reply),
    approved: reply.approvedVersion,
    newest: reply.newestVersion,
    problems: problemsOf(shelved, reply, reply.newestVersion.content),
    contains: containsOf(shelved, reply),
    containedIn: containedInOf(shelved, reply)
      .filter((other) => isVisible(other, me))
      .map((other) => ({ id: other.id, title: shownContent(other).title })),
    sentBack: reply.sentBack,
    source: reply.source
  }
}
