/** Every way a request can end without its result. The renderer holds the words for people; `message` is for the log and the command line. */
export const errorCodes = [
  'invalid-input',
  'not-found',
  'not-allowed',
  'conflict',
  'sign-in-needed',
  'out-of-credits',
  'rate-limited',
  'offline',
  'x-refused',
  'not-an-archive',
  'unreadable-file',
  'data-folder-in-use',
  'newer-database',
  'wrong-key',
  'protocol',
  'closed',
  'internal'
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** An expected failure with a code, one clear sentence and never a secret. */
export class AppError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'AppError'
    this.code = code
  }
}

/** What crosses the wire for a failure. Unexpected errors keep their details to the log. */
export function toWireError(error: unknown): { code: ErrorCode; message: string } {
  if (error instanceof AppError) return { code: error.code, message: error.message }
  return { code: 'internal', message: 'Something went wrong inside Backchannel. The log names the place.' }
}
