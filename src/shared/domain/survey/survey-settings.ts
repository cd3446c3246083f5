import { z } from 'zod'
import { LanguageTag } from '../library/canned-reply.ts'
import { surveyKinds } from './survey.ts'

/** What happens when a conversation is resolved. */
export const onResolveChoices = ['off', 'offer', 'automatic'] as const
export type OnResolve = (typeof onResolveChoices)[number]

export const MAX_SURVEY_NAME = 60
export const MAX_SURVEY_TEXT = 1_000
export const MAX_SURVEY_TEXTS = 20
export const MAX_SURVEYS = 20
/** How seldom one customer is asked, in days. */
export const MAX_EVERY_DAYS = 365
/** How long an answer is awaited, in hours. */
export const MAX_WINDOW_HOURS = 14 * 24
export const DEFAULT_EVERY_DAYS = 30
export const DEFAULT_WINDOW_HOURS = 72

const text = z
  .object({
    language: LanguageTag,
    text: z
      .string()
      .trim()
      .min(1, 'A survey needs a text.')
      .max(MAX_SURVEY_TEXT, `A survey may have at most ${MAX_SURVEY_TEXT} characters.`)
  })
  .strict()

/** A survey as the lead writes it. */
export const SurveySettings = z
  .object({
    kind: z.enum(surveyKinds),
    name: z
      .string()
      .transform((value) => value.replace(/\s+/gu, ' ').trim())
      .refine((value) => value !== '', 'A survey needs a name.')
      .refine((value) => value.length <= MAX_SURVEY_NAME, `A name may have at most ${MAX_SURVEY_NAME} characters.`),
    /** The first one is for customers whose language is not among them. */
    texts: z
      .array(text)
      .min(1, 'A survey needs a text.')
      .max(MAX_SURVEY_TEXTS, `A survey may have at most ${MAX_SURVEY_TEXTS} languages.`)
      .refine(
        (texts) => new Set(texts.map(({ language }) => language)).size === texts.length,
        'There are two texts in one language. Remove one of them.'
      ),
    /** A team within the team; null: everyone. */
    team: z.string().min(1).max(60).nullable(),
    onResolve: z.enum(onResolveChoices),
    everyDays: z
      .number('Say how many days.')
      .int()
      .min(1, 'A customer can be asked once a day at most.')
      .max(MAX_EVERY_DAYS, `The longest pause between two surveys is ${MAX_EVERY_DAYS} days.`),
    windowHours: z
      .number('Say how many hours.')
      .int()
      .min(1, 'Give customers an hour at least.')
      .max(MAX_WINDOW_HOURS, `An answer is awaited for ${MAX_WINDOW_HOURS} hours at most.`)
  })
  .strict()
export type SurveySettings = z.infer<typeof SurveySettings>
