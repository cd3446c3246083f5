import { Button } from '@mantine/core'
import { IconSchool } from '@tabler/icons-react'
import { useQuery } from '../../core/use-query.ts'
import { useNavigation } from '../navigation-context.ts'
import classes from './PracticeBanner.module.css'

/** Says that this is practice, and offers the two ways out of it. Nothing when a real account is there. */
export function PracticeBanner() {
  const accounts = useQuery('accounts.list', {}).rows
  const { go } = useNavigation()
  if (!accounts.some((account) => account.practice)) return null
  return (
    <section className={classes.root} aria-label="Practice">
      <IconSchool size={18} stroke={1.75} aria-hidden="true" />
      <p className={classes.text}>
        <strong>This is practice:</strong> a simulated X with invented customers.{' '}
        <span className={classes.more}>Nothing leaves this machine.</span>
      </p>
      <Button size="compact-sm" variant="default" onClick={() => go({ to: 'overlay', overlay: 'import' })}>
        Import an X archive
      </Button>
      <Button size="compact-sm" onClick={() => go({ to: 'overlay', overlay: 'connect' })}>
        Connect your X account
      </Button>
    </section>
  )
}
