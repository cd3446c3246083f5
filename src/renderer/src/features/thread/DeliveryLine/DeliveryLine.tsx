import { UnstyledButton } from '@mantine/core'
import {
  IconAlertTriangleFilled,
  IconArrowUpRight,
  IconCalendarClock,
  IconClockHour4,
  IconZoomQuestion
} from '@tabler/icons-react'
import type { ActionId } from '../../../keyboard/actions.ts'
import { ActionKeys } from '../../../ui/Keys/ActionKeys.tsx'
import { formatExact } from '../../../ui/time.ts'
import { useClock } from '../../../ui/use-now.ts'
import { ChangeList } from '../../outbox/ChangeList/ChangeList.tsx'
import { stepActions } from '../../outbox/use-reply-keys.ts'
import { useOutboxSteps } from '../../outbox/use-outbox-steps.ts'
import { deliveryWords, type OutboxStep, type ReplyStanding, stepWords } from '../delivery-words.ts'
import classes from './DeliveryLine.module.css'

export interface DeliveryLineProps {
  readonly reply: ReplyStanding
  readonly outboxId: string | null
  /** Whether the keys act on this reply, and are shown. */
  readonly withKeys: boolean
}

const icons = {
  held: IconClockHour4,
  queued: IconClockHour4,
  sending: IconArrowUpRight,
  unknown: IconZoomQuestion,
  failed: IconAlertTriangleFilled,
  'needs-attention': IconAlertTriangleFilled
} as const

/** Where an own reply stands, and what can be done about it. Nothing for replies that are with X. */
export function DeliveryLine({ reply, outboxId, withKeys }: DeliveryLineProps) {
  const { delivery, scheduledAt } = reply
  const text = useClock((now) => deliveryWords(reply, now)?.text ?? '')
  const steps = useOutboxSteps()
  const words = deliveryWords(reply, 0)
  if (!words || delivery === 'received' || delivery === 'sent') return null
  const Icon = scheduledAt === null ? icons[delivery] : IconCalendarClock
  return (
    <>
      <div className={classes.root} data-tone={words.tone}>
        <span className={classes.text} title={scheduledAt === null ? undefined : formatExact(scheduledAt)}>
          <Icon size={13} className={classes.icon} aria-hidden="true" />
          {text}
        </span>
      </div>
      {delivery === 'needs-attention' ? <ChangeList changes={reply.changes} /> : null}
      {outboxId === null || words.steps.length === 0 ? null : (
        <div className={classes.root}>
          {words.steps.map((step) => (
            <UnstyledButton key={step} className={classes.step} onClick={() => void steps(step, outboxId)}>
              {stepWords(step, reply)}
              <StepKeys step={step} withKeys={withKeys} held={delivery === 'held' && scheduledAt === null} />
            </UnstyledButton>
          ))}
        </div>
      )}
    </>
  )
}

function StepKeys({
  step,
  withKeys,
  held
}: {
  readonly step: OutboxStep
  readonly withKeys: boolean
  readonly held: boolean
}) {
  // In its undo window a reply is sent now by pressing the send key once more.
  const action: ActionId | null =
    step === 'undo' ? 'window.undo' : !withKeys ? null : step === 'sendNow' && held ? 'reply.send' : stepActions[step]
  return action === null ? null : <ActionKeys action={action} />
}
