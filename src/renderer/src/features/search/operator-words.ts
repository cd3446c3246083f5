import { type Message, msg } from '../../../../shared/i18n/message.ts'
import type { OperatorName } from '../../../../shared/domain/search/operators.ts'

/** What each operator is for, in the search dialog. */
export const operatorWords: Readonly<Record<OperatorName, Message>> = {
  from: msg('who wrote it: a name, a handle, me or them'),
  to: msg('whom it was written to'),
  is: msg('unread, open, snoozed, resolved, waiting …'),
  has: msg('photo, video, link, note, draft …'),
  before: msg('sent before a day: 2026-03-01, yesterday, 7d'),
  after: msg('sent since a day: yesterday, "last week"'),
  assigned: msg('me, nobody, or a name'),
  tag: msg('a tag of the team, or none'),
  priority: msg('urgent, high, normal or low'),
  category: msg('complaint, billing, technical, praise …'),
  in: msg('a queue, a saved view or an account'),
  code: msg('a promo code, whole')
}
