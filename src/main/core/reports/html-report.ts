import type {
  ReportFigures,
  ReportRow,
  ReportScores,
  ReportSurveys,
  ReportTimes
} from '../../../shared/contract/report-rows.ts'
import { changeText } from '../../../shared/domain/report/change.ts'
import { durationText } from '../../../shared/domain/report/duration-text.ts'
import { htmlChart } from './html-chart.ts'
import { escapeHtml, htmlTable } from './html-table.ts'

/**
 * A page to share: it holds all it needs, runs nothing, asks nobody, and can be printed. Totals only: no customer is named
 * on it, nor what anybody wrote.
 */
export function htmlReport(report: ReportRow): string {
  const { range, before } = report
  const title = `Support report, ${range.from} to ${range.to}`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${escapeHtml(title)}</h1>
<p class="meta">${[
    `Days of ${escapeHtml(range.zone)}`,
    report.account === null ? 'all accounts' : escapeHtml(report.accounts.map((row) => `@${row.username}`).join(', ')),
    before === null ? '' : `compared with ${before.range.from} to ${before.range.to}`,
    `as of ${new Date(report.asOf).toISOString().slice(0, 16).replace('T', ' ')} UTC`
  ]
    .filter((part) => part !== '')
    .join(' · ')}</p>
${notes(report)
  .map((note) => `<p class="note">${escapeHtml(note)}</p>`)
  .join('\n')}
</header>
<main>
${figures(report)}
${charts(report)}
${tables(report)}
</main>
</body>
</html>
`
}

function notes({ since, start, hours, leftOut }: ReportRow): string[] {
  return [
    since.states === null || since.states > start
      ? `What was resolved, came back and was open is known ${since.states === null ? 'from the first account on' : `since ${day(since.states)}`}.`
      : '',
    since.promises !== null && since.promises > start ? `Answer times are promised since ${day(since.promises)}.` : '',
    hours ? '' : 'No business hours are set: times are those of the clock on the wall.',
    leftOut.conversations > 0
      ? `Not counted: ${leftOut.messagesIn} messages of ${leftOut.conversations} conversations in Requests and Spam.`
      : ''
  ].filter((note) => note !== '')
}

function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

function figures({ figures: now, before }: ReportRow): string {
  const was = before?.figures ?? null
  const count = (name: string, of: (figures: ReportFigures) => number | null): string => {
    const value = of(now)
    const old = was === null ? null : of(was)
    return figure(name, value === null ? '–' : value.toLocaleString('en'), changeText(value, old))
  }
  const time = (name: string, of: (figures: ReportFigures) => ReportTimes): string => {
    const { median, p90, openMedian, openP90 } = of(now)
    const change = changeText(median, was === null ? null : of(was).median)
    const detail = `9 of 10 within ${durationText(p90)}; business hours ${durationText(openMedian)}, ${durationText(openP90)}`
    return figure(name, durationText(median), median === null ? '' : [change, detail].filter(Boolean).join(' · '))
  }
  return `<dl class="figures">
${[
  count('Messages in', (of) => of.messagesIn),
  count('Messages out', (of) => of.messagesOut),
  count('Conversations with messages', (of) => of.conversations),
  count('New conversations', (of) => of.started),
  count('Reopened', (of) => of.reopened),
  count('Resolved', (of) => of.resolved),
  count('Open at the end', (of) => of.backlog),
  count('Promises kept', (of) => of.kept),
  count('Promises broken', (of) => of.broken),
  time('First answer', (of) => of.first),
  time('Later answers', (of) => of.later),
  time('Until resolved', (of) => of.resolution),
  ...surveyFigures(now.surveys)
].join('\n')}
</dl>`
}

function surveyFigures({ sent, answered, csat, nps }: ReportSurveys): string[] {
  if (sent === 0) return []
  const share = (count: number, of: number): string => (of === 0 ? '–' : `${Math.round((count / of) * 100)} %`)
  return [
    figure('Surveys answered', share(answered, sent), `${answered} of ${sent}`),
    ...(csat.count === 0
      ? []
      : [
          figure(
            'Customers content',
            share(csat.content, csat.count),
            `4 or 5 of 5 from ${csat.content} of ${csat.count}; ${csat.mean?.toFixed(1)} on average`
          )
        ]),
    ...(nps.value === null ? [] : [figure('Net Promoter Score', String(nps.value), `${nps.count} answers`)])
  ]
}

function contentOf({ count, content }: ReportScores): string {
  return count === 0 ? '–' : `${content} of ${count}`
}

function figure(name: string, value: string, detail: string): string {
  return `<div><dt>${escapeHtml(name)}</dt><dd><b>${escapeHtml(value)}</b>${detail === '' ? '' : `<span class="meta">${escapeHtml(detail)}</span>`}</dd></div>`
}

function charts({ points, unit, range }: ReportRow): string {
  const label = labeller(unit, range.zone)
  const parts = points.map(({ at }) => label(at))
  const chart = (
    title: string,
    kind: 'bars' | 'stack' | 'lines',
    measure: 'count' | 'time',
    series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[]
  ): string => htmlChart({ title, kind, measure, parts, series })
  return [
    chart('Messages', 'bars', 'count', [
      { name: 'In', values: points.map((point) => point.messagesIn) },
      { name: 'Out', values: points.map((point) => point.messagesOut) }
    ]),
    chart('Conversations', 'bars', 'count', [
      { name: 'New', values: points.map((point) => point.started) },
      { name: 'Reopened', values: points.map((point) => point.reopened) },
      { name: 'Resolved', values: points.map((point) => point.resolved) }
    ]),
    chart('First answer', 'lines', 'time', [
      { name: 'Median', values: points.map((point) => point.first.median) },
      { name: '9 of 10', values: points.map((point) => point.first.p90) }
    ]),
    chart('Until resolved', 'lines', 'time', [
      { name: 'Median', values: points.map((point) => point.resolution.median) },
      { name: '9 of 10', values: points.map((point) => point.resolution.p90) }
    ]),
    chart('Promises', 'stack', 'count', [
      { name: 'Kept', values: points.map((point) => point.kept) },
      { name: 'Broken', values: points.map((point) => point.broken) }
    ]),
    chart('What customers said', 'stack', 'count', [
      { name: 'Content (4 or 5 of 5)', values: points.map(({ csat }) => csat.content) },
      { name: 'Less content', values: points.map(({ csat }) => csat.count - csat.content) }
    ]),
    chart('Open at the end', 'lines', 'count', [{ name: 'Open', values: points.map((point) => point.backlog) }])
  ].join('\n')
}

function labeller(unit: ReportRow['unit'], zone: string): (at: number) => string {
  const options: Intl.DateTimeFormatOptions =
    unit === 'hour'
      ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
      : unit === 'month'
        ? { month: 'short', year: 'numeric' }
        : { day: 'numeric', month: 'short' }
  const format = new Intl.DateTimeFormat('en', { ...options, timeZone: zone })
  return (at) => format.format(at)
}

function tables(report: ReportRow): string {
  const times = ({ count, median, p90 }: ReportTimes): string[] => [
    count.toLocaleString('en'),
    durationText(median),
    durationText(p90)
  ]
  const TIMES = ['First answers', 'median', '9 of 10']
  return [
    htmlTable(
      'By agent',
      ['Agent', ...TIMES, 'Later answers', 'median', '9 of 10', 'In time', 'Late', 'Resolved', 'Content'],
      report.agents.map((row) => [
        row.id === null ? 'Elsewhere, or nobody’s' : (row.name ?? 'Somebody'),
        ...times(row.first),
        ...times(row.later),
        String(row.kept),
        String(row.late),
        String(row.resolved),
        contentOf(row.csat)
      ])
    ),
    htmlTable(
      'By account',
      ['Account', 'Messages in', 'Messages out', 'New', 'Resolved', ...TIMES],
      report.accounts.map((row) => [
        `@${row.username}`,
        String(row.messagesIn),
        String(row.messagesOut),
        String(row.started),
        String(row.resolved),
        ...times(row.first)
      ])
    ),
    htmlTable(
      'By category',
      ['Category', ...TIMES, 'Resolved', 'median', '9 of 10', 'Kept', 'Broken', 'Content'],
      report.categories.map((row) => [
        row.id ?? 'none',
        ...times(row.first),
        String(row.resolved),
        durationText(row.resolution.median),
        durationText(row.resolution.p90),
        String(row.kept),
        String(row.broken),
        contentOf(row.csat)
      ])
    ),
    htmlTable(
      'By promise',
      ['Promise', 'Kept', 'Broken'],
      report.policies.map((row) => [row.name, String(row.kept), String(row.broken)])
    ),
    htmlTable(
      'By canned reply',
      ['Canned reply', 'Sent', 'Changed before', 'Resolved within a week', 'Back within a week', 'Content'],
      report.replies.map((row) => [
        row.title,
        String(row.sent),
        `${row.edited} of ${row.editedOf}`,
        String(row.resolved),
        String(row.back),
        contentOf(row.csat)
      ])
    ),
    htmlTable(
      'By promo campaign',
      ['Promo campaign', 'Codes given', 'Redeemed'],
      report.campaigns.map((row) => [row.name, String(row.given), String(row.redeemed)])
    ),
    htmlTable(
      'In the queues now',
      ['Queue', 'Conversations'],
      report.now.queues.map((row) => [QUEUES[row.id], String(row.conversations)])
    ),
    htmlTable(
      'Open now, by age',
      ['Age', 'Customer waits', 'Open'],
      report.now.ages.map((row, nth) => [
        ageText(row.from, report.now.ages[nth + 1]?.from ?? null),
        String(row.waiting),
        String(row.open)
      ])
    )
  ].join('\n')
}

const QUEUES: Readonly<Record<ReportRow['now']['queues'][number]['id'], string>> = {
  open: 'Inbox',
  unassigned: 'Unassigned',
  waiting: 'Waiting on us',
  overdue: 'Promise broken',
  snoozed: 'Snoozed',
  requests: 'Requests',
  spam: 'Spam'
}

function ageText(from: number, to: number | null): string {
  if (to === null) return `over ${durationText(from)}`
  return from === 0 ? `under ${durationText(to)}` : `${durationText(from)} to ${durationText(to)}`
}

const STYLE = `
:root { color-scheme: light dark; --text: #1b1d21; --dim: #5c626d; --line: #d9dbe0; --back: #fff; --one: #3557d4; --two: #8a5200; --three: #1a6f3c; }
@media (prefers-color-scheme: dark) { :root { --text: #e6e8ec; --dim: #a0a6b2; --line: #33363d; --back: #17181b; --one: #9db0fc; --two: #e8ae58; --three: #6fce95; } }
@media print { :root { --text: #000; --dim: #333; --line: #999; --back: #fff; --one: #3557d4; --two: #8a5200; --three: #1a6f3c; } section, .figures div { break-inside: avoid; } }
body { font: 14px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: var(--text); background: var(--back); font-variant-numeric: tabular-nums; }
h1 { font-size: 1.4rem; margin: 0; } h2 { font-size: 1rem; margin: 0 0 .5rem; }
.meta { color: var(--dim); font-size: .85em; } .note { margin: .25rem 0; border-inline-start: 3px solid var(--two); padding-inline-start: .75rem; }
.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: 1rem; margin: 1.5rem 0; }
.figures dt { color: var(--dim); } .figures dd { margin: 0; } .figures b { font-size: 1.25rem; display: block; } .figures span { display: block; }
section { border-top: 1px solid var(--line); padding: 1rem 0; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9em; } th, td { text-align: end; padding: .15rem .5rem; border-bottom: 1px solid var(--line); font-weight: normal; }
th:first-child, td:first-child { text-align: start; } thead th { color: var(--dim); } svg { display: block; width: 100%; height: auto; margin-bottom: .5rem; overflow: visible; }
svg text { font-size: 11px; fill: var(--dim); } .grid { stroke: var(--line); }
.s0 { --c: var(--one); } .s1 { --c: var(--two); } .s2 { --c: var(--three); }
svg rect, svg circle { fill: var(--c); } svg path { stroke: var(--c); fill: none; stroke-width: 2; } svg path.s1 { stroke-dasharray: 5 3; } svg rect.s1 { fill-opacity: .35; stroke: var(--c); }
.key { display: flex; gap: 1rem; margin: 0 0 .5rem; padding: 0; list-style: none; } .key i { display: inline-block; inline-size: .8rem; block-size: .6rem; margin-inline-end: .35rem; background: var(--c); border: 1px solid var(--c); } .key .s1 i { background: color-mix(in srgb, var(--c) 35%, transparent); }
`
