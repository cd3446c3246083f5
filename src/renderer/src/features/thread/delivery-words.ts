import { assertNever } from '../../../../shared/assert-never.ts'
import type { Delivery } from '../../../../shared/domain/message.ts'

export type OutboxStep = 'undo' | 'sendNow' | 'retry' | 'edit' | 'discard'

export interface DeliveryWords {
  readonly text: string
  readonly tone: 'quiet' | 'waiting' | 'trouble'
  readonly steps: readonly OutboxStep[]
}

/**
 * Where an own reply stands, in words, with what can be done about it.
 * @param seconds until a held reply leaves
 * @param reason why it is held up, as the core says it
 */
export function deliveryWords(delivery: Delivery, seconds: number | null, reason: string | null): DeliveryWords | null {
  switch (delivery) {
    case 'received':
    case 'sent':
      return null
    case 'held':
      return {
        text: seconds === null ? 'Sending soon' : `Sending in ${seconds} s`,
        tone: 'quiet',
        steps: ['undo', 'sendNow']
      }
    case 'queued':
      return {
        text: reason === null ? 'Waiting to be sent' : `Waiting to be sent. ${reason}`,
        tone: 'waiting',
        steps: ['edit', 'discard']
      }
    case 'sending':
      return { text: 'Sending…', tone: 'quiet', steps: [] }
    case 'unknown':
      return { text: 'Checking with X whether it arrived', tone: 'waiting', steps: [] }
    case 'failed':
      return {
        text: `Not sent. ${reason ?? 'X did not take it.'}`,
        tone: 'trouble',
        steps: ['retry', 'edit', 'discard']
      }
    case 'needs-attention':
      return {
        text: `Needs your eye. ${reason ?? 'Something changed before it left.'}`,
        tone: 'trouble',
        steps: ['retry', 'edit', 'discard']
      }
    default:
      return assertNever(delivery)
  }
}

/** What the button of a step says. */
export function stepWords(step: OutboxStep, delivery: Delivery): string {
  switch (step) {
    case 'undo':
      return 'Undo'
    case 'sendNow':
      return 'Send now'
    case 'retry':
      return delivery === 'needs-attention' ? 'Send anyway' : 'Try again'
    case 'edit':
      return 'Edit'
    case 'discard':
      return 'Discard'
    default:
      return assertNever(step)
  }
}
