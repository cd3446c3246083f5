import { categories, priorities } from '../../../../../shared/domain/conversation.ts'
import type { ReplyAction } from '../../../../../shared/domain/library/canned-reply.ts'

/** Minutes that are offered. */
const SNOOZES = [60, 4 * 60, 24 * 60, 3 * 24 * 60, 7 * 24 * 60] as const

/** Everything that a reply can do when it is sent. */
export function actionChoices(tags: readonly string[], members: readonly string[]): readonly ReplyAction[] {
  return [
    { kind: 'resolve' },
    { kind: 'snooze', minutes: null },
    ...SNOOZES.map((minutes) => ({ kind: 'snooze', minutes }) as const),
    ...tags.map((tag) => ({ kind: 'tag', tag }) as const),
    ...categories.map((category) => ({ kind: 'category', category }) as const),
    ...priorities.map((priority) => ({ kind: 'priority', priority }) as const),
    { kind: 'assign', member: null },
    ...members.map((member) => ({ kind: 'assign', member }) as const)
  ]
}
