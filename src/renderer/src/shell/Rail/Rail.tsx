import { IconInbox, IconKeyboard, IconSearch, IconSend, IconSettings } from '@tabler/icons-react'
import { useQuery } from '../../core/use-query.ts'
import { ActionButton } from '../../ui/ActionButton/ActionButton.tsx'
import { plural } from '../../ui/plural.ts'
import { useNavigation } from '../navigation-context.ts'
import classes from './Rail.module.css'

/** The places of the console. */
export function Rail() {
  const { state } = useNavigation()
  const waiting = useQuery('outbox.list', { open: true }).rows.length
  return (
    <nav className={classes.root} aria-label="Places">
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
        label={waiting === 0 ? 'Outbox' : `Outbox, ${plural(waiting, 'reply', 'replies')}`}
      >
        <IconSend size={20} stroke={1.6} />
        {waiting === 0 ? null : <span className={classes.badge}>{waiting > 99 ? '99+' : waiting}</span>}
      </ActionButton>
      <span className={classes.gap} />
      <ActionButton action="window.help" className={classes.place} position="right">
        <IconKeyboard size={20} stroke={1.6} />
      </ActionButton>
      <ActionButton action="go.settings" className={classes.place} position="right" current={state.view === 'settings'}>
        <IconSettings size={20} stroke={1.6} />
      </ActionButton>
    </nav>
  )
}
