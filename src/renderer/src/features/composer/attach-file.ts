import { AppError, errorCodes } from '../../../../shared/contract/errors.ts'
import { FILE_TOO_LARGE, MAX_ATTACHMENT_BYTES } from '../../../../shared/domain/attachment.ts'
import { z } from 'zod'

const Taken = z.object({ attachment: z.string() })
const Refusal = z.object({
  code: z.enum(errorCodes),
  message: z.string(),
  pattern: z.string().optional(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional()
})

/**
 * Hands a file to the core, into the draft of a conversation or for a canned reply. Both hosts take it under the same
 * address, as it streams.
 * @param place key of the conversation, or `library`
 * @returns the id of the attachment; for a canned reply its hash
 * @throws {AppError} with what to do instead
 */
export async function attachFile(place: string, file: File): Promise<string> {
  // The core checks all of it by content; this only spares a file the way that can never be taken.
  if (file.size > MAX_ATTACHMENT_BYTES) throw new AppError('invalid-input', FILE_TOO_LARGE)
  if (file.size === 0) throw new AppError('invalid-input', 'This is empty, or a folder. Choose a file.')
  const query = new URLSearchParams({ name: file.name, size: String(file.size) })
  const answer = await fetch(`attachments/${place}?${query.toString()}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file
  }).catch(() => {
    // Also what a file that changed or went away meanwhile looks like.
    throw new AppError('unreadable-file', 'The file could not be read, or Backchannel is not running. Attach it again.')
  })
  if (answer.ok) return Taken.parse(await answer.json()).attachment
  const refusal = Refusal.safeParse(await answer.json().catch(() => null))
  throw refusal.success ? AppError.fromWire(refusal.data) : new AppError('internal', 'The file was not taken.')
}
