import type { CannedReplyRow } from '../../../../shared/contract/library-rows.ts'
import { foldLabel } from '../../ui/Picker/match-options.ts'
import { liesIn } from './folders.ts'

/** Of which stage a list shows replies. A reply with a newer draft is among the drafts, too. */
export const stageFilters = ['all', 'draft', 'in-review', 'approved', 'retired'] as const
export type StageFilter = (typeof stageFilters)[number]

export const sortings = ['title', 'uses', 'updated'] as const
export type Sorting = (typeof sortings)[number]

/** What of the library is listed. */
export interface LibraryFilter {
  /** What was typed: each word must be found somewhere. */
  readonly text: string
  readonly stage: StageFilter
  /** Null: everywhere. */
  readonly folder: readonly string[] | null
  readonly tag: string | null
  readonly sorting: Sorting
}

export const everything: LibraryFilter = { text: '', stage: 'all', folder: null, tag: null, sorting: 'title' }

/** Whether a filter leaves anything out. */
export function filters({ text, stage, folder, tag }: LibraryFilter): boolean {
  return text.trim() !== '' || stage !== 'all' || folder !== null || tag !== null
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

/** The rows that a filter leaves, sorted. By title they stay as the core gives them: by folder and title. */
export function listedReplies(rows: readonly CannedReplyRow[], filter: LibraryFilter): readonly CannedReplyRow[] {
  const { stage, folder, tag, sorting } = filter
  const words = foldLabel(filter.text)
    .split(/\s+/u)
    .filter((word) => word !== '')
  const found = rows.filter(
    (row) =>
      inStage(row, stage) &&
      (folder === null || liesIn(row.folder, folder)) &&
      (tag === null || row.tags.includes(tag)) &&
      words.every((word) => wordsIn(row).includes(word))
  )
  switch (sorting) {
    case 'title':
      return found
    case 'uses':
      return found.toSorted((a, b) => b.uses - a.uses)
    case 'updated':
      return found.toSorted((a, b) => b.updatedAt - a.updatedAt)
  }
}

/** Tags that replies have, by name. */
export function tagsIn(rows: readonly CannedReplyRow[], compare: (a: string, b: string) => number): readonly string[] {
  return [...new Set(rows.flatMap((row) => row.tags))].toSorted(compare)
}
