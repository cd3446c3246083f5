import { AppError } from '../../../shared/contract/errors.ts'

/** Where the app's own bearer token of an account lies in the secret store. */
export function appBearerName(accountId: string): string {
  return `x-app-bearer:${accountId}`
}

/**
 * The token as it goes into a header; a `Bearer` pasted along is taken off.
 * @throws {AppError} invalid-input
 */
export function checkedAppBearer(text: string): string {
  const token = text.trim().replace(/^Bearer\s+/i, '')
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new AppError(
      'invalid-input',
      'The app bearer token may not hold spaces. Copy it once more from console.x.com.'
    )
  }
  return token
}
