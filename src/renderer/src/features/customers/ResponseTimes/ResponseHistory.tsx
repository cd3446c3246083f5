import { IconChevronRight } from '@tabler/icons-react'
import type { ResponseTimesRow } from '../../../../../shared/contract/customer-rows.ts'
import { useRow } from '../../../core/use-query.ts'
import { t } from '../../../i18n/t.ts'
import { formatClock, formatDate, formatExact, formatWait } from '../../../ui/time.ts'
import { useClock } from '../../../ui/use-now.ts'
import classes from './ResponseHistory.module.css'

type Answer = ResponseTimesRow['latest'][number]

/** The latest answers: as bars, and in numbers for who opens them. */
export function ResponseHistory({ user }: { readonly user: string }) {
  const latest = useRow('customers.responses', { user })?.latest ?? []
  if (latest.length < 3) return null
  const longest = Math.max(1, ...latest.map(({ ms }) => ms))
  return (
    <details className={classes.root}>
      <summary className={classes.summary}>
        <IconChevronRight className={classes.chevron} size={14} aria-hidden="true" />
        <span>{t('The last {count, plural, one {# answer} other {# answers}}', { count: latest.length })}</span>
        <span className={classes.chart} aria-hidden="true">
          {latest.map(({ at, ms, late }) => (
            <span
              key={at}
              className={classes.bar}
              data-late={late}
              style={{ height: `${Math.max(8, (ms / longest) * 100)}%` }}
            />
          ))}
        </span>
      </summary>
      <ul className={classes.answers}>
        {latest.toReversed().map((answer) => (
          <AnswerLine key={answer.at} answer={answer} />
        ))}
      </ul>
    </details>
  )
}

function AnswerLine({ answer: { at, ms, first, late } }: { readonly answer: Answer }) {
  const day = useClock((now) => t('{day} at {time}', { day: formatDate(at, now), time: formatClock(at) }))
  return (
    <li className={classes.answer}>
      <time title={formatExact(at)}>{day}</time>
      {first ? <span className={classes.kind}>{t('first answer')}</span> : null}
      <span className={classes.took} data-late={late}>
        {late ? t('{time}, late', { time: formatWait(ms) }) : formatWait(ms)}
      </span>
    </li>
  )
}
