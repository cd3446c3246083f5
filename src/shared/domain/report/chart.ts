const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** What people count time in, ms. */
const TIME_STEPS = [
  SECOND,
  5 * SECOND,
  15 * SECOND,
  30 * SECOND,
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  7 * DAY,
  14 * DAY,
  30 * DAY,
  90 * DAY,
  365 * DAY
]
const MOST_TICKS = 4
const DOTS_UP_TO = 62

/** Bars beside each other, bars on top of each other, or lines. */
export type ChartKind = 'bars' | 'stack' | 'lines'

export interface ChartInput {
  readonly kind: ChartKind
  /** Whether the values are numbers of things, or ms. */
  readonly measure: 'count' | 'time'
  /** Of each series a value for each part; null: not known. */
  readonly series: readonly (readonly (number | null)[])[]
  readonly width: number
  readonly height: number
  /** From right to left, as Arabic reads. */
  readonly mirrored: boolean
}

/** A chart as shapes, in the units of its width and height; what colours them is the caller's. */
export interface Drawing {
  readonly ticks: readonly { readonly value: number; readonly y: number }[]
  readonly slots: readonly { readonly x: number; readonly width: number }[]
  readonly bars: readonly {
    readonly series: number
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  }[]
  readonly lines: readonly {
    readonly series: number
    readonly path: string
    readonly dots: readonly { readonly x: number; readonly y: number }[]
  }[]
}

export function drawChart({ kind, measure, series, width, height, mirrored }: ChartInput): Drawing {
  const parts = Math.max(0, ...series.map((values) => values.length))
  const values = Array.from({ length: parts }, (_, nth) => series.map((each) => each[nth] ?? null))
  const tops = values.map((each) => (kind === 'stack' ? sum(each) : Math.max(0, ...each.map((value) => value ?? 0))))
  const ticks = ticksUpTo(Math.max(0, ...tops), measure)
  const top = ticks.at(-1) ?? 1
  const y = (value: number): number => round(height - (value / top) * height)
  const band = parts === 0 ? width : width / parts
  const slotX = (nth: number): number => round((mirrored ? parts - 1 - nth : nth) * band)
  return {
    ticks: ticks.map((value) => ({ value, y: y(value) })),
    slots: values.map((_, nth) => ({ x: slotX(nth), width: round(band) })),
    bars: kind === 'lines' ? [] : values.flatMap((each, nth) => barsOf(each, slotX(nth))),
    lines: kind === 'lines' ? series.map((each, at) => lineOf(each, at)) : []
  }

  function barsOf(each: readonly (number | null)[], x: number): Drawing['bars'][number][] {
    const gap = Math.min(2, band * 0.15)
    const count = kind === 'stack' ? 1 : each.length
    const bar = Math.min(24, (band - 2 * gap) / count)
    const begin = x + (band - bar * count) / 2
    let below = 0
    return each.flatMap((value, at) => {
      if (value === null || value === 0) return []
      const nth = mirrored ? count - 1 - at : at
      const from = kind === 'stack' ? below : 0
      below += value
      const upper = y(from + value)
      return [
        {
          series: at,
          x: round(kind === 'stack' ? begin : begin + nth * bar),
          y: upper,
          width: round(Math.max(0.5, kind === 'stack' ? bar : bar - Math.min(1, bar * 0.1))),
          height: round(y(from) - upper)
        }
      ]
    })
  }

  function lineOf(each: readonly (number | null)[], at: number): Drawing['lines'][number] {
    const points = each.map((value, nth) => (value === null ? null : { x: round(slotX(nth) + band / 2), y: y(value) }))
    const path = points
      .flatMap((point, nth) => {
        if (point === null) return []
        const before = points[nth - 1]
        return [`${before === undefined || before === null ? 'M' : 'L'}${point.x} ${point.y}`]
      })
      .join('')
    const shown = points.filter((point) => point !== null)
    // A point without neighbours has no line: its dot is all there is of it.
    const lonely = points.filter(
      (point, nth) => point !== null && (points[nth - 1] ?? null) === null && (points[nth + 1] ?? null) === null
    )
    const dots = parts <= DOTS_UP_TO ? shown : lonely.filter((point) => point !== null)
    return { series: at, path, dots }
  }
}

/** Few round numbers from 0 to the least one that is not below `most`. */
export function ticksUpTo(most: number, measure: 'count' | 'time'): number[] {
  const step = measure === 'time' ? timeStep(most) : countStep(most)
  const count = Math.max(1, Math.ceil(most / step))
  return Array.from({ length: count + 1 }, (_, nth) => nth * step)
}

function timeStep(most: number): number {
  return TIME_STEPS.find((step) => step * MOST_TICKS >= most) ?? Math.ceil(most / MOST_TICKS / DAY) * DAY
}

function countStep(most: number): number {
  const least = Math.max(1, most / MOST_TICKS)
  const power = 10 ** Math.floor(Math.log10(least))
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least) ?? 10 * power
}

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
