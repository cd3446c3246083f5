import type { OpenInterval } from '../../../../shared/domain/business-hours.ts'

/**
 * Reads the hours of a day as people write them: `9-18`, `9:00–12:30, 13:30–18:00`, `8 to 20`; nothing is closed.
 * @returns null when it is something else
 */
export function parseHours(text: string): OpenInterval[] | null {
  const parts = text
    .split(/[,;]|\band\b/iu)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (parts.length === 1 && /^(closed|-|–)$/iu.test(parts[0] ?? '')) return []
  const intervals: OpenInterval[] = []
  for (const part of parts) {
    const [, fromText = '', toText = ''] =
      /^(\d{1,2}(?:[:.]\d{2})?)\s*(?:-|–|—|to)\s*(\d{1,2}(?:[:.]\d{2})?)$/iu.exec(part) ?? []
    const from = minutesOf(fromText)
    const to = minutesOf(toText)
    if (from === null || to === null) return null
    // Until midnight.
    intervals.push({ from, to: to === 0 && from > 0 ? 24 * 60 : to })
  }
  return intervals
}

function minutesOf(text: string): number | null {
  const [hours = '', minutes = '0'] = text.split(/[:.]/u)
  if (hours === '' || Number(minutes) > 59) return null
  const total = Number(hours) * 60 + Number(minutes)
  return total > 24 * 60 ? null : total
}

/** `9:00–18:00`, in the order of the day; empty when closed. */
export function formatHours(intervals: readonly OpenInterval[]): string {
  return intervals
    .toSorted((a, b) => a.from - b.from)
    .map(({ from, to }) => `${clockText(from)}–${clockText(to)}`)
    .join(', ')
}

function clockText(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}
