import { stored, t } from '../../i18n/t.ts'
import { assertNever } from '../../../../shared/assert-never.ts'
import type { OutboxChange, ReplyQuestion } from '../../../../shared/contract/rows.ts'
import type { Delivery } from '../../../../shared/domain/message.ts'
import { formatAhead, formatClock, secondsUntil } from '../../ui/time.ts'

export type OutboxStep = 'undo' | 'sendNow' | 'reschedule' | 'retry' | 'share' | 'edit' | 'discard'

/** What there is to know of an own reply. */
export interface ReplyStanding {
  readonly delivery: Delivery
  /** Why it is held up, as the core says it. */
  readonly reason: string | null
  readonly heldUntil: number | null
  readonly scheduledAt: number | null
  readonly changes: readonly OutboxChange[]
  readonly asks: ReplyQuestion | null
}

export interface DeliveryWords {
  readonly text: string
  readonly tone: 'quiet' | 'waiting' | 'trouble'
  readonly steps: readonly OutboxStep[]
}

/** Where an own reply stands, in words, with what can be done about it. */
export function deliveryWords(reply: ReplyStanding, now: number): DeliveryWords | null {
  const { delivery, heldUntil, scheduledAt, changes } = reply
  const reason = reply.reason === null ? null : stored(reply.reason)
  switch (delivery) {
    case 'received':
    case 'sent':
      return null
    case 'held':
      if (scheduledAt !== null) {
        return {
          text:
            scheduledAt <= now ? t('Its time has come') : t('Leaves {time}', { time: formatAhead(scheduledAt, now) }),
          tone: 'quiet',
          steps: ['reschedule', 'sendNow', 'edit', 'discard']
        }
      }
      return {
        text:
          heldUntil === null
            ? t('Sending soon')
            : t('Sending in {seconds, number} s', { seconds: secondsUntil(heldUntil, now) }),
        tone: 'quiet',
        steps: ['undo', 'sendNow']
      }
    case 'queued':
      return {
        text: reason === null ? t('Waiting to be sent') : t('Waiting to be sent. {reason}', { reason }),
        tone: 'waiting',
        steps: ['edit', 'discard']
      }
    case 'sending':
      return { text: t('Sending…'), tone: 'quiet', steps: [] }
    case 'unknown':
      return { text: t('Checking with X whether it arrived'), tone: 'waiting', steps: [] }
    case 'failed':
      return {
        text: t('Not sent. {reason}', { reason: reason ?? t('X did not take it.') }),
        tone: 'trouble',
        steps: ['retry', 'edit', 'discard']
      }
    case 'needs-attention':
      return {
        text: t('Needs your eye. {reason}', {
          reason: changesInWords(changes) ?? reason ?? t('Something changed before it left.')
        }),
        tone: 'trouble',
        steps: [reply.asks === 'share' ? 'share' : 'retry', 'edit', 'discard']
      }
    default:
      return assertNever(delivery)
  }
}

/** What can be done about a reply, whatever the time is. */
export function stepsFor(reply: ReplyStanding): readonly OutboxStep[] {
  return deliveryWords(reply, 0)?.steps ?? []
}

function changesInWords(changes: readonly OutboxChange[]): string | null {
  return changes.length === 0 ? null : changes.map(changeInWords).join(' ')
}

/** What changed, as the heading of the messages it speaks of. */
function changeInWords(change: OutboxChange): string {
  switch (change.kind) {
    case 'customer-wrote': {
      const authors = new Set(change.messages.map((message) => message.author))
      const [author] = authors
      const values = { name: author ?? '', count: change.count }
      return authors.size === 1
        ? t('{count, plural, one {{name} wrote again} other {{name} wrote # messages}} after this was written:', values)
        : t(
            '{count, plural, one {Somebody wrote again} other {Somebody wrote # messages}} after this was written:',
            values
          )
    }
    case 'answered':
      return t(
        '{count, plural, one {Somebody else answered} other {Somebody else sent # answers}} after this was written:',
        { count: change.count }
      )
    case 'resolved':
      return t('The conversation was resolved at {time}, after this was written.', { time: formatClock(change.at) })
    case 'reopened':
      return t('The conversation was reopened at {time}, after this was written.', { time: formatClock(change.at) })
    case 'blocked':
      return t('You blocked the messages of this person after this was written.')
    case 'not-shown':
      return notShown(change)
    default:
      return assertNever(change)
  }
}

function notShown(change: Extract<OutboxChange, { kind: 'not-shown' }>): string {
  const start = t('It was sent at {time} and X did not answer.', { time: formatClock(change.at) })
  if (!change.readable)
    return `${start} ${t('X does not let this conversation be read. Send it again only if it did not arrive.')}`
  if (change.messages.length > 0) return `${start} ${t('This message may be it. Send it again only if it is not:')}`
  return `${start} ${t('X does not show it after {count, plural, one {# look} other {# looks}}. Send it again only if it did not arrive.', { count: change.looks })}`
}

/** What the button of a step says. */
export function stepWords(step: OutboxStep, reply: Pick<ReplyStanding, 'delivery' | 'changes'>): string {
  switch (step) {
    case 'undo':
      return t('Undo')
    case 'sendNow':
      return t('Send now')
    case 'reschedule':
      return t('Change time')
    case 'retry':
      if (reply.changes.some((change) => change.kind === 'not-shown')) return t('Send again')
      return reply.delivery === 'needs-attention' ? t('Send anyway') : t('Try again')
    case 'share':
      return t('Allow sharing and send')
    case 'edit':
      return t('Edit')
    case 'discard':
      return t('Discard')
    default:
      return assertNever(step)
  }
}
