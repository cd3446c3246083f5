/** How a figure compares with the period before. */
export interface Change {
  readonly direction: 'up' | 'down' | 'same'
  /** In percent of what it was, rounded; null when it was nothing. */
  readonly percent: number | null
}

/** @returns null when one of the two is not known */
export function changeOf(value: number | null, before: number | null): Change | null {
  if (value === null || before === null) return null
  const direction = value > before ? 'up' : value < before ? 'down' : 'same'
  return { direction, percent: before === 0 ? null : Math.round((Math.abs(value - before) / before) * 100) }
}

/** `12 % more than before`: in plain English, for files and the command line; empty when nothing can be said. */
export function changeText(value: number | null, before: number | null): string {
  const change = changeOf(value, before)
  if (change === null) return ''
  if (change.direction === 'same') return 'as before'
  if (change.percent === null) return 'none before'
  return `${change.percent.toLocaleString('en')} % ${change.direction === 'up' ? 'more' : 'less'} than before`
}
