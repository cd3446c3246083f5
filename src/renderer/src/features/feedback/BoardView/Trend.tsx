import { inlineSign } from '../../../i18n/direction.ts'
import { trendPath } from '../trend-path.ts'
import classes from './BoardView.module.css'

/** How it went, from the first part of the time to the last; what it means stands beside it in words. */
export function Trend({ steps }: { readonly steps: readonly number[] }) {
  if (steps.length === 0) return null
  const { width, height, d } = trendPath(steps, inlineSign() === -1)
  return (
    <svg className={classes.trend} width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path d={d} />
    </svg>
  )
}
