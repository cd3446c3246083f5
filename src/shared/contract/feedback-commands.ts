import { z } from 'zod'
import { categories } from '../domain/conversation.ts'
import {
  LONGEST_QUOTE,
  MAX_FEEDBACK_NOTE,
  MAX_PRODUCT_NAME,
  MAX_THEME_NAME,
  MOST_THEMES,
  sentiments
} from '../domain/feedback/feedback.ts'
import { ConversationKey, XId } from '../domain/ids.ts'

const id = z.string().min(1).max(100)
const at = z.number().int().min(0)
/** One line, without blanks at its ends. */
const name = (what: string, longest: number) =>
  z
    .string()
    .transform((value) => value.replace(/\s+/gu, ' ').trim())
    .refine((value) => value !== '', `${what} needs a name.`)
    .refine((value) => value.length <= longest, `${what} may have at most ${longest} characters.`)
const themeName = name('A theme', MAX_THEME_NAME)

/** What is said of the feedback itself. Themes and products by their names: what is new is made. */
const said = {
  themes: z
    .array(themeName)
    .min(1, 'Choose a theme, or type the name of a new one.')
    .max(MOST_THEMES, `There may be ${MOST_THEMES} themes at most.`),
  product: name('A product', MAX_PRODUCT_NAME).nullable().default(null),
  sentiment: z.enum(sentiments).default('neutral'),
  severity: z
    .union([z.literal(1), z.literal(2), z.literal(3)])
    .nullable()
    .default(null),
  note: z
    .string()
    .max(MAX_FEEDBACK_NOTE, `A note may have at most ${MAX_FEEDBACK_NOTE} characters.`)
    .transform((value) => value.trim())
    .default('')
}

/** What of the feedback is wanted: said in [from, to), ms since 1970. Null: all. */
export const FeedbackFilter = z
  .object({
    from: at,
    to: at,
    category: z.enum(categories).nullable().default(null),
    tag: id.nullable().default(null),
    product: id.nullable().default(null),
    sentiment: z.enum(sentiments).nullable().default(null)
  })
  .strict()
export type FeedbackFilter = z.infer<typeof FeedbackFilter>

/** What can be done about feedback. */
export const feedbackCommands = {
  /**
   * `message` null: about the conversation as a whole; `words` null: about the whole message. The words are found again by
   * their quote when the message was changed meanwhile.
   */
  'feedback.add': z
    .object({
      conversation: ConversationKey,
      message: XId.nullable().default(null),
      words: z
        .object({ start: at, end: at, quote: z.string().min(1).max(LONGEST_QUOTE) })
        .strict()
        .nullable()
        .default(null),
      ...said
    })
    .strict()
    .refine(({ message, words }) => message !== null || words === null, 'Words stand in a message.'),
  'feedback.change': z.object({ feedback: id, ...said }).strict(),
  'feedback.remove': z.object({ feedback: id }).strict(),
  'feedback.renameTheme': z.object({ theme: id, name: themeName }).strict(),
  /** What has `theme` has `into`. */
  'feedback.mergeThemes': z.object({ theme: id, into: id }).strict(),
  /** Retired themes are not offered any more. */
  'feedback.retireTheme': z.object({ theme: id, retired: z.boolean() }).strict(),
  /** Quotes as CSV, without what tells who said them. `file`: an absolute path. */
  'feedback.export': z
    .object({ file: z.string().min(1).max(4_000), filter: FeedbackFilter, theme: id.nullable().default(null) })
    .strict()
} as const satisfies Record<string, z.ZodType>

/** Name → result. */
export interface FeedbackCommandResults {
  'feedback.add': { feedback: string }
  'feedback.change': null
  'feedback.remove': null
  'feedback.renameTheme': null
  'feedback.mergeThemes': { entries: number }
  'feedback.retireTheme': null
  'feedback.export': { file: string; quotes: number }
}
