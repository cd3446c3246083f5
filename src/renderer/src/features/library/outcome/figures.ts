import { t } from '../../../i18n/t.ts'

/** From how many on a percentage says more than it hides. */
const ENOUGH = 20

/** `3 of 4`; of many with the percentage beside it. Null: of none it is known. */
export function partText({ count, of }: { readonly count: number; readonly of: number }): string | null {
  if (of === 0) return null
  const part = t('{count, number} of {of, number}', { count, of })
  return of < ENOUGH ? part : t('{part} ({percent, number} %)', { part, percent: Math.round((count / of) * 100) })
}
