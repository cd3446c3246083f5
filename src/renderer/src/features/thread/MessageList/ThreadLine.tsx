import { IconUsers } from '@tabler/icons-react'
import type { MemberChangeRow } from '../../../../../shared/contract/rows.ts'
import { formatDay, formatExact } from '../../../ui/time.ts'
import { useClock } from '../../../ui/use-now.ts'
import { memberWords } from '../member-words.ts'
import classes from './ThreadLine.module.css'

/** The line above the first message of a day. */
export function DayLine({ day }: { readonly day: number }) {
  const text = useClock((now) => formatDay(day, now))
  return (
    <div className={classes.day} role="separator" aria-label={text}>
      <span>{text}</span>
    </div>
  )
}

/** Who joined, left, or named the group. */
export function MemberLine({ row }: { readonly row: MemberChangeRow }) {
  return (
    <p className={classes.member} title={formatExact(row.at)}>
      <IconUsers size={13} stroke={1.75} aria-hidden="true" /> {memberWords(row)}
    </p>
  )
}
