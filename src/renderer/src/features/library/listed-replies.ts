import type { CannedReplyRow, LibraryFindingRow, ReplyFiguresRow } from '../../../../shared/contract/library-rows.ts'
import type { FindingKind } from '../../../../shared/domain/library/finding.ts'
import { foldLabel } from '../../ui/Picker/match-options.ts'
import { liesIn } from './folders.ts'
import { ENOUGH } from './outcome/figures.ts'

/** Of which stage a list shows replies. A reply with a newer draft is among the drafts, too. */
export const stageFilters = ['all', 'draft', 'in-review', 'approved', 'retired'] as const
export type StageFilter = (typeof stageFilters)[number]

export const sortings = ['title', 'uses', 'changed', 'answered', 'after', 'content', 'updated'] as const
export type Sorting = (typeof sortings)[number]

/** What of the library is listed. */
export interface LibraryFilter {
  /** What was typed: each word must be found somewhere. */
  readonly text: string
  readonly stage: StageFilter
  /** Null: everywhere. */
  readonly folder: readonly string[] | null
  readonly tag: string | null
  /** Only those in which this was found. */
  readonly finding: FindingKind | null
  readonly sorting: Sorting
  /** The other way round: least first, and titles from the end. */
  readonly reversed: boolean
}

export const everything: LibraryFilter = {
  text: '',
  stage: 'all',
  folder: null,
  tag: null,
  finding: null,
  sorting: 'title',
  reversed: false
}

/** Whether a filter leaves anything out. */
export function filters({ text, stage, folder, tag, finding }: LibraryFilter): boolean {
  return text.trim() !== '' || stage !== 'all' || folder !== null || tag !== null || finding !== null
}

/** Ten thousand texts are not folded anew with each letter. Rows keep their identity while they do not change. */
const folded = new WeakMap<CannedReplyRow, string>()

function wordsIn(row: CannedReplyRow): string {
  const known = folded.get(row)
  if (known !== undefined) return known
  const parts = [row.title, row.shortcut ?? '', row.preview, ...row.tags, ...row.folder]
  const text = foldLabel(parts.join('\n'))
  folded.set(row, text)
  return text
}

function inStage(row: CannedReplyRow, stage: StageFilter): boolean {
  switch (stage) {
    case 'all':
      return true
    case 'draft':
    case 'in-review':
      return row.stage === stage || (row.stage !== 'retired' && row.pending === stage)
    case 'approved':
    case 'retired':
      return row.stage === stage
  }
}

/** What was found, by the id of the reply. */
export type Findings = ReadonlyMap<string, LibraryFindingRow>

function detailOf(row: LibraryFindingRow | undefined, kind: FindingKind): string | undefined {
  return row?.findings.find((finding) => finding.kind === kind)?.detail
}

function byGroup(findings: Findings): (a: CannedReplyRow, b: CannedReplyRow) => number {
  const groupOf = (row: CannedReplyRow): string => detailOf(findings.get(row.id), 'duplicate') ?? ''
  return (a, b) => (groupOf(a) < groupOf(b) ? -1 : groupOf(a) > groupOf(b) ? 1 : 0)
}

/** In how many replies each kind was found. */
export function countFindings(findings: Findings): ReadonlyMap<FindingKind, number> {
  const counts = new Map<FindingKind, number>()
  for (const { findings: found } of findings.values()) {
    for (const kind of new Set(found.map((finding) => finding.kind))) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return counts
}

/** What became of replies, by their ids. */
export type Figures = ReadonlyMap<string, ReplyFiguresRow>

/** What a reply is sorted by; `few`: of so few that it may be chance. Null: it is not known. */
interface Measured {
  readonly value: number
  readonly few: boolean
}

const measuredSortings = ['changed', 'answered', 'after', 'content'] as const satisfies readonly Sorting[]
type MeasuredBy = (typeof measuredSortings)[number]

function isMeasured(sorting: Sorting): sorting is MeasuredBy {
  return (measuredSortings as readonly Sorting[]).includes(sorting)
}

function measuredOf(figures: ReplyFiguresRow | undefined, by: MeasuredBy): Measured | null {
  if (figures === undefined) return null
  const { answered } = figures
  if (by === 'after')
    return answered.medianMs === null ? null : { value: answered.medianMs, few: answered.count < ENOUGH }
  const { count, of } = figures[by]
  return of === 0 ? null : { value: count / of, few: of < ENOUGH }
}

/** What is known of many comes first, whichever way round, and what is not known last. */
function byMeasured(rows: readonly CannedReplyRow[], figures: Figures, filter: LibraryFilter): CannedReplyRow[] {
  const { sorting: by, reversed } = filter
  if (!isMeasured(by)) return [...rows]
  // The greatest first, but for times: whoever answers soonest.
  const direction = (by === 'after') === reversed ? -1 : 1
  const measured = new Map(rows.map((row) => [row.id, measuredOf(figures.get(row.id), by)]))
  return rows.toSorted((first, second) => {
    const [a, b] = [measured.get(first.id) ?? null, measured.get(second.id) ?? null]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return Number(a.few) - Number(b.few) || (a.value - b.value) * direction
  })
}

/** The rows that a filter leaves, sorted. By title they stay as the core gives them: by folder and title. */
export function listedReplies(
  rows: readonly CannedReplyRow[],
  filter: LibraryFilter,
  { findings = new Map(), figures = new Map() }: { readonly findings?: Findings; readonly figures?: Figures } = {}
): readonly CannedReplyRow[] {
  const { stage, folder, tag, finding, sorting, reversed } = filter
  const words = foldLabel(filter.text)
    .split(/\s+/u)
    .filter((word) => word !== '')
  const found = rows.filter(
    (row) =>
      inStage(row, stage) &&
      (folder === null || liesIn(row.folder, folder)) &&
      (tag === null || row.tags.includes(tag)) &&
      (finding === null || detailOf(findings.get(row.id), finding) !== undefined) &&
      words.every((word) => wordsIn(row).includes(word))
  )
  const direction = reversed ? 1 : -1
  switch (sorting) {
    case 'title':
      // Those that say the same stand beside each other.
      if (finding === 'duplicate') return found.toSorted(byGroup(findings))
      return reversed ? found.toReversed() : found
    case 'uses':
      return found.toSorted((a, b) => (a.uses - b.uses) * direction)
    case 'updated':
      return found.toSorted((a, b) => (a.updatedAt - b.updatedAt) * direction)
    case 'changed':
    case 'answered':
    case 'after':
    case 'content':
      return byMeasured(found, figures, filter)
  }
}

/** Tags that replies have, by name. */
export function tagsIn(rows: readonly CannedReplyRow[], compare: (a: string, b: string) => number): readonly string[] {
  return [...new Set(rows.flatMap((row) => row.tags))].toSorted(compare)
}
