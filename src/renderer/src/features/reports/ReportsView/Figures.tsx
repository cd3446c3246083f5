import { IconArrowDownRight, IconArrowUpRight, IconEqual } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { ReportFigures, ReportSurveys, ReportTimes } from '../../../../../shared/contract/report-rows.ts'
import { changeOf } from '../../../../../shared/domain/report/change.ts'
import { t } from '../../../i18n/t.ts'
import { formatCount } from '../../../ui/count.ts'
import { changeWords, timeText } from '../report-words.ts'
import classes from './Figures.module.css'

export interface FiguresProps {
  readonly figures: ReportFigures
  /** Of the period before; null: nothing is compared. */
  readonly before: ReportFigures | null
  /** Times in business hours. */
  readonly open: boolean
}

/** The figures that tell most, each beside what it was. */
export function Figures({ figures, before, open }: FiguresProps) {
  const count = (name: string, of: (figures: ReportFigures) => number | null): ReactNode => {
    const value = of(figures)
    return (
      <Figure name={name} value={value} before={before === null ? null : of(before)} text={countText}>
        {null}
      </Figure>
    )
  }
  const time = (name: string, of: (figures: ReportFigures) => ReportTimes): ReactNode => {
    const times = of(figures)
    const was = before === null ? null : of(before)
    const median = (one: ReportTimes): number | null => (open ? one.openMedian : one.median)
    const p90 = open ? times.openP90 : times.p90
    return (
      <Figure name={name} value={median(times)} before={was === null ? null : median(was)} text={timeText}>
        {p90 === null ? null : t('9 of 10 within {time}', { time: timeText(p90) })}
      </Figure>
    )
  }
  const decided = figures.kept + figures.broken
  return (
    <div className={classes.root}>
      <section aria-label={t('Conversations')}>
        <dl className={classes.group}>
          {count(t('New conversations'), (of) => of.started)}
          {count(t('Reopened'), (of) => of.reopened)}
          {count(t('Resolved'), (of) => of.resolved)}
          {count(t('Open at the end'), (of) => of.backlog)}
        </dl>
      </section>
      <section aria-label={t('Times')}>
        <dl className={classes.group}>
          {time(t('First answer'), (of) => of.first)}
          {time(t('Later answers'), (of) => of.later)}
          {time(t('Until resolved'), (of) => of.resolution)}
          <Figure
            name={t('Promises kept')}
            value={decided === 0 ? null : Math.floor((figures.kept / decided) * 100)}
            before={null}
            text={(percent) => (percent === null ? '–' : t('{percent, number} %', { percent }))}
          >
            {decided === 0
              ? t('nothing was promised')
              : t('{kept, number} of {decided, number}', { kept: figures.kept, decided })}
          </Figure>
        </dl>
      </section>
      <SurveyFigures surveys={figures.surveys} />
      <section aria-label={t('Messages')}>
        <dl className={classes.group}>
          {count(t('Messages in'), (of) => of.messagesIn)}
          {count(t('Messages out'), (of) => of.messagesOut)}
          {count(t('Conversations with messages'), (of) => of.conversations)}
        </dl>
      </section>
    </div>
  )
}

/** What customers said; nothing where nobody was asked. */
function SurveyFigures({ surveys }: { readonly surveys: ReportSurveys }) {
  const { sent, answered, csat, nps } = surveys
  if (sent === 0) return null
  const part = (name: string, count: number, of: number, more: string | null) => (
    <Figure
      name={name}
      value={of === 0 ? null : Math.round((count / of) * 100)}
      before={null}
      text={(percent) => (percent === null ? '–' : t('{percent, number} %', { percent }))}
    >
      {[t('{count, number} of {of, number}', { count, of }), more].filter((text) => text !== null).join(' · ')}
    </Figure>
  )
  return (
    <section aria-label={t('Surveys')}>
      <dl className={classes.group}>
        {part(t('Surveys answered'), answered, sent, null)}
        {csat.mean === null
          ? null
          : part(
              t('Customers content'),
              csat.content,
              csat.count,
              t('{average, number, ::.0} of 5 on average', { average: csat.mean })
            )}
        {nps.value === null ? null : (
          <Figure name={t('Net Promoter Score')} value={nps.value} before={null} text={countText}>
            {t('{count, plural, one {# answer} other {# answers}}', { count: nps.count })}
          </Figure>
        )}
      </dl>
    </section>
  )
}

function countText(count: number | null): string {
  return count === null ? '–' : formatCount(count)
}

interface FigureProps {
  readonly name: string
  readonly value: number | null
  readonly before: number | null
  readonly text: (value: number | null) => string
  /** A line below. */
  readonly children: ReactNode
}

function Figure({ name, value, before, text, children }: FigureProps) {
  const change = changeOf(value, before)
  const words = changeWords(value, before)
  const Arrow =
    change?.direction === 'up' ? IconArrowUpRight : change?.direction === 'down' ? IconArrowDownRight : IconEqual
  return (
    <div className={classes.figure}>
      <dt className={classes.name}>{name}</dt>
      <dd className={classes.body}>
        <span className={classes.value}>{text(value)}</span>
        {words === null ? null : (
          <span className={classes.change} title={t('{value} before', { value: text(before) })}>
            <Arrow size={14} stroke={1.75} aria-hidden="true" />
            {words}
          </span>
        )}
        {children === null ? null : <span className={classes.detail}>{children}</span>}
      </dd>
    </div>
  )
}
