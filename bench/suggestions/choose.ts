import type { Weights } from '../../src/main/core/library/suggest/weights.ts'
import type { Case, Talk } from './cases.ts'
import { type Outcome, outcomes, type Scope } from './evaluate.ts'
import { suggester } from './methods.ts'
import { mean } from './metrics.ts'

/** Tried in all combinations. */
const GRID: { readonly [N in keyof Weights]?: readonly number[] } = {
  text: [0.1, 0.2, 0.4],
  alike: [0.5, 1, 2],
  used: [0.1, 0.2, 0.4, 0.8],
  sharpness: [1, 2, 4],
  otherStage: [0.2, 0.5, 1]
}
const SILENCES = [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8]
/** A wrong suggestion weighs as much as two that are missing. */
const BETA = 0.5
const SCOPES: readonly Scope[] = ['brand', 'pooled']

/** The weights that do best on the training splits, those of equal worth nearest to `from` first. Never looks at what is held out. */
export function chooseWeights(talk: Talk, from: Weights): Weights {
  const history: Talk = { ...talk, cases: talk.cases.filter(({ held }) => !held) }
  let best = { weights: from, worth: worthOf(history, from) }
  for (const weights of combinations(from)) {
    const worth = worthOf(history, weights)
    if (worth > best.worth) best = { weights, worth }
  }
  return { ...best.weights, silentBelow: chooseSilence(history, best.weights) }
}

function combinations(from: Weights): Weights[] {
  return Object.entries(GRID).reduce<Weights[]>(
    (all, [name, values]) => all.flatMap((weights) => values.map((value) => ({ ...weights, [name]: value }))),
    [from]
  )
}

function training(talk: Talk, scope: Scope, weights: Weights): Outcome[] {
  return outcomes(talk, scope, 'training', suggester(weights))
}

/** Recall at 3 and mean reciprocal rank, of both scopes. */
function worthOf(talk: Talk, weights: Weights): number {
  const labelled: Talk = { ...talk, cases: talk.cases.filter(({ answers }) => answers.length > 0) }
  return mean(SCOPES, (scope) => {
    const asked = training(labelled, scope, weights).filter(({ choice }) => choice > 3)
    return mean(asked, ({ rank }) => Number(rank <= 3)) + mean(asked, ({ rank }) => 1 / rank)
  })
}

/** From which score on it pays to speak, over all that agents answered, with a canned reply or without. */
function chooseSilence(talk: Talk, weights: Weights): number {
  const worth = SILENCES.map((silentBelow) => {
    const asked = SCOPES.flatMap((scope) => training(talk, scope, { ...weights, silentBelow }))
    return { silentBelow, worth: usefulness(asked) }
  })
  return worth.reduce((best, one) => (one.worth > best.worth ? one : best)).silentBelow
}

/** F of precision (spoken, and right) and recall, with more weight on precision. */
export function usefulness(asked: readonly Outcome[]): number {
  const spoken = asked.filter(({ spoke }) => spoke)
  const right = spoken.filter(({ rankOfAlike }) => rankOfAlike <= 3).length
  const wanted = asked.filter(({ question }) => isLabelled(question)).length
  return right === 0 ? 0 : ((1 + BETA ** 2) * right) / (BETA ** 2 * wanted + spoken.length)
}

function isLabelled({ answers }: Case): boolean {
  return answers.length > 0
}
