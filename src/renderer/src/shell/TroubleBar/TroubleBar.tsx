import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { SyncRow } from '../../../../shared/contract/rows.ts'
import { useCommand } from '../../core/use-command.ts'
import { useQuery } from '../../core/use-query.ts'
import { useNavigation } from '../navigation-context.ts'
import classes from './TroubleBar.module.css'

/** What only a person can mend, in plain sight: a sign-in that has ended, credits that are used up. */
export function TroubleBar() {
  const troubled = useQuery('sync.status', {}).rows.filter(
    (row) => row.phase === 'sign-in-needed' || row.phase === 'out-of-credits'
  )
  return troubled.map((row) => <Trouble key={row.id} row={row} />)
}

function Trouble({ row }: { readonly row: SyncRow }) {
  const account = useQuery('accounts.list', {}).rows.find((one) => one.id === row.id)
  const { go } = useNavigation()
  const run = useCommand()
  const name = account ? `@${account.username}` : 'this account'
  const signIn = row.phase === 'sign-in-needed'
  return (
    <div className={classes.root} role="status">
      <IconAlertTriangle size={18} stroke={1.75} className={classes.icon} aria-hidden="true" />
      <p className={classes.text}>
        <strong>{signIn ? `X asks ${name} to sign in again.` : `The X credits of ${name} are used up.`}</strong>{' '}
        {signIn ? row.problem : 'New messages wait at X until there are credits again.'} Reading and search go on, and
        replies wait in the outbox.
      </p>
      {signIn ? (
        <Button size="compact-sm" onClick={() => go({ to: 'overlay', overlay: 'connect' })}>
          Sign in
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
            Open X’s console
          </Button>
          <Button size="compact-sm" onClick={() => void run('sync.now', {})}>
            Try again
          </Button>
        </>
      )}
    </div>
  )
}
