import { UnstyledButton } from '@mantine/core'
import { IconAlertTriangleFilled, IconArrowUpRight, IconClockHour4, IconZoomQuestion } from '@tabler/icons-react'
import type { Delivery } from '../../../../../shared/domain/message.ts'
import { actionOf } from '../../../keyboard/actions.ts'
import { Keys } from '../../../ui/Keys/Keys.tsx'
import { secondsUntil } from '../../../ui/time.ts'
import { useClock } from '../../../ui/use-now.ts'
import { useOutboxSteps } from '../../outbox/use-outbox-steps.ts'
import { deliveryWords, stepWords } from '../delivery-words.ts'
import classes from './DeliveryLine.module.css'

export interface DeliveryLineProps {
  readonly delivery: Delivery
  readonly outboxId: string | null
  readonly reason: string | null
  readonly heldUntil: number | null
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
export function DeliveryLine({ delivery, outboxId, reason, heldUntil }: DeliveryLineProps) {
  const seconds = useClock((now) => (heldUntil === null ? -1 : secondsUntil(heldUntil, now)))
  const steps = useOutboxSteps()
  const words = deliveryWords(delivery, seconds < 0 ? null : seconds, reason)
  if (!words || delivery === 'received' || delivery === 'sent') return null
  const Icon = icons[delivery]
  return (
    <div className={classes.root} data-tone={words.tone}>
      <span className={classes.text}>
        <Icon size={13} className={classes.icon} aria-hidden="true" />
        {words.text}
      </span>
      {outboxId === null
        ? null
        : words.steps.map((step) => (
            <UnstyledButton key={step} className={classes.step} onClick={() => void steps(step, outboxId)}>
              {stepWords(step, delivery)}
              {step === 'undo' ? <Keys keys={actionOf('window.undo').keys[0] ?? ''} /> : null}
            </UnstyledButton>
          ))}
    </div>
  )
}
