import { AppError, type ErrorCode } from '../../../shared/contract/errors.ts'

/** The user's words where the core's sentence is not meant for them; all other codes carry a clear sentence of their own. */
const words: Partial<Record<ErrorCode, string>> = {
  'sign-in-needed': 'X wants you to sign in again. Your replies wait in the outbox.',
  'out-of-credits': 'X credits are used up. Reading goes on; replies wait in the outbox.',
  'rate-limited': 'X asks for a pause. This will be tried again by itself.',
  offline: 'X cannot be reached. This will be tried again by itself.',
  protocol: 'This window is older than the core behind it. Reload it.',
  closed: 'The connection to Backchannel was closed. Reload the window.',
  internal: 'Something went wrong inside Backchannel. Nothing was lost; try again.'
}

/** One sentence for a person about anything that was thrown. */
export function errorWords(error: unknown): string {
  if (!(error instanceof AppError)) return words.internal ?? ''
  return words[error.code] ?? error.message
}
