import { useState } from 'react'
import type { ChartKind } from '../../../../../shared/domain/report/chart.ts'
import { t } from '../../../i18n/t.ts'
import { formatCount } from '../../../ui/count.ts'
import { ScrollTable } from '../../../ui/ScrollTable/ScrollTable.tsx'
import { timeText } from '../report-words.ts'
import { ChartShapes } from './ChartShapes.tsx'
import classes from './ReportChart.module.css'

export interface ChartSeries {
  readonly name: string
  /** One for each part; null: not known. */
  readonly values: readonly (number | null)[]
}

export interface ReportChartProps {
  /** The question that it answers. */
  readonly title: string
  readonly kind: ChartKind
  readonly measure: 'count' | 'time'
  /** What each part of the range is called, and what they are parts of. */
  readonly parts: readonly string[]
  readonly unit: string
  readonly series: readonly ChartSeries[]
  /** Said when there is nothing to draw. */
  readonly nothing: string
  /** The numbers are shown, too. A screen reader always has them. */
  readonly table: boolean
}

/** A chart with its numbers. Series are told apart by how they are drawn, not by colour alone. */
export function ReportChart(props: ReportChartProps) {
  const { title, kind, measure, parts, unit, series, nothing, table } = props
  const [at, setAt] = useState<number | null>(null)
  const text = (value: number | null): string =>
    value === null ? '–' : measure === 'time' ? timeText(value) : formatCount(value)
  const empty = !series.some(({ values }) => values.some((value) => value !== null && value > 0))
  return (
    <figure className={classes.root} aria-label={title}>
      <figcaption className={classes.head}>
        <h3 className={classes.title}>{title}</h3>
        {empty ? null : (
          <ul className={classes.legend}>
            {series.map(({ name, values }, nth) => (
              <li key={name} data-series={nth} data-kind={kind}>
                <span className={classes.sign} aria-hidden="true" />
                {name}
                {at === null ? null : <b className={classes.value}>{text(values[at] ?? null)}</b>}
              </li>
            ))}
            <li className={classes.at} aria-hidden="true">
              {at === null ? '' : parts[at]}
            </li>
          </ul>
        )}
      </figcaption>
      {empty ? (
        <p className={classes.nothing}>{nothing}</p>
      ) : (
        <>
          <ChartShapes
            kind={kind}
            measure={measure}
            parts={parts}
            series={series.map(({ values }) => values)}
            text={text}
            at={at}
            onAt={setAt}
          />
          <div className={table ? undefined : 'visually-hidden'}>
            <Numbers {...{ title, parts, unit, series, text, table }} />
          </div>
        </>
      )}
    </figure>
  )
}

interface NumbersProps extends Pick<ReportChartProps, 'title' | 'parts' | 'unit' | 'series' | 'table'> {
  readonly text: (value: number | null) => string
}

function Numbers({ title, parts, unit, series, text, table }: NumbersProps) {
  const rows = parts.map((part, nth) => (
    <tr key={`${part} ${nth}`}>
      <th scope="row">{part}</th>
      {series.map(({ name, values }) => (
        <td key={name} data-number>
          {text(values[nth] ?? null)}
        </td>
      ))}
    </tr>
  ))
  const head = [{ title: unit }, ...series.map(({ name }) => ({ title: name, number: true }))]
  if (table) {
    return (
      <ScrollTable label={t('Numbers of {chart}', { chart: title })} head={head}>
        {rows}
      </ScrollTable>
    )
  }
  return (
    <table>
      <caption>{title}</caption>
      <thead>
        <tr>
          {head.map((column) => (
            <th key={column.title} scope="col">
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{rows}</tbody>
    </table>
  )
}
