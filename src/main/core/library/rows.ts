import type { CannedReplyRow, FragmentRow } from '../../../shared/contract/library-rows.ts'
import type { ReplyContent, ReplyPlacement, ReplyStage } from '../../../shared/domain/library/canned-reply.ts'
import { isInEffect } from './may-insert.ts'
import type { ReplyFields } from './reply-record.ts'
import type { ShelvedReply } from './shelf.ts'
import type { Uses } from './use-counts.ts'

const PREVIEW_LENGTH = 160

/** What the library shows of a reply: what is approved, else what is written. */
export function shownContent({ approvedVersion, newestVersion }: ShelvedReply): ReplyContent {
  return (approvedVersion ?? newestVersion).content
}

export function stageOf(reply: Pick<ReplyFields, 'retiredAt' | 'approved' | 'pending'>): ReplyStage {
  if (reply.retiredAt !== null) return 'retired'
  return reply.approved === null ? (reply.pending ?? 'draft') : 'approved'
}

/** A newer version beside the approved one. */
export function pendingOf(reply: Pick<ReplyFields, 'approved' | 'pending'>): 'draft' | 'in-review' | null {
  return reply.approved === null ? null : reply.pending
}

export function placementOf({ kind, folder, tags, scope, team }: ReplyFields): ReplyPlacement {
  return { kind, folder: [...folder], tags: [...tags], scope, team }
}

/** Rows by what they were made of. A row is frozen: the live patches take one that is the same object as unchanged. */
const made = new WeakMap<ShelvedReply, CannedReplyRow>()

/** The row of a reply; the same object while nothing of it changes. */
export function rowOf(reply: ShelvedReply, used: Uses | undefined, broken: boolean): CannedReplyRow {
  const known = made.get(reply)
  const { uses, lastAt } = used ?? { uses: 0, lastAt: null }
  if (known?.uses === uses && known.lastUsedAt === lastAt && known.broken === broken) return known
  const row = Object.freeze(toRow(reply, used, broken))
  made.set(reply, row)
  return row
}

function toRow(reply: ShelvedReply, used: Uses | undefined, broken: boolean): CannedReplyRow {
  const content = shownContent(reply)
  return {
    id: reply.id,
    ...placementOf(reply),
    title: content.title,
    shortcut: content.shortcut,
    languages: [
      ...(content.language === null ? [] : [content.language]),
      ...content.variants.map((variant) => variant.language)
    ],
    preview: previewOf(content),
    attachment: content.attachment?.name ?? null,
    stage: stageOf(reply),
    pending: pendingOf(reply),
    owner: reply.owner,
    effectiveFrom: content.effectiveFrom,
    expiresAt: content.expiresAt,
    outdated: content.variants.some((variant) => variant.outdated),
    broken,
    uses: used?.uses ?? 0,
    lastUsedAt: used?.lastAt ?? null,
    updatedAt: reply.updatedAt,
    source: reply.source?.system ?? null
  }
}

/** What a content says does not change, and ten thousand are shown again for each change of one. */
const previews = new WeakMap<ReplyContent, string>()

function previewOf(content: ReplyContent): string {
  const known = previews.get(content)
  if (known !== undefined) return known
  const preview = lineOf(content.body)
  previews.set(content, preview)
  return preview
}

function lineOf(body: string): string {
  // More than is shown is not looked at: a body may be long, and there are ten thousand.
  const line = body
    .slice(0, PREVIEW_LENGTH * 4)
    .replace(/\s+/gu, ' ')
    .trim()
  return line.length <= PREVIEW_LENGTH ? line : `${line.slice(0, PREVIEW_LENGTH - 1).toWellFormed()}…`
}

/** As a library is read: by folder, then by title. */
function byPlace(a: CannedReplyRow, b: CannedReplyRow): number {
  const depth = Math.max(a.folder.length, b.folder.length)
  for (let at = 0; at < depth; at += 1) {
    if (a.folder[at] === b.folder[at]) continue
    const order = compare.compare(a.folder[at] ?? '', b.folder[at] ?? '')
    if (order !== 0) return order
  }
  return compare.compare(a.title, b.title) || (a.id < b.id ? -1 : 1)
}

/** So many rows are put in at their places one by one. */
const MOST_APART = 100

/**
 * Puts rows in that order. It keeps where they stood: of ten thousand only those are compared that came, or were moved or
 * renamed.
 */
export function createSorter(mostApart = MOST_APART): (rows: readonly CannedReplyRow[]) => readonly CannedReplyRow[] {
  let sorted: readonly CannedReplyRow[] = []
  let places: ReadonlyMap<string, number> = new Map()
  return (rows) => {
    const stood: (CannedReplyRow | undefined)[] = sorted.map(() => undefined)
    const come: CannedReplyRow[] = []
    for (const row of rows) {
      const place = places.get(row.id)
      const before = place === undefined ? undefined : sorted[place]
      if (place !== undefined && before !== undefined && isPlacedAs(row, before)) stood[place] = row
      else come.push(row)
    }
    const kept = stood.filter((row) => row !== undefined)
    const same = come.length === 0 && kept.length === sorted.length
    sorted = come.length > mostApart ? [...kept, ...come].toSorted(byPlace) : withInserted(kept, come)
    if (!same) places = new Map(sorted.map((row, at) => [row.id, at]))
    return sorted
  }
}

function isPlacedAs(row: CannedReplyRow, before: CannedReplyRow): boolean {
  if (row === before) return true
  const { title, folder } = before
  return (
    row.title === title && row.folder.length === folder.length && row.folder.every((name, at) => name === folder[at])
  )
}

/** @param sorted is changed */
function withInserted(sorted: CannedReplyRow[], come: readonly CannedReplyRow[]): readonly CannedReplyRow[] {
  for (const row of come) {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      const there = sorted[middle]
      if (there !== undefined && byPlace(there, row) < 0) low = middle + 1
      else high = middle
    }
    sorted.splice(low, 0, row)
  }
  return sorted
}

/** The order is the same at every desk, whatever its language. */
const compare = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/**
 * The fragments in use. Of a private and a shared one of the same shortcut it is the shared one, as in the check of
 * replies. What has expired is in no reply any more: its placeholder stays, which the send check stops.
 */
export function toFragments(replies: readonly ShelvedReply[], now: number): FragmentRow[] {
  const found = replies.flatMap((reply) => toFragment(reply).map((fragment) => ({ reply, fragment })))
  const shared = new Set(
    found.filter(({ reply }) => reply.scope !== 'private').map(({ fragment }) => fragment.shortcut)
  )
  return found
    .filter(({ reply, fragment }) => reply.scope !== 'private' || !shared.has(fragment.shortcut))
    .filter(({ reply }) => reply.approvedVersion !== null && isInEffect(reply.approvedVersion.content, now))
    .map(({ fragment }) => fragment)
}

function toFragment(reply: ShelvedReply): FragmentRow[] {
  const content = reply.approvedVersion?.content
  if (reply.kind !== 'fragment' || reply.retiredAt !== null || !content || content.shortcut === null) return []
  const { shortcut, title, body, language, variants } = content
  return [{ id: reply.id, shortcut, title, body, language, variants }]
}
