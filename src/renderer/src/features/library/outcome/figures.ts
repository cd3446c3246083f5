import { t } from '../../../i18n/t.ts'

/** From how many on a percentage says more than it hides. */
export const ENOUGH = 20

/** `3 of 4`; of many with the percentage beside it. Null: of none it is known. */
export function partText({ count, of }: { readonly count: number; readonly of: number }): string | null {
  if (of === 0) return null
  const part = t('{count, number} of {of, number}', { count, of })
  return of < ENOUGH ? part : t('{part} ({percent, number} %)', { part, percent: Math.round((count / of) * 100) })
}

/** The same in short, for a table: `3 of 4`, of many `75 %`. */
export function shortPartText({ count, of }: { readonly count: number; readonly of: number }): string | null {
  return of < ENOUGH ? partText({ count, of }) : t('{percent, number} %', { percent: Math.round((count / of) * 100) })
}
