/**
 * npm run bench:suggestions -- [--data DIR] [--choose]
 * How often one of three suggested replies is what a real agent answered. See docs/suggestions.md.
 */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chosenWeights } from '../src/main/core/library/suggest/weights.ts'
import { printColumns } from './measure.ts'
import { readTalk, SAME_FROM, type Talk } from './suggestions/cases.ts'
import { chooseWeights } from './suggestions/choose.ts'
import { MOST_SHOWN, type Outcome, outcomes, type Scope, scopes } from './suggestions/evaluate.ts'
import { type MakeMethod, mostUsed, suggester, wordsAlone } from './suggestions/methods.ts'
import { intervalOfDifference, macroOf, mean, type Metrics, metricsOf } from './suggestions/metrics.ts'

const { values } = parseArgs({
  options: {
    /** With support-conversations.jsonl and mined-replies.json; also BACKCHANNEL_TALK. */
    data: {
      type: 'string',
      default: process.env['BACKCHANNEL_TALK'] ?? join(import.meta.dirname, '../../shared/data')
    },
    /** Looks for weights on the training splits, for `weights.ts`. Takes minutes. */
    choose: { type: 'boolean', default: false }
  }
})
const OURS = 'Backchannel'
const methods: Readonly<Record<string, MakeMethod>> = {
  'most used': mostUsed,
  BM25: wordsAlone,
  [OURS]: suggester(chosenWeights)
}
const titles: Readonly<Record<Scope, string>> = {
  brand: 'A library for each brand (those with more than three replies)',
  pooled: 'All replies in one library, brands not told'
}

const compared: Readonly<Record<string, (outcome: Outcome) => number>> = {
  'Recall at 3': ({ rank }) => Number(rank <= MOST_SHOWN),
  MRR: ({ rank }) => 1 / rank
}

const folder = resolve(values.data)
if (!existsSync(join(folder, 'mined-replies.json'))) {
  console.log(`Skipped: there is no research data in ${folder}. Name its folder with --data or BACKCHANNEL_TALK.`)
} else if (values.choose) {
  console.log(chooseWeights(readTalk(folder), chosenWeights))
} else report()

function report(): void {
  const talk = readTalk(folder)
  const labelled = talk.cases.filter(isLabelled)
  const held = labelled.filter((one) => one.held)
  console.log(
    `${talk.library.length} replies. ${talk.cases.length} answers of agents to customers, ${labelled.length} of them nearly a reply of the library; held out: ${held.length}.`
  )
  for (const scope of scopes) reportScope(talk, scope)
  reportRules()
}

function reportScope(talk: Talk, scope: Scope): void {
  const asked = Object.entries(methods).map(([name, make]) => ({
    name,
    all: outcomes(talk, scope, 'held-out', make),
    choices: outcomes(talk, scope, 'held-out', make).filter(isChoice)
  }))
  console.log(`\n${titles[scope]}: ${asked[0]?.choices.length ?? 0} cases`)
  printColumns(
    ['', 'recall at 1', 'recall at 3', 'MRR', 'nearly the same at 3', 'by brand: at 1', 'at 3', 'MRR', 'nearly at 3'],
    asked.map(({ name, choices }) => [name, ...cells(metricsOf(choices)), ...cells(macroOf(choices))])
  )
  const ours = asked.find(({ name }) => name === OURS)
  const best = asked
    .filter(({ name }) => name !== OURS)
    .toSorted((a, b) => metricsOf(b.choices).recall3 - metricsOf(a.choices).recall3)[0]
  if (!ours || !best) return
  for (const [what, value] of Object.entries(compared)) {
    const [low, high] = intervalOfDifference(ours.choices, best.choices, value)
    const by = mean(ours.choices, value) - mean(best.choices, value)
    console.log(`${what}, better than ${best.name} by ${signed(by)} (95 %: ${signed(low)} to ${signed(high)})`)
  }
  reportBrands(asked)
  reportSilence(ours.all)
}

function reportBrands(asked: readonly { readonly name: string; readonly all: readonly Outcome[] }[]): void {
  const rows = [...Map.groupBy(asked[0]?.all.filter(({ question }) => isLabelled(question)) ?? [], brandOf)].map(
    ([brand, cases]) => [
      brand,
      String(cases[0]?.choice ?? 0),
      String(cases.length),
      ...asked.map(({ all }) => {
        const own = all.filter((one) => isLabelled(one.question) && brandOf(one) === brand)
        return String(own.filter(({ rank }) => rank <= MOST_SHOWN).length)
      })
    ]
  )
  printColumns(['brand', 'replies', 'cases', ...asked.map(({ name }) => `right at 3: ${name}`)], rows)
}

function reportSilence(all: readonly Outcome[]): void {
  const [with_, without] = [
    all.filter((one) => isLabelled(one.question)),
    all.filter((one) => !isLabelled(one.question))
  ]
  const spoken = with_.filter(({ spoke }) => spoke)
  const right = spoken.filter(({ rankOfAlike }) => rankOfAlike <= MOST_SHOWN)
  const needless = without.filter(({ spoke }) => spoke)
  const times = all.map(({ ms }) => ms).toSorted((a, b) => a - b)
  console.log(
    `Speaks for ${spoken.length} of ${with_.length} that were answered out of the library (the answer or nearly it among the three: ${right.length}), and for ${needless.length} of ${without.length} that were answered otherwise.`
  )
  console.log(`Ranking takes ${(times[Math.floor(times.length * 0.95)] ?? 0).toFixed(2)} ms (p95).`)
}

/** The same with other ideas of what is the same reply. */
function reportRules(): void {
  const rows = [0.5, SAME_FROM, 0.7, 0.8].flatMap((sameFrom) => {
    const talk = readTalk(folder, sameFrom)
    return scopes.map((scope) => {
      const of = Object.values(methods).map((make) => outcomes(talk, scope, 'held-out', make).filter(isChoice))
      return [
        sameFrom.toFixed(1),
        scope,
        String(of[0]?.length ?? 0),
        ...of.map((choices) => metricsOf(choices).recall3.toFixed(2))
      ]
    })
  })
  console.log('\nRecall at 3 where “the same reply” begins elsewhere')
  printColumns(['from', 'library', 'cases', ...Object.keys(methods)], rows)
}

function isLabelled({ answers }: { readonly answers: readonly string[] }): boolean {
  return answers.length > 0
}

function isChoice({ question, choice }: Outcome): boolean {
  return isLabelled(question) && choice > MOST_SHOWN
}

function brandOf({ question }: Outcome): string {
  return question.brand
}

function cells({ recall1, recall3, mrr, alike3 }: Metrics): string[] {
  return [recall1, recall3, mrr, alike3].map((figure) => figure.toFixed(2))
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`
}
