import type { ReportRow, ReportTimes } from '../../../../../shared/contract/report-rows.ts'
import { t } from '../../../i18n/t.ts'
import { formatCount } from '../../../ui/count.ts'
import { plainText } from '../../../ui/plain-text.ts'
import { categoryWords } from '../../inbox/triage-words.tsx'
import { ageText, contentText, reportQueueWords, timeText } from '../report-words.ts'
import { Breakdown } from './Breakdown.tsx'
import classes from './ReportsView.module.css'

export interface BreakdownsProps {
  readonly report: ReportRow
  /** Times in business hours. */
  readonly open: boolean
}

/** The same by who, where and what about; and what lies in the queues at this moment. */
export function Breakdowns({ report, open }: BreakdownsProps) {
  const times = (one: ReportTimes): string[] => [
    formatCount(one.count),
    timeText(open ? one.openMedian : one.median),
    timeText(open ? one.openP90 : one.p90)
  ]
  const firstAnswers = [t('First answers'), t('median'), t('9 of 10 within')]
  const { ages } = report.now
  return (
    <div className={classes.breakdowns}>
      <Breakdown
        title={t('By agent')}
        columns={[
          t('Agent'),
          ...firstAnswers,
          t('Later answers'),
          t('In time'),
          t('Late'),
          t('Resolved'),
          t('Content')
        ]}
        rows={report.agents.map((row) => ({
          id: row.id ?? '',
          name: row.id === null ? t('Elsewhere, or nobody’s') : plainText(row.name ?? t('Somebody')),
          cells: [
            ...times(row.first),
            ...[row.later.count, row.kept, row.late, row.resolved].map(formatCount),
            contentText(row.csat)
          ]
        }))}
      />
      <Breakdown
        title={t('By category')}
        columns={[
          t('Category'),
          ...firstAnswers,
          t('Resolved'),
          t('after (median)'),
          t('Kept'),
          t('Broken'),
          t('Content')
        ]}
        rows={report.categories.map((row) => ({
          id: row.id ?? '',
          name: row.id === null ? t('No category') : t(categoryWords[row.id]),
          cells: [
            ...times(row.first),
            formatCount(row.resolved),
            timeText(open ? row.resolution.openMedian : row.resolution.median),
            formatCount(row.kept),
            formatCount(row.broken),
            contentText(row.csat)
          ]
        }))}
      />
      <Breakdown
        title={t('By canned reply')}
        columns={[
          t('Canned reply'),
          t('Sent'),
          t('Changed before'),
          t('Resolved within a week'),
          t('Back within a week'),
          t('Content')
        ]}
        rows={report.replies.map((row) => ({
          id: row.id,
          name: plainText(row.title),
          cells: [
            formatCount(row.sent),
            t('{count, number} of {of, number}', { count: row.edited, of: row.editedOf }),
            formatCount(row.resolved),
            formatCount(row.back),
            contentText(row.csat)
          ]
        }))}
      />
      <Breakdown
        title={t('By promise')}
        columns={[t('Promise'), t('Kept'), t('Broken')]}
        rows={report.policies.map((row) => ({
          id: row.id,
          name: plainText(row.name),
          cells: [formatCount(row.kept), formatCount(row.broken)]
        }))}
      />
      <Breakdown
        title={t('By promo campaign')}
        columns={[t('Promo campaign'), t('Codes given'), t('Redeemed')]}
        rows={report.campaigns.map((row) => ({
          id: row.id,
          name: plainText(row.name),
          cells: [formatCount(row.given), formatCount(row.redeemed)]
        }))}
      />
      {report.accounts.length < 2 ? null : (
        <Breakdown
          title={t('By account')}
          columns={[
            t('Account'),
            t('Messages in'),
            t('Messages out'),
            t('New conversations'),
            t('Resolved'),
            ...firstAnswers
          ]}
          rows={report.accounts.map((row) => ({
            id: row.id,
            name: `@${row.username}`,
            cells: [
              ...[row.messagesIn, row.messagesOut, row.started, row.resolved].map(formatCount),
              ...times(row.first)
            ]
          }))}
        />
      )}
      <Breakdown
        title={t('In the queues now')}
        columns={[t('Queue'), t('Conversations')]}
        rows={report.now.queues.map((row) => ({
          id: row.id,
          name: t(reportQueueWords[row.id]),
          cells: [formatCount(row.conversations)]
        }))}
      />
      <Breakdown
        title={t('Open now, by how long')}
        columns={[t('How long'), t('The customer waits'), t('Open and snoozed')]}
        rows={ages.map((row, nth) => ({
          id: String(row.from),
          name: ageText(row.from, ages[nth + 1]?.from ?? null),
          cells: [formatCount(row.waiting), formatCount(row.open)]
        }))}
      />
    </div>
  )
}
