import { useElementSize } from '@mantine/hooks'
import { useId } from 'react'
import { type ChartKind, drawChart, type Drawing } from '../../../../../shared/domain/report/chart.ts'
import { inlineSign } from '../../../i18n/direction.ts'
import classes from './ReportChart.module.css'

const HEIGHT = 150
const BELOW = 20
const AXIS = 68
const LABEL_WIDTH = 56
const FIRST_WIDTH = 480

export interface ChartShapesProps {
  readonly kind: ChartKind
  readonly measure: 'count' | 'time'
  readonly parts: readonly string[]
  readonly series: readonly (readonly (number | null)[])[]
  readonly text: (value: number | null) => string
  /** The part that is pointed at. */
  readonly at: number | null
  readonly onAt: (at: number | null) => void
}

/** The drawing alone: its numbers stand in the table. */
export function ChartShapes({ kind, measure, parts, series, text, at, onAt }: ChartShapesProps) {
  const { ref, width } = useElementSize()
  const mirrored = inlineSign() === -1
  const plot = Math.max(120, (width === 0 ? FIRST_WIDTH : width) - AXIS)
  const drawing = drawChart({ kind, measure, series, width: plot, height: HEIGHT, mirrored })
  const every = Math.max(1, Math.ceil((parts.length * LABEL_WIDTH) / plot))
  return (
    <div ref={ref} className={classes.drawing} aria-hidden="true" onPointerLeave={() => onAt(null)}>
      <svg width="100%" height={HEIGHT + BELOW} className={classes.svg}>
        <g transform={`translate(${mirrored ? 0 : AXIS} 6)`}>
          {drawing.ticks.map(({ value, y }) => (
            <g key={value}>
              <line className={classes.grid} x1={0} x2={plot} y1={y} y2={y} />
              <text className={classes.tick} x={mirrored ? plot + 8 : -8} y={y + 4} textAnchor="end">
                {text(value)}
              </text>
            </g>
          ))}
          {drawing.slots.map(({ x, width: slot }, nth) => (
            <g key={`${x}`}>
              <rect
                className={classes.slot}
                data-at={at === nth}
                x={x}
                y={0}
                width={slot}
                height={HEIGHT}
                onPointerEnter={() => onAt(nth)}
              />
              {nth % every === 0 ? (
                <text className={classes.tick} x={x + slot / 2} y={HEIGHT + 12} textAnchor="middle">
                  {parts[nth]}
                </text>
              ) : null}
            </g>
          ))}
          <Marks drawing={drawing} />
        </g>
      </svg>
    </div>
  )
}

function Marks({ drawing: { bars, lines } }: { readonly drawing: Drawing }) {
  const hatch = useId()
  return (
    <>
      <defs>
        <pattern id={hatch} width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <g data-series={2}>
            <rect className={classes.hatch} width={3} height={5} />
          </g>
        </pattern>
      </defs>
      {bars.map(({ series, x, y, width, height }) => (
        <rect
          key={`${series} ${x}`}
          className={classes.bar}
          data-series={series}
          fill={series === 2 ? `url(#${hatch})` : undefined}
          {...{ x, y, width, height }}
        />
      ))}
      {lines.map(({ series, path, dots }) => (
        <g key={series} data-series={series} className={classes.line}>
          <path d={path} />
          {dots.map(({ x, y }) => (
            <circle key={x} cx={x} cy={y} r={2.5} />
          ))}
        </g>
      ))}
    </>
  )
}
