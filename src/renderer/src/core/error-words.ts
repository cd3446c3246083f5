import { AppError, type ErrorCode, type WireError } from '../../../shared/contract/errors.ts'
import { type Message, msg } from '../../../shared/i18n/message.ts'
import { translator } from '../i18n/language.ts'
import { t } from '../i18n/t.ts'

const internal = msg('Something went wrong inside Backchannel. Nothing was lost; try again.')

/** The user's words where the core's sentence is not meant for them; all other codes carry a clear sentence of their own. */
const words: Partial<Record<ErrorCode, Message>> = {
  'sign-in-needed': msg('X wants you to sign in again. Your replies wait in the outbox.'),
  'out-of-credits': msg('X credits are used up. Reading goes on; replies wait in the outbox.'),
  'rate-limited': msg('X asks for a pause. This will be tried again by itself.'),
  offline: msg('X cannot be reached. This will be tried again by itself.'),
  protocol: msg('This window is older than the core behind it. Reload it.'),
  closed: msg('The connection to Backchannel was closed. Reload the window.'),
  internal
}

/** One sentence for a person about anything that was thrown, or that a query answered. */
export function errorWords(error: unknown): string {
  if (error instanceof AppError) return problemWords(error)
  return t(internal)
}

/** The same for a failure that is known to be one of the core's. */
export function problemWords(problem: WireError): string {
  const own = words[problem.code]
  return own ? t(own) : coreSentence(problem)
}

/** The core's own sentence, where it says more than the window's general one. */
export function coreSentence({ message, pattern, values }: WireError): string {
  return translator().sentence(pattern ?? message, values)
}
