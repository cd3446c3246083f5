import { type Message, msg } from '../../../../shared/i18n/message.ts'
import { stored, t } from '../../i18n/t.ts'
import type { InboxRow } from '../../../../shared/contract/rows.ts'
import type { PreviewKind } from '../../../../shared/domain/conversation.ts'
import { plainText } from '../../ui/plain-text.ts'

const kindWords: Record<PreviewKind, Message> = {
  text: msg('Message'),
  photo: msg('Photo'),
  gif: msg('GIF'),
  video: msg('Video'),
  voice: msg('Voice message'),
  file: msg('File||noun'),
  member: msg('The members changed')
}

export interface Preview {
  /** `You:` or a member's name. */
  readonly author: string | null
  readonly text: string
}

/** X ends the text of a message with a short link to its own picture; the icon says that already. */
const MEDIA_LINK = /\s*https:\/\/t\.co\/\w+$/

/** The one line under a name in the list: who wrote last, and what. */
export function previewOf(row: Pick<InboxRow, 'preview' | 'previewKind' | 'lastBy' | 'lastName'>): Preview {
  const line = plainText(row.preview).replace(/\s+/g, ' ').trim()
  const text =
    row.previewKind === 'text' ? line : row.previewKind === 'member' ? stored(line) : line.replace(MEDIA_LINK, '')
  return {
    author: row.lastBy === 'us' ? t('You') : row.lastBy === 'them' ? row.lastName : null,
    text: text === '' ? t(kindWords[row.previewKind]) : text
  }
}

/** A day of waiting is more than a customer should have to. */
const LATE_AFTER = 24 * 60 * 60_000

export function isLate(waitingSince: number, now: number): boolean {
  return now - waitingSince >= LATE_AFTER
}
