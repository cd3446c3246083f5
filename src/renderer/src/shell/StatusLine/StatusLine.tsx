import { UnstyledButton } from '@mantine/core'
import {
  IconAlertTriangleFilled,
  IconCircleFilled,
  IconClockHour4,
  IconCloudOff,
  IconRefresh
} from '@tabler/icons-react'
import type { AccountRow, SyncRow } from '../../../../shared/contract/rows.ts'
import { useCommand } from '../../core/use-command.ts'
import { useQuery } from '../../core/use-query.ts'
import { costWords, sendsWords, syncWords } from '../../features/sync/sync-words.ts'
import { useClock } from '../../ui/use-now.ts'
import { useNavigation } from '../navigation-context.ts'
import classes from './StatusLine.module.css'

/** The line at the foot of the window: how each account stands to X, what is left of today's limits, and the outbox. */
export function StatusLine() {
  const accounts = useQuery('accounts.list', {}).rows
  const sync = useQuery('sync.status', {}).rows
  const outbox = useQuery('outbox.list', { open: true }).rows
  const { go } = useNavigation()
  const cost = sync.reduce((sum, row) => sum + row.costTodayUsd, 0)
  const trouble = outbox.filter((row) => row.state === 'failed' || row.state === 'needs-attention').length
  return (
    <footer className={classes.root} aria-label="Status">
      {sync.map((row) => (
        <AccountStatus
          key={row.id}
          row={row}
          account={sync.length > 1 ? accounts.find((one) => one.id === row.id) : undefined}
        />
      ))}
      {cost > 0 ? <span className={classes.part}>{costWords(cost)}</span> : null}
      {outbox.length > 0 ? (
        <UnstyledButton
          className={classes.part}
          data-tone={trouble > 0 ? 'trouble' : undefined}
          onClick={() => go({ to: 'view', view: 'outbox' })}
        >
          {trouble > 0 ? <IconAlertTriangleFilled size={12} aria-hidden="true" /> : null}
          {outbox.length} in outbox{trouble > 0 ? `, ${trouble} ${trouble === 1 ? 'needs' : 'need'} your eye` : ''}
        </UnstyledButton>
      ) : null}
    </footer>
  )
}

const icons = {
  good: IconCircleFilled,
  quiet: IconRefresh,
  waiting: IconClockHour4,
  trouble: IconAlertTriangleFilled
} as const

function AccountStatus({ row, account }: { readonly row: SyncRow; readonly account: AccountRow | undefined }) {
  const run = useCommand()
  // Two texts in one string, because a clock renders again when its string changes.
  const text = useClock((now) => {
    const words = syncWords(row, now)
    return [words.state, words.detail].filter((part) => part !== null).join(' · ')
  })
  const { tone } = syncWords(row, 0)
  const Icon = row.phase === 'offline' ? IconCloudOff : icons[tone]
  const sends = sendsWords(row)
  return (
    <>
      <span className={classes.part} data-tone={tone} title={row.problem ?? undefined}>
        <Icon size={tone === 'good' ? 8 : 12} aria-hidden="true" />
        {account ? `@${account.username}: ` : ''}
        {text}
      </span>
      {row.phase === 'offline' ? (
        <UnstyledButton className={classes.button} onClick={() => void run('sync.now', {})}>
          Try now
        </UnstyledButton>
      ) : null}
      {sends === null ? null : <span className={classes.part}>{sends}</span>}
    </>
  )
}
