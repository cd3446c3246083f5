import type { OutboxState } from '../../../../shared/domain/message.ts'
import type { ActionId } from '../../keyboard/actions.ts'
import { useAction } from '../../keyboard/KeyboardProvider.tsx'
import { type OutboxStep, type ReplyStanding, stepsFor } from '../thread/delivery-words.ts'
import { useOutboxSteps } from './use-outbox-steps.ts'

/** A reply that the keys may act on. */
export interface KeyedReply extends Omit<ReplyStanding, 'delivery'> {
  readonly id: string
  readonly state: OutboxState
}

/** The action that carries out a step with the keyboard. */
export const stepActions: Readonly<Record<OutboxStep, ActionId>> = {
  undo: 'window.undo',
  sendNow: 'outbox.send',
  retry: 'outbox.send',
  share: 'outbox.send',
  reschedule: 'outbox.reschedule',
  edit: 'outbox.edit',
  discard: 'outbox.discard'
}

/**
 * Of several unsent replies of a conversation, the one that the keys act on: the oldest that needs an eye, else the newest
 * that waits. Null when there is none to act on.
 */
export function keyedReply<Reply extends KeyedReply>(replies: readonly Reply[]): Reply | null {
  const trouble = replies.find((reply) => reply.state === 'needs-attention' || reply.state === 'failed')
  return trouble ?? replies.findLast((reply) => reply.state === 'held' || reply.state === 'queued') ?? null
}

/** Lets the keys for unsent replies act on this one. */
export function useReplyKeys(reply: KeyedReply | null): void {
  const step = useOutboxSteps()
  const steps = reply === null ? [] : stepsFor({ ...reply, delivery: reply.state })

  function carryOut(action: ActionId): void {
    const found = steps.find((each) => stepActions[each] === action)
    if (reply !== null && found !== undefined) void step(found, reply.id)
  }

  useAction('outbox.send', () => carryOut('outbox.send'), reply !== null)
  useAction('outbox.edit', () => carryOut('outbox.edit'), reply !== null)
  useAction('outbox.discard', () => carryOut('outbox.discard'), reply !== null)
  useAction('outbox.reschedule', () => carryOut('outbox.reschedule'), reply !== null)
}
