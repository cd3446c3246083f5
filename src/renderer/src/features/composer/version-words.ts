import { t } from '../../i18n/t.ts'
import { assertNever } from '../../../../shared/assert-never.ts'
import type { DraftMode, VersionReason } from '../../../../shared/domain/draft.ts'

/** Why an earlier text is kept, in words. */
export function versionWords(reason: VersionReason, mode: DraftMode): string {
  switch (reason) {
    case 'typed':
      return t('Rewritten')
    case 'cleared':
      return t('Cleared')
    case 'sent':
      return mode === 'note' ? t('Added as a note') : t('Sent')
    case 'discarded':
      return t('Discarded from the outbox')
    case 'replaced':
      return t('Replaced by an earlier version')
    case 'other-window':
      return t('From another window')
    default:
      return assertNever(reason)
  }
}

const PREVIEW = 200

/** The beginning of a text on one line. */
export function versionPreview(text: string): string {
  const line = text
    .slice(0, PREVIEW * 2)
    .replaceAll(/\s+/gu, ' ')
    .trim()
  return line.length > PREVIEW || text.length > PREVIEW * 2 ? `${line.slice(0, PREVIEW).toWellFormed()}…` : line
}
