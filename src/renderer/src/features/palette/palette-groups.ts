import { t } from '../../i18n/t.ts'
import { MOST_HITS, type PaletteHit, type PaletteSource } from './palette-source.ts'
import { type PaletteUse, recentIds, usedness } from './palette-use.ts'

/** What was typed: a prefix that restricts, and the rest. */
export interface PaletteQuestion {
  readonly prefix: '>' | '@' | null
  readonly text: string
}

export interface PaletteGroup {
  readonly id: string
  readonly title: string
  readonly hits: readonly PaletteHit[]
}

/** Hits of one source, as far as they have come. */
export type SourceHits = readonly (readonly [
  source: Pick<PaletteSource, 'id' | 'title'>,
  hits: readonly PaletteHit[]
])[]

/** How far being used lifts an item over a better match. */
const USE_WEIGHT = 0.25
const MOST_RECENT = 5

export function readQuestion(typed: string): PaletteQuestion {
  const first = typed.trimStart()[0]
  const prefix = first === '>' || first === '@' ? first : null
  return { prefix, text: (prefix === null ? typed : typed.trimStart().slice(1)).trim() }
}

export function sourcesFor<S extends Pick<PaletteSource, 'prefix'>>(
  question: PaletteQuestion,
  sources: readonly S[]
): S[] {
  return sources.filter((source) => question.prefix === null || source.prefix === question.prefix)
}

/**
 * The groups to show. Without a text: what was used last, then each source as it comes. With one: the best match, lifted
 * by use, decides about the order within groups and of groups.
 * @param now ms since 1970
 */
export function paletteGroups(
  question: PaletteQuestion,
  found: SourceHits,
  use: PaletteUse,
  now: number
): PaletteGroup[] {
  if (question.text === '') return withoutText(question, found, use)
  const rank = (hit: PaletteHit): number => hit.score + USE_WEIGHT * usedness(use, hit.item.id, now)
  return found
    .filter(([, hits]) => hits.length > 0)
    .map(([source, hits]) => {
      const best = hits.toSorted((a, b) => rank(b) - rank(a)).slice(0, MOST_HITS)
      return { id: source.id, title: source.title, hits: best, rank: Math.max(...best.map(rank)) }
    })
    .toSorted((a, b) => b.rank - a.rank)
    .map(({ id, title, hits }) => ({ id, title, hits }))
}

function withoutText(question: PaletteQuestion, found: SourceHits, use: PaletteUse): PaletteGroup[] {
  const all = new Map(found.flatMap(([, hits]) => hits.map((hit) => [hit.item.id, hit])))
  const recent = recentIds(use, 30)
    .flatMap((id) => all.get(id) ?? [])
    .slice(0, MOST_RECENT)
  const shown = new Set(recent.map((hit) => hit.item.id))
  const groups = found.map(([source, hits]) => ({
    id: source.id,
    title: source.title,
    hits: hits.filter((hit) => !shown.has(hit.item.id)).slice(0, question.prefix === null ? MOST_HITS : 200)
  }))
  return [{ id: 'recent', title: t('Recently used'), hits: recent }, ...groups].filter((group) => group.hits.length > 0)
}
