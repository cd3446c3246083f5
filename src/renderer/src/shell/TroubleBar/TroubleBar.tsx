import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { stored, t } from '../../i18n/t.ts'
import type { SyncRow } from '../../../../shared/contract/rows.ts'
import { useCommand } from '../../core/use-command.ts'
import { useQuery } from '../../core/use-query.ts'
import { useSignInAgain } from '../../features/accounts/use-sign-in-again.ts'
import { Bar } from '../../ui/Bar/Bar.tsx'

/** What only a person can mend, in plain sight: a sign-in that has ended, credits that are used up. */
export function TroubleBar() {
  const troubled = useQuery('sync.status', {}).rows.filter(
    (row) => row.phase === 'sign-in-needed' || row.phase === 'out-of-credits'
  )
  return troubled.map((row) => <Trouble key={row.id} row={row} />)
}

function Trouble({ row }: { readonly row: SyncRow }) {
  const account = useQuery('accounts.list', {}).rows.find((one) => one.id === row.id)
  const signInAgain = useSignInAgain()
  const run = useCommand()
  const name = account ? `@${account.username}` : t('this account')
  const signIn = row.phase === 'sign-in-needed'
  return (
    <Bar
      tone="breached"
      icon={IconAlertTriangle}
      actions={
        signIn ? (
          <Button size="compact-sm" onClick={() => void signInAgain(row.id)}>
            {t('Sign in again')}
          </Button>
        ) : (
          <>
            <Button
              size="compact-sm"
              variant="default"
              component="a"
              href="https://console.x.com"
              target="_blank"
              rel="noopener noreferrer"
            >
              {t('Open X’s console')}
            </Button>
            <Button size="compact-sm" onClick={() => void run('sync.now', {})}>
              {t('Try again')}
            </Button>
          </>
        )
      }
    >
      <strong>
        {signIn ? t('X asks {name} to sign in again.', { name }) : t('The X credits of {name} are used up.', { name })}
      </strong>{' '}
      {signIn ? row.problem && stored(row.problem) : t('New messages wait at X until there are credits again.')}{' '}
      {t('Reading and search go on, and replies wait in the outbox.')}
    </Bar>
  )
}
