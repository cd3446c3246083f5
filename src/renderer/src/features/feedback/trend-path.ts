/** Bars of a small chart, each three units wide with one between, as the path of an SVG. */
export interface TrendPath {
  readonly width: number
  readonly height: number
  readonly d: string
}

const BAR = 3
const STEP = 4
const HEIGHT = 14
/** Where nothing was said, there is a line to stand on. */
const LEAST = 1

/** @param rightToLeft whether the first part of the time stands on the right */
export function trendPath(steps: readonly number[], rightToLeft: boolean): TrendPath {
  const most = Math.max(1, ...steps)
  const shown = rightToLeft ? steps.toReversed() : steps
  const bars = shown.map((count, nth) => {
    const height = Math.max(LEAST, Math.round((count / most) * HEIGHT))
    return `M${nth * STEP} ${HEIGHT}v${-height}h${BAR}v${height}z`
  })
  return { width: Math.max(0, steps.length * STEP - (STEP - BAR)), height: HEIGHT, d: bars.join('') }
}
