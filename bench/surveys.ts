/**
 * npm run bench:surveys -- [--wrong]
 * How often a score that is taken by itself is right, and how many are taken. See docs/feedback.md.
 */
import { parseArgs } from 'node:util'
import { printColumns } from './measure.ts'
import { halves, isRight, readAnswers, type Tried, tryAnswers } from './surveys/answers.ts'
import { wilson } from './surveys/interval.ts'

const { values } = parseArgs({
  options: {
    /** Prints what was read otherwise than labelled. */
    wrong: { type: 'boolean', default: false },
    half: { type: 'string' }
  }
})

for (const half of halves) {
  if (values.half === undefined || values.half === half) report(half, tryAnswers(readAnswers(half)))
}

if (values.half === undefined)
  report(
    'all of them',
    halves.flatMap((half) => tryAnswers(readAnswers(half))),
    false
  )

function report(half: string, all: readonly Tried[], wrong = values.wrong): void {
  console.log(`\n${half}: ${all.length} answers`)
  printColumns(
    ['', 'answers', 'with a score', 'taken', 'right', 'precision', '95 %', 'recall', '95 %'],
    [
      ['all', ...cells(all)],
      ...groups(all, ({ answer }) => answer.survey),
      ...groups(all, ({ answer }) => answer.language)
    ]
  )
  console.log('\nlabelled (down) and read (across)')
  const kinds = ['score', 'uncertain', 'none', 'opt-out'] as const
  printColumns(
    ['', ...kinds],
    kinds.map((label) => [
      label,
      ...kinds.map((read) =>
        String(all.filter(({ answer, reading }) => answer.label.kind === label && reading.kind === read).length)
      )
    ])
  )
  if (wrong) for (const one of all.filter((tried) => !isAsLabelled(tried))) console.log(lineOf(one))
}

function groups(all: readonly Tried[], by: (one: Tried) => string): string[][] {
  return [...Map.groupBy(all, by)].map(([name, members]) => [name, ...cells(members)])
}

function cells(all: readonly Tried[]): string[] {
  const scored = all.filter(({ answer }) => answer.label.kind === 'score')
  const taken = all.filter(({ reading }) => reading.kind === 'score')
  const right = all.filter(isRight)
  return [
    String(all.length),
    String(scored.length),
    String(taken.length),
    String(right.length),
    ...share(right.length, taken.length),
    ...share(right.length, scored.length)
  ]
}

function share(count: number, of: number): [string, string] {
  if (of === 0) return ['–', '–']
  const [low, high] = wilson(count, of)
  return [(count / of).toFixed(3), `${low.toFixed(2)}–${high.toFixed(2)}`]
}

function isAsLabelled(tried: Tried): boolean {
  const { answer, reading } = tried
  return answer.label.kind === 'score' ? isRight(tried) : answer.label.kind === reading.kind
}

function lineOf({ answer, reading }: Tried): string {
  const label = answer.label.kind === 'score' ? String(answer.label.value) : answer.label.kind
  return `${answer.language} ${answer.survey} ${label} ≠ ${JSON.stringify(reading)} ${JSON.stringify(answer.text)}`
}
