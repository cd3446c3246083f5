import { useRef, useState } from 'react'
import {
  presetOf,
  rangeAfter,
  rangeBefore,
  rangeParts,
  type ReportRange
} from '../../../../../shared/domain/report/report-range.ts'
import { t } from '../../../i18n/t.ts'
import { useAction } from '../../../keyboard/KeyboardProvider.tsx'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { useLandingFocus } from '../../../ui/use-landing-focus.ts'
import { RangeDialog } from '../RangeDialog/RangeDialog.tsx'
import { ReportExport } from '../ReportExport/ReportExport.tsx'
import { noteTexts } from '../report-words.ts'
import { useReport } from '../use-report.ts'
import { useReportChoice } from '../use-report-choice.ts'
import { Breakdowns } from './Breakdowns.tsx'
import { EmptyReport } from './EmptyReport.tsx'
import { Figures } from './Figures.tsx'
import { ReportCharts } from './ReportCharts.tsx'
import { ReportHeader } from './ReportHeader.tsx'
import classes from './ReportsView.module.css'

/** What came in, how quickly it was answered and resolved, and what is open. */
export function ReportsView() {
  const { state } = useNavigation()
  const { choice, zone, from, to, change } = useReportChoice()
  const { report, problem, again } = useReport(from, to, zone, state.account, choice.compare)
  const [dialog, setDialog] = useState<'range' | 'export' | null>(null)
  const place = useRef<HTMLElement>(null)
  const page = useRef<HTMLDivElement>(null)
  useLandingFocus(place, () => page.current?.focus({ preventScroll: true }), report === null ? 'nothing' : 'report')

  const show = (range: ReportRange): void => {
    const now = Date.now()
    // Nothing has happened yet in what is still to come.
    if (rangeParts(range).start <= now) change({ preset: presetOf(range, now), from: range.from, to: range.to })
  }
  useAction('reports.range', () => setDialog('range'))
  useAction('reports.earlier', () => show(rangeBefore({ from, to, zone })))
  useAction('reports.later', () => show(rangeAfter({ from, to, zone })))
  useAction('reports.compare', () => change({ compare: !choice.compare }))
  useAction('reports.hours', () => change({ openHours: !choice.openHours }))
  useAction('reports.tables', () => change({ tables: !choice.tables }))
  useAction('reports.again', again)
  useAction('reports.export', () => setDialog('export'))

  const stale = report !== null && (report.range.from !== from || report.range.to !== to || report.range.zone !== zone)
  return (
    <section ref={place} className={classes.root} aria-label={t('Reports')} tabIndex={-1}>
      <ReportHeader choice={choice} from={from} to={to} zone={zone} before={report?.before?.range ?? null} />
      {problem === null ? null : (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
      <div ref={page} className={classes.page} tabIndex={0} role="group" aria-label={t('Report')} aria-busy={stale}>
        {report === null ? null : (
          <div className={classes.content} data-stale={stale}>
            {noteTexts(report).map((note) => (
              <p key={note} className={classes.note}>
                {note}
              </p>
            ))}
            {report.figures.conversations === 0 && report.figures.resolved === 0 ? (
              <EmptyReport accounts={report.since.states !== null} />
            ) : (
              <>
                <Figures figures={report.figures} before={report.before?.figures ?? null} open={choice.openHours} />
                <ReportCharts report={report} open={choice.openHours} tables={choice.tables} />
              </>
            )}
            <Breakdowns report={report} open={choice.openHours} />
          </div>
        )}
      </div>
      {dialog === 'range' ? (
        <RangeDialog
          choice={choice}
          zone={zone}
          from={from}
          to={to}
          onChoose={(chosen) => {
            change(chosen)
            setDialog(null)
          }}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog === 'export' ? (
        <ReportExport
          input={{ from, to, zone, account: state.account, compare: choice.compare }}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </section>
  )
}
