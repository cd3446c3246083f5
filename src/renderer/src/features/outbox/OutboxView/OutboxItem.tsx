import { UnstyledButton } from '@mantine/core'
import type { OutboxRow } from '../../../../../shared/contract/rows.ts'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { Avatar } from '../../../ui/Avatar/Avatar.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import { formatClock } from '../../../ui/time.ts'
import { DeliveryLine } from '../../thread/DeliveryLine/DeliveryLine.tsx'
import classes from './OutboxView.module.css'

/** One reply that has not reached X yet. */
export function OutboxItem({ row }: { readonly row: OutboxRow }) {
  const { go } = useNavigation()
  const title = plainText(row.title)
  const next = row.notBefore === null ? null : `Next attempt at ${formatClock(row.notBefore)}.`
  return (
    <li className={classes.item}>
      <Avatar id={row.conversation} name={row.title} src={null} size={28} />
      <div className={classes.body}>
        <div className={classes.line}>
          <UnstyledButton
            className={classes.name}
            title={`Open the conversation with ${title}`}
            onClick={() => go({ to: 'thread', conversation: row.conversation, enter: true })}
          >
            <bdi>{title}</bdi>
          </UnstyledButton>
          <RelativeTime at={row.createdAt} className={classes.time} />
        </div>
        <p className={classes.text} dir="auto">
          {plainText(row.text)}
        </p>
        <div className={classes.delivery}>
          <DeliveryLine
            delivery={row.state}
            outboxId={row.id}
            reason={
              row.state === 'queued' ? [row.reason, next].filter((part) => part !== null).join(' ') || null : row.reason
            }
            heldUntil={row.heldUntil}
          />
        </div>
      </div>
    </li>
  )
}
