import type { ReportFigures, ReportRow, ReportSurveys, ReportTimes } from '../../shared/contract/report-rows.ts'
import { changeText } from '../../shared/domain/report/change.ts'
import { durationText } from '../../shared/domain/report/duration-text.ts'
import { oneLine, table } from './table.ts'

/** A report for people; `--json` has all of it. */
export function describeReport(report: ReportRow): string {
  const { range, before, since, start } = report
  const compared = before === null ? '' : `, compared with ${before.range.from} to ${before.range.to}`
  return [
    `${range.from} to ${range.to} (${range.zone})${compared}`,
    ...(since.states === null || since.states > start
      ? [
          `What was resolved, came back and was open is known ${since.states === null ? 'from the first account on' : `since ${new Date(since.states).toISOString().slice(0, 10)}`}.`
        ]
      : []),
    '',
    table(figures(report)),
    ...part(
      'By agent',
      report.agents.map((row) => [
        row.id === null ? 'elsewhere, or nobody’s' : oneLine(row.name ?? 'somebody', 30),
        `${row.first.count + row.later.count} answers`,
        `first ${durationText(row.first.median)}`,
        `${row.late} late`,
        `${row.resolved} resolved`
      ])
    ),
    ...part(
      'By category',
      report.categories.map((row) => [
        row.id ?? 'none',
        `${row.first.count + row.later.count} answers`,
        `first ${durationText(row.first.median)}`,
        `${row.resolved} resolved`,
        `after ${durationText(row.resolution.median)}`
      ])
    ),
    ...part(
      'By canned reply',
      report.replies
        .slice(0, 20)
        .map((row) => [
          oneLine(row.title, 40),
          `sent ${row.sent}`,
          `changed ${row.edited} of ${row.editedOf}`,
          `${row.resolved} resolved`,
          `${row.back} back`
        ])
    ),
    ...part(
      'By promo campaign',
      report.campaigns.map((row) => [oneLine(row.name, 40), `${row.given} codes given`, `${row.redeemed} redeemed`])
    ),
    ...part(
      'Open now, by how long',
      report.now.ages.map((row) => [
        `from ${durationText(row.from)}`,
        `${row.waiting} customers wait`,
        `${row.open} open`
      ])
    )
  ].join('\n')
}

function figures({ figures: now, before }: ReportRow): string[][] {
  const was = before?.figures ?? null
  const count = (name: string, of: (figures: ReportFigures) => number | null): string[] => [
    name,
    of(now)?.toLocaleString('en') ?? '–',
    changeText(of(now), was === null ? null : of(was))
  ]
  const time = (name: string, of: (figures: ReportFigures) => ReportTimes): string[] => {
    const { median, p90, openMedian } = of(now)
    const change = changeText(median, was === null ? null : of(was).median)
    const detail =
      median === null ? '' : `9 of 10 within ${durationText(p90)}, business hours ${durationText(openMedian)}`
    return [name, durationText(median), [change, detail].filter((text) => text !== '').join('; ')]
  }
  return [
    count('Messages in', (of) => of.messagesIn),
    count('Messages out', (of) => of.messagesOut),
    count('New conversations', (of) => of.started),
    count('Reopened', (of) => of.reopened),
    count('Resolved', (of) => of.resolved),
    count('Open at the end', (of) => of.backlog),
    count('Promises kept', (of) => of.kept),
    count('Promises broken', (of) => of.broken),
    time('First answer', (of) => of.first),
    time('Later answers', (of) => of.later),
    time('Until resolved', (of) => of.resolution),
    ...surveys(now.surveys)
  ]
}

function surveys({ sent, answered, csat, nps }: ReportSurveys): string[][] {
  if (sent === 0) return []
  return [
    ['Surveys answered', `${answered} of ${sent}`, ''],
    ...(csat.mean === null
      ? []
      : [['Customers content', `${csat.content} of ${csat.count}`, `${csat.mean.toFixed(1)} of 5 on average`]]),
    ...(nps.value === null ? [] : [['Net Promoter Score', String(nps.value), `${nps.count} answers`]])
  ]
}

function part(title: string, rows: readonly (readonly string[])[]): string[] {
  return rows.length === 0 ? [] : ['', title, table(rows.map(([first = '', ...rest]) => [`  ${first}`, ...rest]))]
}
