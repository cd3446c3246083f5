import { assertNever } from '../../../../../shared/assert-never.ts'
import type { LinkReportRow, LinkRow } from '../../../../../shared/contract/library-rows.ts'
import type { LinkCheckReport, LinkTrouble, UnaskedReason } from '../../../../../shared/domain/library/link.ts'
import { type Message, msg } from '../../../../../shared/i18n/message.ts'
import { t } from '../../../i18n/t.ts'
import { formatDate } from '../../../ui/time.ts'

/** What a list of them is called. */
export const linkStateWords: Readonly<Record<LinkRow['state'], Message>> = {
  dead: msg('Dead'),
  unknown: msg('Could not be told'),
  unasked: msg('Never asked')
}

const unaskedWords: Readonly<Record<UnaskedReason, Message>> = {
  'not-https': msg('It is not a safe one (https)'),
  placeholder: msg('It has a placeholder in it'),
  'sign-in': msg('It has a name or a password in it'),
  nowhere: msg('It is no address of the open internet')
}

const troubleWords: Readonly<Record<Exclude<LinkTrouble, 'answered'>, Message>> = {
  busy: msg('The host asked for fewer questions'),
  timeout: msg('No answer within ten seconds'),
  'no-answer': msg('It could not be reached'),
  certificate: msg('Its certificate does not hold'),
  private: msg('Its host lies in a private network'),
  redirects: msg('It passes on too many times'),
  'passed-on': msg('It passes on to an address that is not asked')
}

/** What is the matter with a link. */
export function linkText(row: LinkRow, now: number): string {
  switch (row.state) {
    case 'dead':
      return row.status === null
        ? t('Its host does not exist, seen on {date}', { date: formatDate(row.at, now) })
        : t('Answered {status} on {date}', { status: String(row.status), date: formatDate(row.at, now) })
    case 'unknown':
      return row.trouble === 'answered'
        ? t('Answered {status}', { status: String(row.status) })
        : t(troubleWords[row.trouble])
    case 'unasked':
      return t(unaskedWords[row.why])
    default:
      return assertNever(row)
  }
}

/** What a check came to, on one line. */
export function endWords({ end, asked, dead, unknown }: LinkCheckReport): string {
  if (end === 'offline') {
    return t('This computer has no network. What is known of the links stays as it was; check them when it has one.')
  }
  const found = [
    t('{count, plural, one {# link asked} other {# links asked}}', { count: asked }),
    t('{count, plural, =0 {none is dead} one {# is dead} other {# are dead}}', { count: dead }),
    ...(unknown === 0 ? [] : [t('{count, number} could not be told', { count: unknown })])
  ].join(' · ')
  return end === 'stopped' ? t('Stopped: {found}', { found }) : found
}

/** What is known of all links, on one line. */
export function knownWords({ lives, dead, unknown, unchecked }: LinkReportRow): string {
  return [
    t('{count, plural, one {# link answers} other {# links answer}}', { count: lives }),
    t('{count, plural, =0 {none is dead} one {# is dead} other {# are dead}}', { count: dead }),
    ...(unknown === 0 ? [] : [t('{count, number} could not be told', { count: unknown })]),
    ...(unchecked === 0 ? [] : [t('{count, number} not asked yet', { count: unchecked })])
  ].join(' · ')
}
