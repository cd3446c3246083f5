import type { Weights } from '../../src/main/core/library/suggest/weights.ts'
import type { Talk } from './cases.ts'
import { MOST_SHOWN, type Outcome, outcomes, type Scope, scopes } from './evaluate.ts'
import { suggester } from './methods.ts'
import { mean } from './metrics.ts'

/** Tried in all combinations. */
const GRID: { readonly [N in keyof Weights]?: readonly number[] } = {
  text: [0.2, 0.4],
  alike: [0.5, 1, 2],
  used: [0.2, 0.4, 0.8],
  sharpness: [1, 2],
  otherStage: [0.2, 0.5]
}
const SILENCES = [0, 0.05, 0.1, 0.125, 0.15, 0.175, 0.2, 0.225, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8]
/** A wrong suggestion weighs as much as two that are missing. */
const BETA = 0.5

/** The weights that do best on the training splits. Never looks at what is held out. @param from what they are compared with */
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
  return mean(scopes, (scope) => {
    const asked = training(talk, scope, weights).filter(
      ({ question, choice }) => choice > MOST_SHOWN && question.answers.length > 0
    )
    return mean(asked, ({ rank }) => Number(rank <= MOST_SHOWN)) + mean(asked, ({ rank }) => 1 / rank)
  })
}

/** From which score on it pays to speak, over all that agents answered, with a canned reply or without. */
function chooseSilence(talk: Talk, weights: Weights): number {
  const worth = SILENCES.map((silentBelow) => {
    const asked = scopes.flatMap((scope) => training(talk, scope, { ...weights, silentBelow }))
    return { silentBelow, worth: usefulness(asked) }
  })
  return worth.reduce((best, one) => (one.worth > best.worth ? one : best)).silentBelow
}

/** F of precision (spoken, and right) and recall, with more weight on precision. */
function usefulness(asked: readonly Outcome[]): number {
  const spoken = asked.filter(({ spoke }) => spoke)
  const right = spoken.filter(({ rankOfAlike }) => rankOfAlike <= MOST_SHOWN).length
  const wanted = asked.filter(({ question }) => question.answers.length > 0).length
  return right === 0 ? 0 : ((1 + BETA ** 2) * right) / (BETA ** 2 * wanted + spoken.length)
}
