import type { CannedReplyDetailRow, VersionRow } from '../../../shared/contract/library-rows.ts'
import type { ReadDb } from '../db/database.ts'
import type { QueryDefinition } from '../live/query-definition.ts'
import type { Team } from '../team/team.ts'
import { readTemplateContext } from './context.ts'
import { findRecord, isVisible } from './reply-record.ts'
import { byPlace, pendingOf, placementOf, stageOf, toFragment, toRow, type Uses } from './rows.ts'
import { parseContent, type Shelf, type ShelvedReply, toVersion } from './shelf.ts'
import * as sql from './sql.ts'
import { contentProblems } from './template-check.ts'

type LibraryQuery =
  'library.list' | 'library.reply' | 'library.versions' | 'library.fragments' | 'library.find' | 'library.context'

export function libraryQueries({
  db,
  shelf,
  team
}: {
  readonly db: ReadDb
  readonly shelf: Shelf
  readonly team: Pick<Team, 'me' | 'find'>
}): { [N in LibraryQuery]: QueryDefinition<N> } {
  const visible = (): ShelvedReply[] => {
    const me = team.me()
    return [...shelf.replies().values()].filter((reply) => isVisible(reply, me))
  }
  return {
    'library.list': {
      topics: () => ['library', 'library-uses', 'settings'],
      rows() {
        const used = readUses(db)
        return visible()
          .map((reply) =>
            toRow(reply, used.get(reply.id), contentProblems(reply.newestVersion.content, new Map()).length > 0)
          )
          .toSorted(byPlace)
      }
    },
    'library.reply': {
      topics: () => ['library', 'settings'],
      rows({ reply: id }) {
        const reply = shelf.replies().get(id)
        return reply === undefined || !isVisible(reply, team.me()) ? [] : [toDetail(reply)]
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
      topics: () => ['library', 'settings'],
      rows: () => visible().flatMap(toFragment)
    },
    'library.find': {
      topics: () => ['library', 'library-uses', 'settings', 'team'],
      rows: () => []
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

function toDetail(reply: ShelvedReply): CannedReplyDetailRow {
  return {
    id: reply.id,
    ...placementOf(reply),
    owner: reply.owner,
    stage: stageOf(reply),
    pending: pendingOf(reply),
    approved: reply.approvedVersion,
    newest: reply.newestVersion,
    problems: contentProblems(reply.newestVersion.content, new Map()),
    contains: [],
    containedIn: [],
    sentBack: reply.sentBack,
    source: reply.source
  }
}

function readUses(db: ReadDb): ReadonlyMap<string, Uses> {
  return new Map(db.all<sql.UseRow>(sql.USES).map(({ id, uses, last_at: lastAt }) => [id, { uses, lastAt }]))
}
