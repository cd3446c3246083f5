import { IconArrowDownRight, IconArrowUpRight, IconEqual } from '@tabler/icons-react'
import type { BoardTotalRow } from '../../../../../shared/contract/feedback-rows.ts'
import { changeOf } from '../../../../../shared/domain/report/change.ts'
import { t } from '../../../i18n/t.ts'
import { formatCount } from '../../../ui/count.ts'
import { changeWords } from '../../reports/report-words.ts'
import type { BoardDays } from '../board-choice.ts'
import { splitWords } from '../board-words.ts'
import classes from './BoardView.module.css'

export interface BoardTotalProps {
  readonly total: BoardTotalRow
  /** Null: of all time, which has no time before. */
  readonly days: BoardDays | null
}

/** How much there is in all, beside the time before. Each entry counts once, whatever its themes. */
export function BoardTotal({ total, days }: BoardTotalProps) {
  const { count, before } = total
  const change = days === null ? null : changeOf(count, before)
  const Arrow =
    change?.direction === 'up' ? IconArrowUpRight : change?.direction === 'down' ? IconArrowDownRight : IconEqual
  return (
    <p className={classes.total}>
      <span>
        <span className={classes.value}>{formatCount(count)}</span>{' '}
        {t('{count, plural, one {entry} other {entries}}', { count })}
      </span>
      {days === null || (count === 0 && before === 0) ? null : (
        <span className={classes.change}>
          <Arrow size={14} stroke={1.75} aria-hidden="true" />
          {before === 0
            ? t('none in the {days, number} days before', { days })
            : t('{change} ({before, number} in the {days, number} days before)', {
                change: changeWords(count, before) ?? '',
                before,
                days
              })}
        </span>
      )}
      <span>{splitWords(total)}</span>
    </p>
  )
}
