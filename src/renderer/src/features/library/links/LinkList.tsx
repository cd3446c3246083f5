import { UnstyledButton } from '@mantine/core'
import type { LinkRow } from '../../../../../shared/contract/library-rows.ts'
import { t } from '../../../i18n/t.ts'
import { formatCount } from '../../../ui/count.ts'
import { plainText } from '../../../ui/plain-text.ts'
import { useClock } from '../../../ui/use-now.ts'
import { linkStateWords, linkText } from './link-words.ts'
import classes from './LinkCheck.module.css'

export interface LinkListProps {
  readonly rows: readonly LinkRow[]
  /** How many are not in `rows`. */
  readonly more: number
  readonly onReply: (reply: string) => void
}

/** Links that are dead, of which nothing could be told, and that are not asked: each with why, and where it stands. */
export function LinkList({ rows, more, onReply }: LinkListProps) {
  const states = (['dead', 'unknown', 'unasked'] as const).filter((state) => rows.some((row) => row.state === state))
  if (states.length === 0) return null
  return (
    <div className={classes.lists}>
      {states.map((state) => {
        const listed = rows.filter((row) => row.state === state)
        return (
          <section key={state} aria-label={t(linkStateWords[state])}>
            <h3 className={classes.heading} data-state={state}>
              {t(linkStateWords[state])} <span className={classes.count}>{formatCount(listed.length)}</span>
            </h3>
            <ul className={classes.list}>
              {listed.map((row) => (
                <Line key={row.link} row={row} onReply={onReply} />
              ))}
            </ul>
          </section>
        )
      })}
      {more === 0 ? null : <p className={classes.more}>{t('and {count, number} more', { count: more })}</p>}
    </div>
  )
}

function Line({ row, onReply }: { readonly row: LinkRow; readonly onReply: LinkListProps['onReply'] }) {
  const why = useClock((now) => linkText(row, now))
  return (
    <li className={classes.line}>
      <span className={classes.link}>
        <bdi dir="ltr">{plainText(row.link)}</bdi>
        <span className={classes.why}>{why}</span>
      </span>
      <span className={classes.place}>
        <UnstyledButton className={classes.reply} onClick={() => onReply(row.reply)}>
          <bdi>{plainText(row.title)}</bdi>
        </UnstyledButton>
        {row.replies === 1 ? null : (
          <span className={classes.others}>
            {t('{count, plural, one {and # other} other {and # others}}', { count: row.replies - 1 })}
          </span>
        )}
      </span>
    </li>
  )
}
