import { t } from '../../i18n/t.ts'
import { formatAhead, formatExact } from '../../ui/time.ts'
import { parseMoment } from '../outbox/parse-moment.ts'
import { scheduleChoices } from '../outbox/schedule-choices.ts'

/** Until when, with its words; `at` null: until the customer writes. ms since 1970 */
export interface SnoozeChoice {
  readonly label: string
  readonly hint: string
  readonly exact?: string
  readonly at: number | null
}

const UNTIL_THEY_WRITE =
  /^(?:(?:until|when|till)\s+)?(?:they|he|she|customer|the customer)?\s*(?:reply|replies|write|writes|answer|answers)$/iu
const LONGEST_MS = 366 * 24 * 3_600_000

function untilTheyWrite(): SnoozeChoice {
  return { label: t('When they reply'), hint: t('whenever that is'), at: null }
}

/** What is offered before anything is typed. */
export function snoozeChoices(now: number): SnoozeChoice[] {
  return [
    ...scheduleChoices(now).map(({ label, at }) => ({
      label,
      hint: formatAhead(at, now),
      exact: formatExact(at),
      at
    })),
    untilTheyWrite()
  ]
}

/** What somebody means who types `tomorrow 9`, `in 3 h` or `when they reply`; null when it says no time. */
export function readSnooze(text: string, now: number): SnoozeChoice | null {
  if (UNTIL_THEY_WRITE.test(text.trim())) return untilTheyWrite()
  const at = parseMoment(text, now)
  return at === null ? null : { label: capital(formatAhead(at, now)), hint: text.trim(), exact: formatExact(at), at }
}

/** Why a conversation cannot be snoozed until then; null when it can. */
export function snoozeProblem(at: number | null, now: number): string | null {
  if (at === null) return null
  if (at <= now) return t('That time is over. Choose one that is still to come.')
  return at > now + LONGEST_MS ? t('A conversation can be snoozed for a year at most. Choose an earlier time.') : null
}

function capital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase() + text.slice(1)
}
