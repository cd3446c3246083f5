import { assertNever } from '../../../../shared/assert-never.ts'
import type { CannedReplyRow } from '../../../../shared/contract/library-rows.ts'
import type { MemberRow, TagRow } from '../../../../shared/contract/triage-rows.ts'
import type { ReplyAction, ReplyScope, ReplyStage } from '../../../../shared/domain/library/canned-reply.ts'
import { type Message, msg } from '../../../../shared/i18n/message.ts'
import { locale } from '../../i18n/language.ts'
import { t } from '../../i18n/t.ts'
import { plainText } from '../../ui/plain-text.ts'
import { formatDate, formatWait } from '../../ui/time.ts'
import { categoryWords, priorityWords } from '../inbox/triage-words.tsx'
import type { Sorting, StageFilter } from './listed-replies.ts'

const stageWords: Readonly<Record<ReplyStage, Message>> = {
  draft: msg('Draft'),
  'in-review': msg('In review'),
  approved: msg('Approved'),
  retired: msg('Retired')
}

export const stageFilterWords: Readonly<Record<StageFilter, Message>> = {
  all: msg('All'),
  draft: msg('Drafts'),
  'in-review': msg('In review'),
  approved: msg('Approved'),
  retired: msg('Retired')
}

export const sortingWords: Readonly<Record<Sorting, Message>> = {
  title: msg('Title'),
  uses: msg('Uses'),
  changed: msg('Changed before sending'),
  answered: msg('Customer answered'),
  after: msg('Time to the answer'),
  content: msg('Customer content'),
  updated: msg('Updated')
}

/** The same over a column. */
export const columnWords: Readonly<Record<Sorting, Message>> = {
  ...sortingWords,
  changed: msg('Changed'),
  answered: msg('Answered'),
  after: msg('After'),
  content: msg('Content')
}

export const scopeWords: Readonly<Record<ReplyScope, Message>> = {
  everyone: msg('Everyone'),
  team: msg('A team'),
  private: msg('Only its owner')
}

/** What of a reply waits to be approved: a first version, or a newer one. Null when nothing does. */
export function waitingStage({
  stage,
  pending
}: Pick<CannedReplyRow, 'stage' | 'pending'>): 'draft' | 'in-review' | null {
  return stage === 'draft' || stage === 'in-review' ? stage : pending
}

/** The stage of a reply, with what waits behind it: `Approved, newer draft`. */
export function stageText({ stage, pending }: Pick<CannedReplyRow, 'stage' | 'pending'>): string {
  if (stage !== 'approved' || pending === null) return t(stageWords[stage])
  return pending === 'draft' ? t('Approved, newer draft') : t('Approved, newer one in review')
}

/** Why an approved reply is not offered now: its time has not come, or is over. Null when it is. */
export function timeText(row: Pick<CannedReplyRow, 'effectiveFrom' | 'expiresAt'>, now: number): string | null {
  if (row.expiresAt !== null && row.expiresAt <= now) return t('Expired')
  if (row.effectiveFrom !== null && row.effectiveFrom > now)
    return t('From {date}', { date: formatDate(row.effectiveFrom, now) })
  return null
}

/** What is listed, chosen or changed: one by its name, several by their number. */
export function repliesText(titles: readonly string[], count: number): string {
  const [title] = titles
  return count === 1 && title !== undefined
    ? plainText(title)
    : t('{count, plural, one {# reply} other {# replies}}', { count })
}

export function languageName(tag: string): string {
  return new Intl.DisplayNames([locale()], { type: 'language', fallback: 'code' }).of(tag) ?? tag
}

/** Compares names as a reader of this window would sort them. */
export function compareNames(a: string, b: string): number {
  return a.localeCompare(b, locale(), { numeric: true })
}

/** What an action names: tags and people, by id. */
export interface ActionNames {
  readonly tags: ReadonlyMap<string, Pick<TagRow, 'name'>>
  readonly team: ReadonlyMap<string, Pick<MemberRow, 'name'>>
}

/** What is done when a reply is sent: `tag refund`. */
export function actionText(action: ReplyAction, { tags, team }: ActionNames): string {
  switch (action.kind) {
    case 'tag':
      return t('tag {name}', { name: plainText(tags.get(action.tag)?.name ?? t('(deleted)')) })
    case 'category':
      return t('category {name}', { name: t(categoryWords[action.category]) })
    case 'priority':
      return t('priority {name}', { name: t(priorityWords[action.priority]) })
    case 'snooze':
      return action.minutes === null
        ? t('snooze until they reply')
        : t('snooze for {time}', { time: formatWait(action.minutes * 60_000) })
    case 'resolve':
      return t('resolve')
    case 'assign':
      return action.member === null
        ? t('assign to whoever sends it')
        : t('assign to {name}', { name: plainText(team.get(action.member)?.name ?? t('(left the team)')) })
    default:
      return assertNever(action)
  }
}
