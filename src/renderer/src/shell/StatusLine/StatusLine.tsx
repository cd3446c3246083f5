import { UnstyledButton } from '@mantine/core'
import {
  IconAlertTriangleFilled,
  IconCircleFilled,
  IconClockHour4,
  IconCloudOff,
  IconRefresh
} from '@tabler/icons-react'
import { stored, t } from '../../i18n/t.ts'
import type { AccountRow, SyncRow } from '../../../../shared/contract/rows.ts'
import { useCommand } from '../../core/use-command.ts'
import { useQuery } from '../../core/use-query.ts'
import { forecastWords, gaugeWords } from '../../features/costs/budget-words.ts'
import { costWords, pollingWords, syncWords } from '../../features/sync/sync-words.ts'
import { ActionTip } from '../../ui/ActionButton/ActionTip.tsx'
import { useClock } from '../../ui/use-now.ts'
import { useNavigation } from '../navigation-context.ts'
import classes from './StatusLine.module.css'

/** The line at the foot of the window: how each account stands to X, what is left of today's limits, and the outbox. */
export function StatusLine() {
  const accounts = useQuery('accounts.list', {}).rows
  const sync = useQuery('sync.status', {}).rows
  const outbox = useQuery('outbox.list', { open: true }).rows
  const requests = useQuery('requests.list', {}).rows
  const waiting = outbox.length + requests.length
  const { go } = useNavigation()
  const cost = sync.reduce((sum, row) => sum + row.costTodayUsd, 0)
  const trouble = [...outbox, ...requests].filter(
    (row) => row.state === 'failed' || row.state === 'needs-attention'
  ).length
  return (
    <footer className={classes.root} aria-label={t('Status')}>
      {sync.map((row) => (
        <AccountStatus
          key={row.id}
          row={row}
          account={sync.length > 1 ? accounts.find((one) => one.id === row.id) : undefined}
        />
      ))}
      {cost > 0 ? (
        <ActionTip action="go.costs">
          <UnstyledButton className={classes.part} onClick={() => go({ to: 'overlay', overlay: 'costs' })}>
            {costWords(cost)}
          </UnstyledButton>
        </ActionTip>
      ) : null}
      {waiting > 0 ? (
        <UnstyledButton
          className={classes.part}
          data-tone={trouble > 0 ? 'trouble' : undefined}
          onClick={() => go({ to: 'view', view: 'outbox' })}
        >
          {trouble > 0 ? <IconAlertTriangleFilled size={12} aria-hidden="true" /> : null}
          {trouble > 0
            ? t('{count, number} in outbox, {trouble, plural, one {# needs} other {# need}} your eye', {
                count: waiting,
                trouble
              })
            : t('{count, number} in outbox', { count: waiting })}
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
  const polling = pollingWords(row)
  const { go } = useNavigation()
  const gauge = gaugeWords(row)
  const forecast = useClock((now) => forecastWords(row, now) ?? '')
  return (
    <>
      <span className={classes.part} data-tone={tone} title={row.problem === null ? undefined : stored(row.problem)}>
        <Icon size={tone === 'good' ? 8 : 12} aria-hidden="true" />
        {account ? <bdi>@{account.username}: </bdi> : null}
        {text}
      </span>
      {polling === null ? null : (
        <span
          className={classes.part}
          title={polling.reason}
          data-tone={row.live.state === 'refused' ? 'waiting' : undefined}
        >
          {polling.text}
          <span className="visually-hidden">: {polling.reason}</span>
        </span>
      )}
      {row.phase === 'offline' ? (
        <UnstyledButton className={classes.button} onClick={() => void run('sync.now', {})}>
          {t('Try now')}
        </UnstyledButton>
      ) : null}
      {gauge === null ? null : (
        <ActionTip action="go.costs">
          <UnstyledButton className={classes.part} onClick={() => go({ to: 'overlay', overlay: 'costs' })}>
            {gauge}
          </UnstyledButton>
        </ActionTip>
      )}
      {forecast === '' ? null : <span className={classes.part}>{forecast}</span>}
    </>
  )
}
