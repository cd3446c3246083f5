import { IconSend } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import type { SyncRow } from '../../../../../shared/contract/rows.ts'
import { useQuery } from '../../../core/use-query.ts'
import { useAction } from '../../../keyboard/KeyboardProvider.tsx'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { EmptyState } from '../../../ui/EmptyState/EmptyState.tsx'
import { useLandingFocus } from '../../../ui/use-landing-focus.ts'
import { useClock } from '../../../ui/use-now.ts'
import { forecastWords } from '../../costs/budget-words.ts'
import { RequestItem } from '../RequestItem/RequestItem.tsx'
import { useReplyKeys } from '../use-reply-keys.ts'
import { OutboxItem } from './OutboxItem.tsx'
import classes from './OutboxView.module.css'

/** So far Page up and Page down go. Replies. */
const PAGE = 10

/** Everything that has not reached X yet, and what can be done about it. */
export function OutboxView() {
  const { rows, status } = useQuery('outbox.list', { open: true })
  const requests = useQuery('requests.list', {}).rows
  const sync = useQuery('sync.status', {}).rows
  const empty = rows.length === 0 && requests.length === 0
  const place = useRef<HTMLElement>(null)
  const list = useRef<HTMLUListElement>(null)
  useLandingFocus(place, () => (list.current ?? place.current)?.focus(), empty ? 'nothing' : 'rows')
  const { go } = useNavigation()
  const [chosen, setChosen] = useState<string | null>(null)
  // One that has left hands the selection on to the one in its place.
  const [lastIndex, setLastIndex] = useState(0)
  const index = rows.findIndex((row) => row.id === chosen)
  const at = index === -1 ? Math.min(lastIndex, rows.length - 1) : index
  if (index !== -1 && index !== lastIndex) setLastIndex(index)
  const selected = rows[at] ?? null

  function move(step: number): void {
    setChosen(rows[Math.max(0, Math.min(rows.length - 1, at + step))]?.id ?? null)
  }

  useAction('conversation.next', () => move(1))
  useAction('conversation.previous', () => move(-1))
  useAction('conversation.first', () => move(-Infinity))
  useAction('conversation.last', () => move(Infinity))
  useAction('conversation.pageDown', () => move(PAGE))
  useAction('conversation.pageUp', () => move(-PAGE))
  useAction('conversation.open', () => {
    if (selected) go({ to: 'thread', conversation: selected.conversation, enter: true })
  })
  useReplyKeys(selected)
  return (
    <section ref={place} className={classes.root} aria-label={t('Outbox')} tabIndex={-1}>
      <header className={classes.header}>
        <h2 className={classes.title}>{t('Outbox')}</h2>
        <span className={classes.count}>{countWords(rows.length, requests.length)}</span>
        {sync.map((row) => (
          <QueueForecast key={row.id} row={row} />
        ))}
      </header>
      {empty ? (
        status === 'loading' ? null : (
          <EmptyState icon={<IconSend size={32} stroke={1.5} />} title={t('Everything is sent')}>
            {t(
              'Replies, blocks and deletions that wait for the network, for X, or for you stand here until they have left.'
            )}
          </EmptyState>
        )
      ) : (
        <ul ref={list} className={classes.list} tabIndex={0} aria-label={t('What has not left yet')}>
          {rows.map((row) => (
            <OutboxItem key={row.id} row={row} selected={row.id === selected?.id} onSelect={() => setChosen(row.id)} />
          ))}
          {requests.map((row) => (
            <RequestItem key={row.id} row={row} />
          ))}
        </ul>
      )}
    </section>
  )
}

/** When the limits let the last of the queue leave. */
function QueueForecast({ row }: { readonly row: SyncRow }) {
  const words = useClock((now) => forecastWords(row, now) ?? '')
  return words === '' ? null : <span className={classes.count}>{words}</span>
}

function countWords(replies: number, others: number): string {
  const parts = [
    ...(replies === 0 ? [] : [t('{count, plural, one {# reply} other {# replies}}', { count: replies })]),
    ...(others === 0 ? [] : [t('{count, plural, one {# other request} other {# other requests}}', { count: others })])
  ]
  return parts.join(t(', ||between parts'))
}
