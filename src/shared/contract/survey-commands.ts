import { z } from 'zod'
import { ConversationKey, XId } from '../domain/ids.ts'
import { MAX_TEXT_LENGTH } from '../domain/message.ts'
import { SurveySettings } from '../domain/survey/survey-settings.ts'

const id = z.string().min(1).max(100)

/** What can be done with surveys. */
export const surveyCommands = {
  /** `survey` null makes one. */
  'surveys.save': z.object({ survey: id.nullable(), settings: SurveySettings }).strict(),
  'surveys.delete': z.object({ survey: id }).strict(),
  /**
   * Into the outbox, like any reply; `text` as the agent saw it. Refused for who wants no surveys, was asked not long
   * ago, or has not written.
   */
  'surveys.send': z
    .object({
      conversation: ConversationKey,
      survey: id,
      text: z
        .string()
        .max(MAX_TEXT_LENGTH)
        .refine((value) => value.trim() !== '', 'A survey needs a text.'),
      hold: z.boolean().default(true)
    })
    .strict(),
  /** What an answer means, by an agent's word, which stands; `score` null: it is no score. */
  'surveys.decide': z.object({ asked: id, score: z.number().int().min(0).max(10).nullable() }).strict(),
  /** Whether a customer wants no more surveys. */
  'surveys.setOptOut': z.object({ user: XId, out: z.boolean() }).strict()
} as const satisfies Record<string, z.ZodType>

export interface SurveyCommandResults {
  'surveys.save': { survey: string }
  'surveys.delete': null
  'surveys.send': { outboxId: string; state: string; asked: string }
  'surveys.decide': null
  'surveys.setOptOut': null
}
