import { Menu, UnstyledButton } from '@mantine/core'
import { IconCheck, IconSelector } from '@tabler/icons-react'
import { t } from '../../../i18n/t.ts'
import { useQuery } from '../../../core/use-query.ts'
import { Avatar } from '../../../ui/Avatar/Avatar.tsx'
import classes from './AccountFilter.module.css'

export interface AccountFilterProps {
  readonly account: string | null
  readonly onChange: (account: string | null) => void
}

/** Whose conversations are shown: the account's name, or a choice when there are several. */
export function AccountFilter({ account, onChange }: AccountFilterProps) {
  const { rows } = useQuery('accounts.list', {})
  const [first] = rows
  if (!first) return <div className={classes.single} />
  if (rows.length === 1) {
    return (
      <div className={classes.single} title={`@${first.username}`}>
        <Avatar id={first.id} name={first.name} src={first.avatar} size={20} />
        <bdi className={classes.name}>{first.name}</bdi>
      </div>
    )
  }
  const chosen = rows.find((row) => row.id === account)
  return (
    <Menu position="bottom-start" width={240} transitionProps={{ duration: 80 }}>
      <Menu.Target>
        <UnstyledButton
          className={classes.choice}
          aria-label={t('Account: {name}', { name: chosen?.name ?? t('All accounts') })}
        >
          {chosen ? <Avatar id={chosen.id} name={chosen.name} src={chosen.avatar} size={20} /> : null}
          <bdi className={classes.name}>{chosen?.name ?? t('All accounts')}</bdi>
          <IconSelector size={14} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {[null, ...rows].map((row) => (
          <Menu.Item
            key={row?.id ?? 'all'}
            onClick={() => onChange(row?.id ?? null)}
            rightSection={(row?.id ?? null) === account ? <IconCheck size={14} aria-label={t('chosen')} /> : null}
          >
            <bdi>{row?.name ?? t('All accounts')}</bdi>
            {row ? <bdi className={classes.handle}> @{row.username}</bdi> : null}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
