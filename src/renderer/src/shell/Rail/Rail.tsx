import {
  IconBooks,
  IconChartBar,
  IconCommand,
  IconInbox,
  IconKeyboard,
  IconQuote,
  IconSearch,
  IconSend,
  IconSettings,
  IconTicket
} from '@tabler/icons-react'
import { t } from '../../i18n/t.ts'
import { useQuery } from '../../core/use-query.ts'
import { AccountRail } from '../../features/accounts/AccountRail/AccountRail.tsx'
import { ActionButton } from '../../ui/ActionButton/ActionButton.tsx'
import { useNavigation } from '../navigation-context.ts'
import classes from './Rail.module.css'

/** The places of the console. */
export function Rail() {
  const { state } = useNavigation()
  const replies = useQuery('outbox.list', { open: true }).rows.length
  const requests = useQuery('requests.list', {}).rows.length
  const waiting = replies + requests
  const notices = useQuery('promos.notices', {}).rows.length
  return (
    <nav className={classes.root} aria-label={t('Places')}>
      <AccountRail />
      <ActionButton action="go.inbox" className={classes.place} position="right" current={state.view === 'inbox'}>
        <IconInbox size={20} stroke={1.6} />
      </ActionButton>
      <ActionButton action="window.search" className={classes.place} position="right">
        <IconSearch size={20} stroke={1.6} />
      </ActionButton>
      <ActionButton
        action="go.outbox"
        className={classes.place}
        position="right"
        current={state.view === 'outbox'}
        label={
          waiting === 0
            ? t('Outbox')
            : requests === 0
              ? t('Outbox, {count, plural, one {# reply} other {# replies}}', { count: waiting })
              : t('Outbox, {count, number} waiting', { count: waiting })
        }
      >
        <IconSend size={20} stroke={1.6} />
        {waiting === 0 ? null : <span className={classes.badge}>{waiting > 99 ? '99+' : waiting}</span>}
      </ActionButton>
      <ActionButton action="go.library" className={classes.place} position="right" current={state.view === 'library'}>
        <IconBooks size={20} stroke={1.6} />
      </ActionButton>
      <ActionButton action="go.reports" className={classes.place} position="right" current={state.view === 'reports'}>
        <IconChartBar size={20} stroke={1.6} />
      </ActionButton>
      <ActionButton action="go.feedback" className={classes.place} position="right" current={state.view === 'feedback'}>
        <IconQuote size={20} stroke={1.6} />
      </ActionButton>
      <ActionButton
        action="go.promos"
        className={classes.place}
        position="right"
        current={state.view === 'promos'}
        label={
          notices === 0
            ? t('Promo codes')
            : t('Promo codes, {count, plural, one {# to look at} other {# to look at}}', { count: notices })
        }
      >
        <IconTicket size={20} stroke={1.6} />
        {notices === 0 ? null : <span className={classes.badge}>{notices}</span>}
      </ActionButton>
      <span className={classes.gap} />
      <ActionButton action="window.palette" className={classes.place} position="right">
        <IconCommand size={20} stroke={1.6} />
      </ActionButton>
      <ActionButton action="window.help" className={classes.place} position="right">
        <IconKeyboard size={20} stroke={1.6} />
      </ActionButton>
      <ActionButton action="go.settings" className={classes.place} position="right" current={state.view === 'settings'}>
        <IconSettings size={20} stroke={1.6} />
      </ActionButton>
    </nav>
  )
}
