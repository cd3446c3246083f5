/** How a customer feels about what they speak of. */
export const sentiments = ['positive', 'neutral', 'negative'] as const
export type Sentiment = (typeof sentiments)[number]

/** How bad it is, or how much it matters: 1 a little, 3 very. */
export const severities = [1, 2, 3] as const
export type Severity = (typeof severities)[number]

export const MAX_THEME_NAME = 60
export const MAX_PRODUCT_NAME = 60
export const MAX_FEEDBACK_NOTE = 2_000
/** Themes of one entry. Who needs more has tagged more than one thing. */
export const MOST_THEMES = 10
/** Words that are quoted, in UTF-16 units: a whole long message is tagged as a whole. */
export const LONGEST_QUOTE = 10_000
/** Columns of a sparkline. */
export const TREND_STEPS = 12
