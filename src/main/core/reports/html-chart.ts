import { type ChartKind, drawChart } from '../../../shared/domain/report/chart.ts'
import { durationText } from '../../../shared/domain/report/duration-text.ts'
import { escapeHtml, tableOnly } from './html-table.ts'

const WIDTH = 860
const HEIGHT = 180
const LEFT = 64
const BELOW = 22
const LABEL_WIDTH = 64

export interface HtmlChart {
  readonly title: string
  readonly kind: ChartKind
  readonly measure: 'count' | 'time'
  /** What each part is called. */
  readonly parts: readonly string[]
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[]
}

/** A chart and, under it, its numbers. Nothing to show, no chart. */
export function htmlChart({ title, kind, measure, parts, series }: HtmlChart): string {
  if (!series.some(({ values }) => values.some((value) => value !== null && value > 0))) return ''
  const text = (value: number | null): string =>
    value === null ? '–' : measure === 'time' ? durationText(value) : value.toLocaleString('en')
  const { ticks, slots, bars, lines } = drawChart({
    kind,
    measure,
    series: series.map(({ values }) => values),
    width: WIDTH - LEFT,
    height: HEIGHT,
    mirrored: false
  })
  const every = Math.max(1, Math.ceil((parts.length * LABEL_WIDTH) / (WIDTH - LEFT)))
  const grid = ticks.map(
    ({ value, y }) =>
      `<line class="grid" x1="0" x2="${WIDTH - LEFT}" y1="${y}" y2="${y}"/><text x="-8" y="${y + 4}" text-anchor="end">${escapeHtml(text(value))}</text>`
  )
  const labels = slots.flatMap(({ x, width }, nth) =>
    nth % every === 0
      ? `<text x="${x + width / 2}" y="${HEIGHT + 16}" text-anchor="middle">${escapeHtml(parts[nth] ?? '')}</text>`
      : []
  )
  const rects = bars.map(
    ({ series: at, x, y, width, height }) =>
      `<rect class="s${at}" x="${x}" y="${y}" width="${width}" height="${height}"/>`
  )
  const drawn = lines.flatMap(({ series: at, path, dots }) => [
    `<path class="s${at}" d="${path}"/>`,
    ...dots.map(({ x, y }) => `<circle class="s${at}" cx="${x}" cy="${y}" r="2.5"/>`)
  ])
  const key =
    series.length < 2
      ? ''
      : `<ul class="key">${series.map(({ name }, at) => `<li class="s${at}"><i></i>${escapeHtml(name)}</li>`).join('')}</ul>`
  return `<section><h2>${escapeHtml(title)}</h2>${key}
<svg viewBox="0 0 ${WIDTH} ${HEIGHT + BELOW}" role="img" aria-label="${escapeHtml(title)}: the numbers are in the table below"><g transform="translate(${LEFT} 0)">${[...grid, ...labels, ...rects, ...drawn].join('')}</g></svg>
${tableOnly(
  ['', ...series.map(({ name }) => name)],
  parts.map((part, nth) => [part, ...series.map(({ values }) => text(values[nth] ?? null))])
)}</section>`
}
