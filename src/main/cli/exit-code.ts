import { CommanderError } from 'commander'
import { AppError, type ErrorCode } from '../../shared/contract/errors.ts'

/** DESIGN.md section 6. */
export const EXIT = { done: 0, failed: 1, wrongUsage: 2, signInNeeded: 3, outOfCredits: 4, dataFolderInUse: 5 } as const

export function exitCodeOf(code: ErrorCode): number {
  switch (code) {
    case 'invalid-input':
      return EXIT.wrongUsage
    case 'sign-in-needed':
      return EXIT.signInNeeded
    case 'out-of-credits':
      return EXIT.outOfCredits
    case 'data-folder-in-use':
      return EXIT.dataFolderInUse
    default:
      return EXIT.failed
  }
}

export interface Failure {
  readonly exitCode: number
  readonly code: ErrorCode
  /** One sentence, empty when the reader was answered already (help, version). */
  readonly message: string
}

const ERRNO_SENTENCES: Record<string, string> = {
  EACCES: 'is not allowed for this user',
  EPERM: 'is not allowed for this user',
  EROFS: 'is on a read-only disk',
  ENOSPC: 'is on a disk that is full',
  ENOTDIR: 'leads through something that is no folder',
  EISDIR: 'is a folder',
  ENOENT: 'does not exist'
}

/** Whatever was thrown, as one sentence and an exit code. */
export function describeFailure(error: unknown): Failure {
  if (error instanceof AppError) return { exitCode: exitCodeOf(error.code), code: error.code, message: error.message }
  if (error instanceof CommanderError) return describeUsage(error)
  const { code, path, port } = errnoOf(error)
  if (code === 'EADDRINUSE') {
    return failed('conflict', `Port ${port ?? ''} is in use by another program. Choose another with --port.`)
  }
  const sentence = ERRNO_SENTENCES[code ?? '']
  if (sentence !== undefined && path !== undefined) return failed('unreadable-file', `${path} ${sentence}.`)
  return failed('internal', 'Something went wrong inside Backchannel. Run the command again with --debug to see where.')
}

function failed(code: ErrorCode, message: string): Failure {
  return { exitCode: EXIT.failed, code, message }
}

function describeUsage(error: CommanderError): Failure {
  const answered = error.code === 'commander.helpDisplayed' || error.code === 'commander.version'
  if (answered) return { exitCode: EXIT.done, code: 'invalid-input', message: '' }
  const sentence =
    error.code === 'commander.help'
      ? 'Name a command. `backchannel --help` lists them.'
      : error.message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ')
  return { exitCode: EXIT.wrongUsage, code: 'invalid-input', message: asSentence(sentence) }
}

function asSentence(text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1)
  return /[.!?)]$/.test(capital) ? capital : `${capital}.`
}

function errnoOf(error: unknown): { code?: string; path?: string; port?: number } {
  if (!(error instanceof Error)) return {}
  const { code, path, port } = error as NodeJS.ErrnoException & { port?: number }
  return {
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof path === 'string' ? { path } : {}),
    ...(typeof port === 'number' ? { port } : {})
  }
}
