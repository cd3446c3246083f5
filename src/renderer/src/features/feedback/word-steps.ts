import { type TextSpan, wordSpans } from '../../../../shared/domain/feedback/span.ts'

/** Words that are being chosen by key: from the one where it began to the one that moves. */
export interface WordChoice {
  /** Id of the message. */
  readonly message: string
  readonly words: readonly TextSpan[]
  /** Numbers of words. */
  readonly from: number
  readonly at: number
}

/** @returns null when there is no word in it */
export function beginChoice(message: string, text: string): WordChoice | null {
  const words = wordSpans(text)
  return words.length === 0 ? null : { message, words, from: 0, at: 0 }
}

/** @param extends whether the first word stays where it is */
export function moveChoice(choice: WordChoice, steps: number, extending: boolean): WordChoice {
  const at = Math.max(0, Math.min(choice.words.length - 1, choice.at + steps))
  return { ...choice, at, from: extending ? choice.from : at }
}

/** The place of what is chosen, with what stands between the words. */
export function chosenSpan({ words, from, at }: WordChoice): TextSpan {
  const first = words[Math.min(from, at)]
  const last = words[Math.max(from, at)]
  return { start: first?.start ?? 0, end: last?.end ?? 0 }
}
