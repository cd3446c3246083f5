import type { ReplyChoiceRow, ReplyReason } from '../../../shared/contract/library-rows.ts'
import { textFor } from '../../../shared/domain/library/choose-language.ts'
import type { ShelvedReply } from './shelf.ts'

/**
 * A reply as it is offered, in the language that fits best.
 * @param wanted the customer's language (`pt`); null: not known
 * @returns null while nothing of it is approved
 */
export function toChoice(
  reply: ShelvedReply,
  wanted: string | null,
  why: readonly ReplyReason[]
): ReplyChoiceRow | null {
  const { id, folder, tags, approvedVersion: version } = reply
  if (version === null) return null
  const { title, shortcut, actions, attachment } = version.content
  const { body, language } = textFor(version.content, wanted)
  return { id, version: version.id, title, shortcut, folder, tags, body, language, actions, attachment, why }
}
