import { seededRandom } from '../generate.ts'
import { MOST_SHOWN, type Outcome } from './evaluate.ts'

export interface Metrics {
  readonly recall1: number
  readonly recall3: number
  readonly mrr: number
  /** Also right when nearly the same reply is among the three. */
  readonly alike3: number
}

const RESAMPLES = 10_000

export function metricsOf(outcomes: readonly Outcome[]): Metrics {
  return {
    recall1: mean(outcomes, ({ rank }) => Number(rank <= 1)),
    recall3: mean(outcomes, ({ rank }) => Number(rank <= MOST_SHOWN)),
    mrr: mean(outcomes, ({ rank }) => 1 / rank),
    alike3: mean(outcomes, ({ rankOfAlike }) => Number(rankOfAlike <= MOST_SHOWN))
  }
}

/** Each brand counts the same. */
export function macroOf(outcomes: readonly Outcome[]): Metrics {
  const brands = [...Map.groupBy(outcomes, ({ question }) => question.brand).values()].map(metricsOf)
  return {
    recall1: mean(brands, ({ recall1 }) => recall1),
    recall3: mean(brands, ({ recall3 }) => recall3),
    mrr: mean(brands, ({ mrr }) => mrr),
    alike3: mean(brands, ({ alike3 }) => alike3)
  }
}

/**
 * 95 % interval of how much better `ours` is, by drawing conversations again and again (cases of one conversation are
 * no independent witnesses). @param theirs of the same cases in the same order
 */
export function intervalOfDifference(
  ours: readonly Outcome[],
  theirs: readonly Outcome[],
  value: (outcome: Outcome) => number
): readonly [number, number] {
  const pairs = ours.flatMap((own, index) => {
    const other = theirs[index]
    return other ? [{ conversation: own.question.conversation, by: value(own) - value(other) }] : []
  })
  const clusters = [...Map.groupBy(pairs, ({ conversation }) => conversation).values()]
  const random = seededRandom(5)
  const means = Array.from({ length: RESAMPLES }, () => {
    const drawn = clusters.flatMap(() => clusters[Math.floor(random() * clusters.length)] ?? [])
    return mean(drawn, ({ by }) => by)
  }).toSorted((a, b) => a - b)
  const at = (share: number): number => means[Math.floor(share * means.length)] ?? Number.NaN
  return [at(0.025), at(0.975)]
}

export function mean<T>(all: readonly T[], value: (one: T) => number): number {
  return all.reduce((sum, one) => sum + value(one), 0) / all.length
}
