import { IconSend } from '@tabler/icons-react'
import { useRef } from 'react'
import { useQuery } from '../../../core/use-query.ts'
import { EmptyState } from '../../../ui/EmptyState/EmptyState.tsx'
import { plural } from '../../../ui/plural.ts'
import { useLandingFocus } from '../../../ui/use-landing-focus.ts'
import { OutboxItem } from './OutboxItem.tsx'
import classes from './OutboxView.module.css'

/** Everything that has not reached X yet, and what can be done about it. */
export function OutboxView() {
  const { rows, status } = useQuery('outbox.list', { open: true })
  const place = useRef<HTMLElement>(null)
  const list = useRef<HTMLUListElement>(null)
  useLandingFocus(place, () => (list.current ?? place.current)?.focus(), rows.length === 0 ? 'nothing' : 'rows')
  return (
    <section ref={place} className={classes.root} aria-label="Outbox" tabIndex={-1}>
      <header className={classes.header}>
        <h2 className={classes.title}>Outbox</h2>
        <span className={classes.count}>{rows.length === 0 ? '' : plural(rows.length, 'reply', 'replies')}</span>
      </header>
      {rows.length === 0 ? (
        status === 'loading' ? null : (
          <EmptyState icon={<IconSend size={32} stroke={1.5} />} title="Everything is sent">
            Replies that wait for the network, for X, or for you stand here until they have left.
          </EmptyState>
        )
      ) : (
        <ul ref={list} className={classes.list} tabIndex={0} aria-label="Replies that have not left yet">
          {rows.map((row) => (
            <OutboxItem key={row.id} row={row} />
          ))}
        </ul>
      )}
    </section>
  )
}
