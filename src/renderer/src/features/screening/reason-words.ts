import { t } from '../../i18n/t.ts'
import type { Place } from '../../../../shared/domain/conversation.ts'
import type { PlaceReason } from '../../../../shared/domain/screening.ts'

/** Why somebody waits, or is in spam. */
export function reasonWords(place: Place, reason: PlaceReason | null): string {
  if (reason === null)
    return place === 'spam' ? t('Somebody here marked it as spam.') : t('Somebody here put it aside.')
  if (reason.startsWith('keyword:')) return t('It says “{keyword}”.', { keyword: reason.slice('keyword:'.length) })
  switch (reason) {
    case 'first-contact':
      return t('First contact: you have not answered them before.')
    case 'not-chosen':
      return t('They are not among the people you chose.')
    case 'not-known':
      return t('X has not told yet whether you follow each other.')
    default:
      return t('They are on the list of those who wait.')
  }
}

/** The same in a word or two, for a row of the list. */
export function shortReason(reason: PlaceReason): string {
  if (reason.startsWith('keyword:')) return `“${reason.slice('keyword:'.length)}”`
  switch (reason) {
    case 'first-contact':
      return t('First contact')
    case 'not-chosen':
      return t('Not chosen')
    case 'not-known':
      return t('Not known yet')
    default:
      return t('Held back')
  }
}
