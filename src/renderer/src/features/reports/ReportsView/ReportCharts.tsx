import type { ReportPoint, ReportRow, ReportTimes } from '../../../../../shared/contract/report-rows.ts'
import type { ChartKind } from '../../../../../shared/domain/report/chart.ts'
import { t } from '../../../i18n/t.ts'
import { type ChartSeries, ReportChart } from '../ReportChart/ReportChart.tsx'
import { partText, unitText } from '../report-words.ts'
import classes from './ReportsView.module.css'

export interface ReportChartsProps {
  readonly report: ReportRow
  /** Times in business hours. */
  readonly open: boolean
  /** With their numbers. */
  readonly tables: boolean
}

interface Question {
  readonly title: string
  readonly kind: ChartKind
  readonly measure: 'count' | 'time'
  readonly series: readonly ChartSeries[]
  readonly nothing: string
}

/** One chart for each question. */
export function ReportCharts({ report, open, tables }: ReportChartsProps) {
  const { points, unit, range } = report
  const parts = points.map(({ at }) => partText(at, unit, range.zone))
  return (
    <div className={classes.charts}>
      {questions(points, open).map((question) => (
        <ReportChart key={question.title} {...question} parts={parts} unit={unitText(unit)} table={tables} />
      ))}
    </div>
  )
}

function questions(points: readonly ReportPoint[], open: boolean): Question[] {
  const of = (value: (point: ReportPoint) => number | null): (number | null)[] => points.map(value)
  const times = (which: (point: ReportPoint) => ReportTimes): ChartSeries[] => [
    { name: t('Median'), values: of((point) => (open ? which(point).openMedian : which(point).median)) },
    { name: t('9 of 10 within'), values: of((point) => (open ? which(point).openP90 : which(point).p90)) }
  ]
  return [
    {
      title: t('How many conversations?'),
      kind: 'bars',
      measure: 'count',
      series: [
        { name: t('New'), values: of((point) => point.started) },
        { name: t('Reopened'), values: of((point) => point.reopened) },
        { name: t('Resolved'), values: of((point) => point.resolved) }
      ],
      nothing: t('No conversation was begun, reopened or resolved.')
    },
    {
      title: t('How much is open?'),
      kind: 'lines',
      measure: 'count',
      series: [{ name: t('Open and snoozed'), values: of((point) => point.backlog) }],
      nothing: t('Nothing was open, or it is not known for these days.')
    },
    {
      title: t('How long until the first answer?'),
      kind: 'lines',
      measure: 'time',
      series: times((point) => point.first),
      nothing: t('Nothing was answered for the first time.')
    },
    {
      title: t('How long until resolved?'),
      kind: 'lines',
      measure: 'time',
      series: times((point) => point.resolution),
      nothing: t('Nothing was resolved.')
    },
    {
      title: t('Were promises kept?'),
      kind: 'stack',
      measure: 'count',
      series: [
        { name: t('Kept'), values: of((point) => point.kept) },
        { name: t('Broken'), values: of((point) => point.broken) }
      ],
      nothing: t('No answer was promised. Answer times set what is.')
    },
    {
      title: t('How content were customers?'),
      kind: 'stack',
      measure: 'count',
      series: [
        { name: t('4 or 5 of 5'), values: of(({ csat }) => csat.content) },
        { name: t('3 or less'), values: of(({ csat }) => csat.count - csat.content) }
      ],
      nothing: t('Nobody gave a score from 1 to 5. Surveys ask for one.')
    },
    {
      title: t('How many messages?'),
      kind: 'bars',
      measure: 'count',
      series: [
        { name: t('Messages in'), values: of((point) => point.messagesIn) },
        { name: t('Messages out'), values: of((point) => point.messagesOut) }
      ],
      nothing: t('Nobody wrote.')
    }
  ]
}
