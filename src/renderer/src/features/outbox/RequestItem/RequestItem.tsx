import { UnstyledButton } from '@mantine/core'
import { IconBan, IconTrash } from '@tabler/icons-react'
import type { RequestRow } from '../../../../../shared/contract/rows.ts'
import { secondsUntil } from '../../../ui/time.ts'
import { useClock } from '../../../ui/use-now.ts'
import line from '../../thread/DeliveryLine/DeliveryLine.module.css'
import { ItemLine } from '../OutboxView/ItemLine.tsx'
import classes from '../OutboxView/OutboxView.module.css'
import { requestStepWords, requestWords } from '../request-words.ts'
import { useRequestSteps } from '../use-request-steps.ts'

/** A block or a deletion that X does not know of yet. */
export function RequestItem({ row }: { readonly row: RequestRow }) {
  const step = useRequestSteps()
  const seconds = useClock((now) => (row.heldUntil === null ? 0 : secondsUntil(row.heldUntil, now)))
  const words = requestWords(row, seconds)
  const Icon = row.kind === 'delete-message' ? IconTrash : IconBan
  return (
    <li className={classes.item}>
      <Icon className={classes.kind} size={18} stroke={1.75} aria-hidden="true" />
      <div className={classes.body}>
        <ItemLine conversation={row.conversation} title={row.title} createdAt={row.createdAt} />
        <p className={classes.text}>{words.what}</p>
        <div className={classes.delivery}>
          <div className={line.root} data-tone={words.tone}>
            <span className={line.text}>{words.text}</span>
            {words.steps.map((each) => (
              <UnstyledButton key={each} className={line.step} onClick={() => step(each, row.id)}>
                {requestStepWords(each)}
              </UnstyledButton>
            ))}
          </div>
        </div>
      </div>
    </li>
  )
}
