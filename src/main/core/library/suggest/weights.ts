/** How what speaks for a reply is weighed. Chosen by `bench/suggestions.ts --choose` on training splits, see docs/suggestions.md. */
export interface Weights {
  /** Words of the customer that the reply has. */
  readonly text: number
  /** Messages that it answered before. */
  readonly alike: number
  /** How often it is used. */
  readonly used: number
  /** How often the one uses it who asks. */
  readonly mine: number
  /** How much more the nearest of the past messages count than the others. */
  readonly sharpness: number
  /** What counts of an answer from another stage of a conversation: its beginning, or later on. */
  readonly otherStage: number
  /** What is below says nothing; nothing is suggested. */
  readonly silentBelow: number
}

export const chosenWeights: Weights = {
  text: 0.2,
  alike: 0.5,
  used: 0.8,
  mine: 0.05,
  sharpness: 1,
  otherStage: 0.2,
  silentBelow: 0.3
}
