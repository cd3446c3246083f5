import { z } from 'zod'
import type { FeedbackFilter } from '../../../../shared/contract/feedback-commands.ts'
import { categories } from '../../../../shared/domain/conversation.ts'
import { sentiments } from '../../../../shared/domain/feedback/feedback.ts'

/** Days up to today that can be looked at. */
export const boardDays = [7, 30, 90, 365] as const
export type BoardDays = (typeof boardDays)[number]

const id = z.string().min(1).max(100).nullable().catch(null)

const BoardChoiceShape = z.object({
  /** Null: all that was ever said. */
  days: z.literal(boardDays).nullable().catch(30),
  category: z.enum(categories).nullable().catch(null),
  tag: id,
  product: id,
  sentiment: z.enum(sentiments).nullable().catch(null),
  /** Whose quotes are shown; null: of all themes. */
  theme: id
})

/** What of the feedback is looked at. */
export type BoardChoice = z.infer<typeof BoardChoiceShape>

const startingChoice: BoardChoice = {
  days: 30,
  category: null,
  tag: null,
  product: null,
  sentiment: null,
  theme: null
}

/** Nothing is left out but what was said at another time. */
export const noFilter = { category: null, tag: null, product: null, sentiment: null } as const

/** What was remembered, as far as it can be used. */
export function readBoardChoice(kept: unknown): BoardChoice {
  const parsed = BoardChoiceShape.safeParse(kept ?? {})
  return parsed.success ? parsed.data : startingChoice
}

export function isFiltered({ category, tag, product, sentiment }: BoardChoice): boolean {
  return [category, tag, product, sentiment].some((value) => value !== null)
}

/**
 * The time as moments: whole days of this computer's calendar, so that the question stays the same until midnight.
 * @param today any moment of today, ms since 1970
 * @param since when the first of all was said
 */
export function filterOf(choice: BoardChoice, today: number, since: number): FeedbackFilter {
  const { days, category, tag, product, sentiment } = choice
  return {
    from: Math.max(0, days === null ? startOfDay(since, 0) : startOfDay(today, 1 - days)),
    to: startOfDay(today, 1),
    category,
    tag,
    product,
    sentiment
  }
}

/** The beginning of the day so many days after that of `at`; a day may have 23 or 25 hours. */
function startOfDay(at: number, days: number): number {
  const day = new Date(at)
  day.setHours(0, 0, 0, 0)
  day.setDate(day.getDate() + days)
  return day.getTime()
}
