import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readAnswer } from '../../src/shared/domain/survey/read-answer.ts'
import type { AnswerReading, ScoreKind } from '../../src/shared/domain/survey/survey.ts'

/** What a person who reads the answer would do with it. */
export type Label =
  /** Write down this score without asking. */
  | { readonly kind: 'score'; readonly value: number }
  /** Ask. */
  | { readonly kind: 'uncertain' }
  /** Take no notice: the number is something else. */
  | { readonly kind: 'none' }
  | { readonly kind: 'opt-out' }

export interface LabelledAnswer {
  readonly language: string
  readonly survey: ScoreKind
  readonly label: Label
  readonly text: string
}

export const halves = ['tuning', 'held-out', 'late'] as const

/** One answer a line: language, kind of survey, label (a number, ?, - or stop), text with \n for a new line. */
export function readAnswers(half: (typeof halves)[number]): LabelledAnswer[] {
  return readFileSync(join(import.meta.dirname, `${half}.tsv`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [language = '', survey = '', label = '', text = ''] = line.split('\t')
      if ((survey !== 'csat' && survey !== 'nps') || text === '') throw new Error(`This line is no answer: ${line}`)
      return { language, survey, label: labelOf(label), text: text.replaceAll(String.raw`\n`, '\n') }
    })
}

function labelOf(text: string): Label {
  if (text === '?') return { kind: 'uncertain' }
  if (text === '-') return { kind: 'none' }
  if (text === 'stop') return { kind: 'opt-out' }
  if (/^\d{1,2}$/u.test(text)) return { kind: 'score', value: Number(text) }
  throw new Error(`There is no label “${text}”.`)
}

export interface Tried {
  readonly answer: LabelledAnswer
  readonly reading: AnswerReading
}

export function tryAnswers(answers: readonly LabelledAnswer[]): Tried[] {
  return answers.map((answer) => ({ answer, reading: readAnswer(answer.survey, answer.text) }))
}

/** The parser wrote a score down, and it is the one that a person would have written down. */
export function isRight({ answer, reading }: Tried): boolean {
  return reading.kind === 'score' && answer.label.kind === 'score' && reading.value === answer.label.value
}
