import { english } from '../i18n/english.ts'
import type { Sentence, Values } from '../i18n/message.ts'

/** Every way a request can end without its result. */
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

/** A failure as it crosses the wire. `message` is in English; with `pattern` and `values` it is worded in other languages. */
export interface WireError {
  readonly code: ErrorCode
  readonly message: string
  readonly pattern?: string | undefined
  readonly values?: Values | undefined
}

/** An expected failure with a code, one clear sentence and never a secret. */
export class AppError extends Error {
  readonly code: ErrorCode
  /** The sentence before its values were filled in: the key of the catalogues. */
  readonly pattern: string
  readonly values: Values | undefined

  /** @param pattern English, as ICU message format when there are values: `There is no conversation {id}.` */
  constructor(code: ErrorCode, pattern: string, values?: Values, options?: { cause?: unknown }) {
    super(values ? english.sentence(pattern, values) : pattern, options)
    this.name = 'AppError'
    this.code = code
    this.pattern = pattern
    this.values = values
  }

  /** A sentence that is made elsewhere, e.g. about a plan or a search. */
  static of(code: ErrorCode, { pattern, values }: Sentence): AppError {
    return new AppError(code, pattern, values)
  }

  static fromWire({ code, message, pattern, values }: WireError): AppError {
    return new AppError(code, pattern ?? message, values)
  }
}

/** What crosses the wire for a failure. Unexpected errors keep their details to the log. */
export function toWireError(error: unknown): WireError {
  if (!(error instanceof AppError)) {
    return { code: 'internal', message: 'Something went wrong inside Backchannel. The log names the place.' }
  }
  const { code, message, pattern, values } = error
  return values ? { code, message, pattern, values } : { code, message }
}
