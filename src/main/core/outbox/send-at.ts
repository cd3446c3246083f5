import { AppError } from '../../../shared/contract/errors.ts'

const YEAR_MS = 366 * 86_400_000

/** @throws {AppError} invalid-input when a reply cannot be written for this moment. */
export function checkSendAt(sendAt: number, now: number): void {
  if (sendAt <= now) throw new AppError('invalid-input', 'That time is over. Choose one in the future.')
  if (sendAt > now + YEAR_MS)
    throw new AppError('invalid-input', 'A reply can wait a year at most. Choose an earlier time.')
}
