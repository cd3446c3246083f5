import { noticeProblemSentence } from '../../../../shared/domain/notice-plan-words.ts'
import type {
  BadgeCount,
  NoticeEvent,
  NoticePlan,
  NoticePlanProblem,
  NoticeQueue,
  NoticeRule,
  NoticeSound
} from '../../../../shared/domain/notice-plan.ts'
import { type Message, msg } from '../../../../shared/i18n/message.ts'
import { translator } from '../../i18n/language.ts'
import { t } from '../../i18n/t.ts'
import { queueWords } from '../inbox/queue-words.ts'
import { categoryWords, priorityWords } from '../inbox/triage-words.tsx'

export const eventNames: Readonly<Record<NoticeEvent, Message>> = {
  message: msg('New message'),
  'at-risk': msg('Answer due soon'),
  broken: msg('Answer late'),
  'follow-up': msg('Follow-up due'),
  'needs-eye': msg('Reply needs your eye'),
  'sign-in': msg('Sign-in needed')
}

export const soundNames: Readonly<Record<NoticeSound, Message>> = {
  system: msg('System'),
  none: msg('None'),
  soft: msg('Soft'),
  bell: msg('Bell')
}

export const badgeNames: Readonly<Record<BadgeCount, Message>> = {
  unread: msg('Unread'),
  mine: msg('Unread of mine'),
  waiting: msg('Waiting on us'),
  'at-risk': msg('At risk'),
  none: msg('Nothing')
}

export function queueName(queue: NoticeQueue): string {
  return t(queueWords[queue].title)
}

/** `New message, Mine, Urgent, “refund”` */
export function ruleWords({ when }: NoticeRule, tagName: (id: string) => string): string {
  const parts = [
    when.event === null ? null : t(eventNames[when.event]),
    when.queue === null ? null : queueName(when.queue),
    when.category === null ? null : t(categoryWords[when.category]),
    when.priority === null ? null : t(priorityWords[when.priority]),
    when.tag === null ? null : `#${tagName(when.tag)}`,
    when.firstContact ? t('First contact') : null,
    when.keyword.trim() === '' ? null : `“${when.keyword.trim()}”`
  ].filter((part) => part !== null)
  return parts.length === 0 ? t('New rule') : parts.join(', ')
}

/** One sentence that says what to do. */
export function noticeProblemWords(problem: NoticePlanProblem, plan: NoticePlan): string {
  const { pattern, values } = noticeProblemSentence(problem, plan)
  return translator().sentence(pattern, values)
}
