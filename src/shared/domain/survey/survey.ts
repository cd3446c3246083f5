/** What a survey asks for: a score from 1 to 5, one from 0 to 10, or words. */
export const surveyKinds = ['csat', 'nps', 'open'] as const

export type SurveyKind = (typeof surveyKinds)[number]

/** A survey that is answered with a number. */
export type ScoreKind = Exclude<SurveyKind, 'open'>

export interface Scale {
  readonly lowest: number
  readonly highest: number
  /** From here on a customer is content, up to there discontent; between them neither. */
  readonly high: number
  readonly low: number
}

export const scales: Readonly<Record<ScoreKind, Scale>> = {
  csat: { lowest: 1, highest: 5, high: 4, low: 2 },
  nps: { lowest: 0, highest: 10, high: 8, low: 4 }
}

export function isOnScale(kind: ScoreKind, value: number): boolean {
  return Number.isInteger(value) && value >= scales[kind].lowest && value <= scales[kind].highest
}

/** Why a number is not taken without an agent's look. */
export type Doubt =
  /** "3 or 4", "3-4" */
  | 'range'
  /** "4.5", "four and a half" */
  | 'half'
  /** "8/10" where 1 to 5 was asked */
  | 'scale'
  /** "not a 5" */
  | 'negated'
  /** "almost 5", "at least 3", "4 please" */
  | 'hedged'
  /** "4? " */
  | 'question'
  /** "5 ... 2" */
  | 'several'
  /** "5, worst service ever" */
  | 'contradiction'
  /** 😊 */
  | 'face'
  /** A number among words that are not understood. */
  | 'words'
  /** It came after something else was written to the customer, and may be the answer to that. */
  | 'later'

/** What a message says in answer to a survey. */
export type AnswerReading =
  | {
      readonly kind: 'score'
      readonly value: number
      readonly confidence: 'sure'
      /** The customer takes back what was said before: "sorry, I meant 5". */
      readonly correction: boolean
    }
  | {
      readonly kind: 'uncertain'
      /** What it may mean, the likeliest first; all of them are on the scale, none twice. */
      readonly candidates: readonly number[]
      readonly why: Doubt
    }
  /** The answer to an open question. */
  | { readonly kind: 'words' }
  | { readonly kind: 'none' }
  /** The customer wants no more surveys. */
  | { readonly kind: 'opt-out' }
