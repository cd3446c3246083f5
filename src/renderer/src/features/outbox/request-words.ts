import { type Message, msg } from '../../../../shared/i18n/message.ts'
import { stored, t } from '../../i18n/t.ts'
import { assertNever } from '../../../../shared/assert-never.ts'
import type { RequestRow } from '../../../../shared/contract/rows.ts'
import type { RequestStep } from './use-request-steps.ts'

export interface RequestWords {
  /** What is wanted. */
  readonly what: string
  /** Where it stands. */
  readonly text: string
  readonly tone: 'quiet' | 'waiting' | 'trouble'
  readonly steps: readonly RequestStep[]
}

const wants: Readonly<Record<RequestRow['kind'], Message>> = {
  block: msg('Block their messages'),
  unblock: msg('Take their messages again'),
  'delete-message': msg('Delete a message that you sent')
}

/** What still stands when X does not carry it out. */
const stands: Readonly<Record<RequestRow['kind'], Message>> = {
  block: msg('They are not blocked.'),
  unblock: msg('They are still blocked.'),
  'delete-message': msg('It is deleted here, but not in your X account.')
}

/** A request in words, with what can be done about it. @param seconds until a held one is carried out */
export function requestWords(
  { kind, state, reason }: Pick<RequestRow, 'kind' | 'state' | 'reason'>,
  seconds: number
): RequestWords {
  const what = t(wants[kind])
  const why = reason === null ? null : stored(reason)
  switch (state) {
    case 'held':
      return { what, text: t('Deleting in {seconds, number} s', { seconds }), tone: 'quiet', steps: ['undo'] }
    case 'queued':
      return {
        what,
        text: why === null ? t('Waiting for X') : t('Waiting for X. {reason}', { reason: why }),
        tone: 'waiting',
        steps: []
      }
    case 'failed':
      return {
        what,
        text: `${why ?? t('X did not do it.')} ${t(stands[kind])}`,
        tone: 'trouble',
        steps: ['retry', 'discard']
      }
    default:
      return assertNever(state)
  }
}

/** What the button of a step says. */
export function requestStepWords(step: RequestStep): string {
  switch (step) {
    case 'undo':
      return t('Keep it')
    case 'retry':
      return t('Try again')
    case 'discard':
      return t('Leave it so')
    default:
      return assertNever(step)
  }
}
