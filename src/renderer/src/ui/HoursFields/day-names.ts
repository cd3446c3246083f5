import { type Message, msg } from '../../../../shared/i18n/message.ts'
import { t } from '../../i18n/t.ts'

/** Monday first. */
export const dayNames: readonly Message[] = [
  msg('Monday'),
  msg('Tuesday'),
  msg('Wednesday'),
  msg('Thursday'),
  msg('Friday'),
  msg('Saturday'),
  msg('Sunday')
]

/** What is wrong with the hours of a day that nobody can read. */
export function unreadableHoursWords(day: number): string {
  const name = dayNames[day]
  return t('The hours of {day} cannot be read. Write them like 9:00–12:30, 13:30–18:00, or nothing for closed.', {
    day: name === undefined ? '' : t(name)
  })
}
