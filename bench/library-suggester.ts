import { createRanker } from '../src/main/core/library/suggest/ranker.ts'
import { chosenWeights } from '../src/main/core/library/suggest/weights.ts'
import { seededRandom, text } from './generate.ts'
import { type Measured, measure, printTable, summarise } from './measure.ts'

const ME = 'me'
const START = Date.UTC(2026, 0, 1)

/**
 * npm run bench:suggester: the suggester over a library of so many replies and so many past answers: ranking, one more
 * use, and the steps of its building, which the core takes in parts of 6 ms (`suggest/suggester.ts`).
 */
export function suggesterFigures(replies: number, answers: number, runs: number): Measured[] {
  const random = seededRandom(7)
  const ranker = createRanker(chosenWeights)
  const steps: number[] = []
  const step = (work: () => void): void => {
    const start = performance.now()
    work()
    steps.push(performance.now() - start)
  }
  for (let nth = 0; nth < replies; nth += 1) {
    const reply = { id: `reply ${nth}`, text: `${text(random)} ${text(random)}`, languages: ['en'], category: null }
    step(() => ranker.put(reply))
  }
  const learn = (id: string): void => {
    const reply = `reply ${Math.floor(replies * random() ** 3)}`
    ranker.learn({ id, reply, asked: text(random), at: START, first: random() < 0.7, member: ME })
  }
  for (let nth = 0; nth < answers; nth += 1) step(() => learn(`past ${nth}`))
  const rank = (): void => {
    const question = { asked: text(random), first: true, language: 'en', category: null, me: ME }
    void ranker.rank(question, () => true, 3)
  }
  let nth = 0
  return [
    measure('suggester, best three', runs, rank),
    measure('suggester, one use learned', runs, () => learn(`new ${(nth += 1)}`)),
    summarise('suggester, one step of its building', steps)
  ]
}

if (import.meta.main) printTable(suggesterFigures(10_000, 100_000, 100))
