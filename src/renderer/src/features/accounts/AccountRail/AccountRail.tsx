import { Tooltip, UnstyledButton } from '@mantine/core'
import { t } from '../../../i18n/t.ts'
import { useQuery } from '../../../core/use-query.ts'
import { useAction } from '../../../keyboard/KeyboardProvider.tsx'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { KeyTip } from '../../../ui/ActionButton/KeyTip.tsx'
import { Avatar } from '../../../ui/Avatar/Avatar.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { nextAccount } from '../next-account.ts'
import classes from './AccountRail.module.css'

/** The accounts of this desk, when there are several: one press shows one of them alone, the next all again. */
export function AccountRail() {
  const { state, go } = useNavigation()
  const accounts = useQuery('accounts.list', {}).rows
  const sync = useQuery('sync.status', {}).rows
  const show = (account: string | null): void => {
    if (state.view !== 'inbox') go({ to: 'view', view: 'inbox' })
    go({ to: 'account', account })
  }
  useAction(
    'go.account',
    () =>
      show(
        nextAccount(
          accounts.map((row) => row.id),
          state.account
        )
      ),
    accounts.length > 1
  )
  if (accounts.length < 2) return null
  return (
    <div className={classes.root} role="group" aria-label={t('Accounts')}>
      {accounts.map((account) => {
        const chosen = state.account === account.id
        const phase = sync.find((row) => row.id === account.id)?.phase
        const trouble = phase === 'sign-in-needed' || phase === 'out-of-credits'
        const name = plainText(account.name)
        return (
          <Tooltip
            key={account.id}
            label={<KeyTip label={`${name} @${account.username}`} action="go.account" />}
            position="right"
          >
            <UnstyledButton
              className={classes.account}
              aria-pressed={chosen}
              aria-label={
                trouble
                  ? t('Only {name}, @{username}, needs your eye', { name, username: account.username })
                  : t('Only {name}, @{username}', { name, username: account.username })
              }
              onClick={() => show(chosen ? null : account.id)}
            >
              <Avatar id={account.id} name={account.name} src={account.avatar} size={28} />
              {trouble ? <span className={classes.trouble} aria-hidden="true" /> : null}
            </UnstyledButton>
          </Tooltip>
        )
      })}
    </div>
  )
}
