import type { QuickKeyRow } from '../../../../../shared/contract/library-rows.ts'
import { assertNever } from '../../../../../shared/assert-never.ts'
import { t } from '../../../i18n/t.ts'
import { plainText } from '../../../ui/plain-text.ts'

/** Why a quick key inserts nothing, and what to do about it; null when it does. */
export function quickKeyProblem(row: Pick<QuickKeyRow, 'key' | 'title' | 'state'>): string | null {
  const { key, state } = row
  const title = plainText(row.title ?? '')
  switch (state) {
    case 'ready':
      return null
    case 'deleted':
      return t('The reply of quick key {key, number} was deleted. Give the key to another one in the library.', { key })
    case 'retired':
      return t('“{title}” of quick key {key, number} is retired. Bring it back, or give the key to another reply.', {
        title,
        key
      })
    case 'not-approved':
      return t('“{title}” of quick key {key, number} is not approved yet.', { title, key })
    case 'not-yet':
      return t('The time of “{title}” of quick key {key, number} has not come yet.', { title, key })
    case 'expired':
      return t('“{title}” of quick key {key, number} has expired.', { title, key })
    case 'not-shared':
      return t('The reply of quick key {key, number} is not shared with you any more.', { key })
    case 'fragment':
      return t('“{title}” of quick key {key, number} is a fragment now, which only goes into other replies.', {
        title,
        key
      })
    default:
      return assertNever(state)
  }
}
