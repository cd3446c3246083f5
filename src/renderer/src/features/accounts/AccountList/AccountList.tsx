import { Button } from '@mantine/core'
import { useState } from 'react'
import type { AccountRow } from '../../../../../shared/contract/rows.ts'
import { useQuery } from '../../../core/use-query.ts'
import { Avatar } from '../../../ui/Avatar/Avatar.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { useClock } from '../../../ui/use-now.ts'
import { syncWords } from '../../sync/sync-words.ts'
import { RemoveAccountDialog } from '../RemoveAccountDialog/RemoveAccountDialog.tsx'
import classes from './AccountList.module.css'

/** The X accounts, how each stands, and a way to take one out. */
export function AccountList() {
  const accounts = useQuery('accounts.list', {}).rows
  const [leaving, setLeaving] = useState<AccountRow | null>(null)
  return (
    <>
      <ul className={classes.root} aria-label="X accounts">
        {accounts.map((account) => (
          <li key={account.id} className={classes.account}>
            <Avatar id={account.id} name={account.name} src={account.avatar} size={28} />
            <div className={classes.who}>
              <bdi className={classes.name}>{plainText(account.name)}</bdi>
              <span className={classes.handle}>
                @{account.username} · <AccountState account={account} />
              </span>
            </div>
            {account.practice ? null : (
              <Button variant="default" size="compact-sm" onClick={() => setLeaving(account)}>
                Remove…
              </Button>
            )}
          </li>
        ))}
      </ul>
      <RemoveAccountDialog account={leaving} onClose={() => setLeaving(null)} />
    </>
  )
}

function AccountState({ account }: { readonly account: AccountRow }) {
  const sync = useQuery('sync.status', {}).rows.find((row) => row.id === account.id)
  const text = useClock((now) => {
    if (account.archiveOnly || !sync) return 'from an archive, not connected'
    const words = syncWords(sync, now)
    return words.detail === null ? words.state : `${words.state}, ${words.detail}`
  })
  return account.practice ? `practice, ${text}` : text
}
