import { AppError, type ErrorCode } from '../../../shared/contract/errors.ts'
import type { XProblem } from '../x/problem.ts'

/** A problem at X as a failed command: the code decides what the console offers and how the command line exits. */
export function problemError(problem: XProblem): AppError {
  return new AppError(errorCode(problem), problem.detail)
}

function errorCode(problem: XProblem): ErrorCode {
  switch (problem.kind) {
    case 'unauthorized':
    case 'sign-in-needed':
      return 'sign-in-needed'
    case 'out-of-credits':
    case 'usage-capped':
      return 'out-of-credits'
    case 'rate-limited':
      return 'rate-limited'
    case 'network':
    case 'timeout':
    case 'server':
    case 'malformed':
    case 'cancelled':
      return 'offline'
    default:
      return 'x-refused'
  }
}
