import { AppError, errorCodes } from '../../../../shared/contract/errors.ts'
import { FILE_TOO_LARGE, MAX_ATTACHMENT_BYTES } from '../../../../shared/domain/attachment.ts'
import { z } from 'zod'

const Refusal = z.object({
  code: z.enum(errorCodes),
  message: z.string(),
  pattern: z.string().optional(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional()
})

/**
 * Hands a file to the core, into the draft of a conversation. Both hosts take it under the same address, as it streams.
 * @throws {AppError} with what to do instead
 */
export async function attachFile(conversation: string, file: File): Promise<void> {
  // The core checks all of it by content; this only spares a file the way that can never be taken.
  if (file.size > MAX_ATTACHMENT_BYTES) throw new AppError('invalid-input', FILE_TOO_LARGE)
  if (file.size === 0) throw new AppError('invalid-input', 'This is empty, or a folder. Choose a file.')
  const query = new URLSearchParams({ name: file.name, size: String(file.size) })
  const answer = await fetch(`attachments/${conversation}?${query.toString()}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file
  }).catch(() => {
    // Also what a file that changed or went away meanwhile looks like.
    throw new AppError('unreadable-file', 'The file could not be read, or Backchannel is not running. Attach it again.')
  })
  if (answer.ok) return
  const refusal = Refusal.safeParse(await answer.json().catch(() => null))
  throw refusal.success ? AppError.fromWire(refusal.data) : new AppError('internal', 'The file was not taken.')
}
