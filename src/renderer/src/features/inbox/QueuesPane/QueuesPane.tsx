import type { CSSProperties } from 'react'
import { Tooltip, UnstyledButton } from '@mantine/core'
import { queueIds } from '../../../../../shared/domain/conversation.ts'
import { useQuery } from '../../../core/use-query.ts'
import { actionOf } from '../../../keyboard/actions.ts'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { KeyTip } from '../../../ui/ActionButton/KeyTip.tsx'
import { formatCount } from '../../../ui/plural.ts'
import { AccountFilter } from '../../accounts/AccountFilter/AccountFilter.tsx'
import { queueWords } from '../queue-words.ts'
import classes from './QueuesPane.module.css'

/** The queues with their live counts. */
export function QueuesPane({ style }: { readonly style?: CSSProperties }) {
  const { state, go } = useNavigation()
  const counts = useQuery('inbox.counts', { account: state.account })
  return (
    <nav className={classes.root} style={style} aria-label="Queues">
      <AccountFilter account={state.account} onChange={(account) => go({ to: 'account', account })} />
      <ul className={classes.list}>
        {queueIds.map((queue) => {
          const count = counts.rows.find((row) => row.id === queue)
          const words = queueWords[queue]
          const current = state.view === 'inbox' && state.queue === queue
          return (
            <li key={queue}>
              <Tooltip label={<KeyTip label={words.title} keys={actionOf(words.action).keys[0]} />} position="right">
                <UnstyledButton
                  className={classes.queue}
                  aria-current={current ? 'page' : undefined}
                  data-unread={count !== undefined && count.unread > 0 && queue !== 'resolved'}
                  onClick={() => go({ to: 'queue', queue })}
                >
                  <span className={classes.name}>{words.title}</span>
                  <span className={classes.count}>{count === undefined ? '' : formatCount(count.total)}</span>
                </UnstyledButton>
              </Tooltip>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
