import { assertNever } from '../../../../../shared/assert-never.ts'
import type { LibraryFinding } from '../../../../../shared/contract/library-rows.ts'
import type { FindingKind } from '../../../../../shared/domain/library/finding.ts'
import { type Message, msg } from '../../../../../shared/i18n/message.ts'
import { t } from '../../../i18n/t.ts'
import { plainText } from '../../../ui/plain-text.ts'
import { formatDate } from '../../../ui/time.ts'

/** What a list of them is called. */
export const findingWords: Readonly<Record<FindingKind, Message>> = {
  duplicate: msg('Said twice'),
  'promo-code': msg('Codes in the text'),
  date: msg('Dates in the text'),
  'gone-link': msg('Dead links'),
  'dead-link': msg('Broken or unsafe links'),
  'too-long-for-x': msg('Too long for X'),
  stale: msg('Stale'),
  unused: msg('Never sent')
}

/** What is the matter with one reply. */
export function findingText(finding: LibraryFinding, now: number): string {
  const { kind, detail } = finding
  const words = plainText(detail)
  switch (kind) {
    case 'duplicate':
      return t('Another reply says the same')
    case 'promo-code':
      return t('The code {code} stands in the text', { code: words })
    case 'date':
      return t('The date {date} stands in the text', { date: words })
    case 'gone-link':
      return finding.status === null
        ? t('{link}: its host does not exist, seen on {date}', {
            link: words,
            date: formatDate(finding.checkedAt, now)
          })
        : t('{link} answered {status} on {date}', {
            link: words,
            status: String(finding.status),
            date: formatDate(finding.checkedAt, now)
          })
    case 'dead-link':
      return t('The link {link} is broken, or not a safe one (https)', { link: words })
    case 'too-long-for-x':
      return t('{count, number} characters, more than X takes', { count: Number(detail) })
    case 'stale':
      return staleText(detail)
    case 'unused':
      return t('Approved on {date} and never sent', { date: formatDate(Number(detail), now) })
    default:
      return assertNever(kind)
  }
}

function staleText(reason: string): string {
  if (reason === 'expired') return t('It has expired')
  if (reason === 'outdated') return t('A translation is out of date')
  return t('Neither changed nor sent for half a year')
}
