import { AppError } from '../../../shared/contract/errors.ts'
import { attachmentName } from '../../../shared/domain/attachment.ts'
import { ConversationKey } from '../../../shared/domain/ids.ts'
import type { NewAttachment } from '../core-interface.ts'
import { addToDraft, draftTarget } from './attachments.ts'
import { acceptFile, type Accepting } from './accept.ts'

/**
 * Takes a file into the draft of a conversation: checked by its content while it comes in, kept encrypted, in place of
 * the one before. Nothing is kept of a file that X would not take.
 * @throws {AppError} invalid-input with what to do instead, not-found, not-allowed
 */
export async function attachToDraft(
  parts: Accepting,
  given: NewAttachment & { readonly conversation: string }
): Promise<{ attachment: string }> {
  const key = ConversationKey.safeParse(given.conversation)
  if (!key.success) throw new AppError('not-found', 'There is no such conversation.')
  const target = draftTarget(parts.db, key.data)
  try {
    return await acceptFile(parts, given.body, (tx, { file, size }, facts) => {
      const taken = { file, name: attachmentName(given.name), size, ...facts }
      return { attachment: addToDraft(tx, target, taken, parts.clock.now()) }
    })
  } finally {
    await parts.files.sweep()
  }
}
