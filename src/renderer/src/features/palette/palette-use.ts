import { z } from 'zod'

/** Name of the setting: item → how often and when last. */
export const USE_SETTING = 'palette.use'

export const PaletteUse = z.record(
  z.string().max(200),
  z.object({ count: z.number().int().min(1), at: z.number().min(0) })
)
export type PaletteUse = z.infer<typeof PaletteUse>

const MOST_KEPT = 60
const DAY = 24 * 60 * 60_000

/** The use after an item was chosen. @param now ms since 1970 */
export function afterUse(use: PaletteUse, id: string, now: number): PaletteUse {
  const next = { ...use, [id]: { count: (use[id]?.count ?? 0) + 1, at: now } }
  const kept = Object.entries(next)
    .toSorted(([, a], [, b]) => b.at - a.at)
    .slice(0, MOST_KEPT)
  return Object.fromEntries(kept)
}

/** How much an item is in use, 0 to 1: often and lately. */
export function usedness(use: PaletteUse, id: string, now: number): number {
  const one = use[id]
  if (!one) return 0
  const days = Math.max(0, now - one.at) / DAY
  return (Math.min(one.count, 8) / 8) * 0.5 ** (days / 14)
}

/** The items used last, the latest first. */
export function recentIds(use: PaletteUse, most: number): string[] {
  return Object.entries(use)
    .toSorted(([, a], [, b]) => b.at - a.at)
    .slice(0, most)
    .map(([id]) => id)
}
