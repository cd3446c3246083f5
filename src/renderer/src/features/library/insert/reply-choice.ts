import type { ReplyChoiceRow, ReplyReason } from '../../../../../shared/contract/library-rows.ts'
import { assertNever } from '../../../../../shared/assert-never.ts'
import { categories } from '../../../../../shared/domain/conversation.ts'
import { locale } from '../../../i18n/language.ts'
import { t } from '../../../i18n/t.ts'
import { categoryWords } from '../../inbox/triage-words.tsx'
import { languageName } from '../library-words.ts'

/** So many are offered. */
export const MOST_OFFERED = 8

/** What speaks most for a reply: `used 12 times`. Null when nothing is known. */
export function reasonText({ why }: Pick<ReplyChoiceRow, 'why'>): string | null {
  const [reason] = why
  return reason === undefined ? null : wordsOf(reason)
}

/** Everything that speaks for a reply, most telling first. Null when nothing is known. */
export function reasonsText({ why }: Pick<ReplyChoiceRow, 'why'>): string | null {
  return why.length === 0 ? null : new Intl.ListFormat(locale(), { type: 'unit' }).format(why.map(wordsOf))
}

function wordsOf(reason: ReplyReason): string {
  switch (reason.kind) {
    case 'words':
      return t('they write “{words}”', { words: reason.words.slice(0, 3).join(', ') })
    case 'answered-alike':
      return t('{count, plural, one {answered something alike once} other {answered something alike # times}}', {
        count: reason.times
      })
    case 'used':
      return reason.byMe
        ? t('{count, plural, one {used by you once} other {used by you # times}}', { count: reason.times })
        : t('{count, plural, one {used once} other {used # times}}', { count: reason.times })
    case 'language':
      return t('in {language}', { language: languageName(reason.language) })
    case 'category': {
      const category = categories.find((one) => one === reason.category)
      return t('for {category}', { category: category === undefined ? reason.category : t(categoryWords[category]) })
    }
    default:
      return assertNever(reason)
  }
}
