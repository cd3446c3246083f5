import { Button } from '@mantine/core'
import { useState } from 'react'
import { t } from '../../../i18n/t.ts'
import type { AccountRow } from '../../../../../shared/contract/rows.ts'
import { useQuery } from '../../../core/use-query.ts'
import { Avatar } from '../../../ui/Avatar/Avatar.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { useClock } from '../../../ui/use-now.ts'
import { pollingWords, syncWords } from '../../sync/sync-words.ts'
import { LiveDialog } from '../LiveDialog/LiveDialog.tsx'
import { RemoveAccountDialog } from '../RemoveAccountDialog/RemoveAccountDialog.tsx'
import { useSignInAgain } from '../use-sign-in-again.ts'
import classes from './AccountList.module.css'

/** The X accounts, how each stands, and a way to take one out. */
export function AccountList() {
  const accounts = useQuery('accounts.list', {}).rows
  const signInAgain = useSignInAgain()
  const [live, setLive] = useState<AccountRow | null>(null)
  const [leaving, setLeaving] = useState<AccountRow | null>(null)
  return (
    <>
      <ul className={classes.root} aria-label={t('X accounts')}>
        {accounts.map((account) => (
          <li key={account.id} className={classes.account}>
            <Avatar id={account.id} name={account.name} src={account.avatar} size={28} />
            <div className={classes.who}>
              <bdi className={classes.name}>{plainText(account.name)}</bdi>
              <span className={classes.handle}>
                <bdi>@{account.username}</bdi> · <AccountState account={account} />
              </span>
            </div>
            {account.practice ? null : (
              <div className={classes.buttons} role="group" aria-label={`@${account.username}`}>
                {account.archiveOnly ? null : (
                  <>
                    <Button variant="default" size="compact-sm" onClick={() => setLive(account)}>
                      {t('Live connection…')}
                    </Button>
                    <Button variant="default" size="compact-sm" onClick={() => void signInAgain(account.id)}>
                      {t('Sign in again')}
                    </Button>
                  </>
                )}
                <Button variant="default" size="compact-sm" onClick={() => setLeaving(account)}>
                  {t('Remove…')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <LiveDialog account={live} onClose={() => setLive(null)} />
      <RemoveAccountDialog account={leaving} onClose={() => setLeaving(null)} />
    </>
  )
}

function AccountState({ account }: { readonly account: AccountRow }) {
  const sync = useQuery('sync.status', {}).rows.find((row) => row.id === account.id)
  const text = useClock((now) => {
    if (account.archiveOnly || !sync) return t('from an archive, not connected')
    const words = syncWords(sync, now)
    const polling = pollingWords(sync)
    return [words.state, words.detail, polling?.text]
      .filter((part) => typeof part === 'string')
      .join(t(', ||between parts'))
  })
  return account.practice ? t('practice, {state}', { state: text }) : text
}
