/**
 * Rows about surveys. Times are ms since 1970.
 * @module
 */
import type { Doubt, SurveyKind } from '../domain/survey/survey.ts'
import type { SurveySettings } from '../domain/survey/survey-settings.ts'

/** Surveys, in the order in which they were made, with what came of them. */
export interface SurveyRow extends SurveySettings {
  readonly id: string
  /** How many were sent. */
  readonly asked: number
  readonly answered: number
  /** Of the scores; null: none. */
  readonly average: number | null
}

/** Why a customer is not asked. */
export type SurveyRefusal =
  | { readonly why: 'opted-out' }
  /** `at`: when it was asked last; `until`: from then on it may be asked again. */
  | { readonly why: 'asked'; readonly at: number; readonly until: number }
  /** The customer has not written, or not since the last survey. */
  | { readonly why: 'not-written' }
  | { readonly why: 'group' }

/** A survey that this agent can send in a conversation, filled in. */
export interface SurveyChoiceRow {
  /** The survey's. */
  readonly id: string
  readonly kind: SurveyKind
  readonly name: string
  readonly text: string
  /** Something could not be filled in, and stands there as its placeholder. */
  readonly incomplete: boolean
  readonly refused: SurveyRefusal | null
}

/** A conversation was resolved a moment ago, and its customer could be asked. */
export interface SurveyOfferRow {
  /** The conversation with the moment of its resolution. */
  readonly id: string
  readonly conversation: string
  readonly title: string
  readonly survey: string
  readonly name: string
  readonly text: string
}

/** A survey that was sent in a conversation, the newest first. */
export interface AskedSurveyRow {
  readonly id: string
  readonly kind: SurveyKind
  readonly name: string
  readonly askedAt: number
  /** X's id of the message that asked; null: it has not left yet. */
  readonly message: string | null
  /** Until when an answer is awaited; null while the question has not left. */
  readonly until: number | null
  readonly answer: SurveyAnswer | null
}

export interface SurveyAnswer {
  /** `asking`: the agent is to say what it means. `words`: to an open question. `none`: by an agent's word, no score. */
  readonly state: 'score' | 'asking' | 'words' | 'none'
  /** X's id of the message; null: it was given by hand. */
  readonly message: string | null
  /** The beginning of what it says; null: there is no message, or it is gone. */
  readonly said: string | null
  readonly at: number
  readonly score: number | null
  /** What it may mean, the likeliest first. */
  readonly candidates: readonly number[]
  readonly why: Doubt | null
  /** Id of the member who decided; null: it was read. */
  readonly decidedBy: string | null
}

/** What a customer said in surveys, with everybody who is one with them. */
export interface CustomerSurveysRow {
  /** The customer's. */
  readonly id: string
  /** Since when they want no more surveys; null: they may be asked. */
  readonly optedOutAt: number | null
  /** Whether they said so; otherwise somebody of the team did. */
  readonly optedOutByCustomer: boolean
  readonly lastAskedAt: number | null
  readonly scores: readonly CustomerScore[]
}

export interface CustomerScore {
  readonly asked: string
  readonly kind: SurveyKind
  readonly score: number
  readonly at: number
  readonly conversation: string
}
