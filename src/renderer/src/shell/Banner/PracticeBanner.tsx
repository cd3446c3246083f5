import { Button } from '@mantine/core'
import { IconSchool } from '@tabler/icons-react'
import { t } from '../../i18n/t.ts'
import { useQuery } from '../../core/use-query.ts'
import { useNavigation } from '../navigation-context.ts'
import { Bar } from '../../ui/Bar/Bar.tsx'
import classes from './PracticeBanner.module.css'

/** Says that this is practice, and offers the two ways out of it. Nothing when a real account is there. */
export function PracticeBanner() {
  const accounts = useQuery('accounts.list', {}).rows
  const { go } = useNavigation()
  if (!accounts.some((account) => account.practice)) return null
  return (
    <Bar
      tone="accent"
      icon={IconSchool}
      name={t('Practice')}
      actions={
        <>
          <Button size="compact-sm" variant="default" onClick={() => go({ to: 'overlay', overlay: 'import' })}>
            {t('Import an X archive')}
          </Button>
          <Button size="compact-sm" onClick={() => go({ to: 'overlay', overlay: 'connect' })}>
            {t('Connect your X account')}
          </Button>
        </>
      }
    >
      <strong>{t('This is practice:')}</strong> {t('a simulated X with invented customers.')}{' '}
      <span className={classes.more}>{t('Nothing leaves this machine.')}</span>
    </Bar>
  )
}
