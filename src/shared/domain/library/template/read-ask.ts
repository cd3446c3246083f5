import type { Token, Tokenizer } from 'liquidjs'
import { nearest } from './nearest.ts'
import {
  atEnd,
  failing,
  fine,
  isQuoted,
  literalOf,
  quoted,
  type ReadExpression,
  reading,
  type Spot,
  spot,
  withFilters
} from './read-expression.ts'

/** What kind of answer a question wants. Answers of type `date` are written `2026-03-09`. */
export const questionTypes = ['text', 'number', 'date', 'choice'] as const
export type QuestionType = (typeof questionTypes)[number]

/** Something that the agent is asked before the reply can be sent. */
export interface TemplateQuestion {
  /** Its answer stands under this key; the same question is asked once, whatever its case and blanks. */
  readonly key: string
  readonly label: string
  readonly type: QuestionType
  /** What stands there until somebody answers; null: nothing. */
  readonly default: string | null
  /** For type `choice`; empty otherwise. */
  readonly choices: readonly string[]
}

const MAX_LABEL = 120

export function questionKey(label: string): string {
  return label.normalize('NFC').trim().replaceAll(/\s+/gu, ' ').toLowerCase()
}

export interface ReadAsk extends ReadExpression {
  /** Null when it cannot be asked as it is written. */
  readonly question: TemplateQuestion | null
}

/** Reads what stands behind `ask`: `"Size", type: "choice", choices: "S, M, L", default: "M"`, then filters. */
export function readAsk(tokenizer: Tokenizer, whole: Token): ReadAsk {
  let question: TemplateQuestion | null = null
  const read = reading(whole, () => {
    const label = tokenizer.readValue()
    const text = literalOf(label)
    if (label === undefined || !isQuoted(label) || typeof text !== 'string') return wrong(whole)
    if (text.trim() === '' || text.length > MAX_LABEL) return wrong(label)
    const options = readOptions(tokenizer)
    if (options.spots.length > 0) return failing(...options.spots)
    question = {
      key: questionKey(text),
      label: text.trim().replaceAll(/\s+/gu, ' '),
      type: options.type ?? (options.choices.length > 0 ? 'choice' : 'text'),
      default: options.default,
      choices: options.choices
    }
    const trouble = contradiction(question)
    return trouble ? wrong(whole) : withFilters(tokenizer, whole)
  })
  return { ...read, question: read.spots.length === 0 ? question : null }
}

/** Reads the name behind `promo` or `fragment`, in quotes; filters only where they make sense. */
export function readNamed(
  tokenizer: Tokenizer,
  whole: Token,
  filters: boolean
): ReadExpression & { readonly named: string | null } {
  let named: string | null = null
  const read = reading(whole, () => {
    const name = tokenizer.readValue()
    const text = literalOf(name)
    if (!isQuoted(name) || typeof text !== 'string' || text.trim() === '') return wrong(whole)
    named = text.trim()
    if (filters) return withFilters(tokenizer, whole)
    return atEnd(tokenizer) ? fine : wrong(whole)
  })
  return { ...read, named: read.spots.length === 0 ? named : null }
}

type HashToken = ReturnType<Tokenizer['readHashes']>[number]

interface Options {
  type: QuestionType | null
  default: string | null
  choices: readonly string[]
  spots: Spot[]
}

function readOptions(tokenizer: Tokenizer): Options {
  const options: Options = { type: null, default: null, choices: [], spots: [] }
  for (const hash of tokenizer.readHashes()) {
    const value = literalOf(hash.value)
    const key = hash.name.content
    if (value === undefined) options.spots.push(wrongOption(hash))
    else if (key === 'default') options.default = String(value).trim() || null
    else if (key === 'choices') options.choices = choicesIn(String(value))
    else if (key === 'type') {
      const type = questionTypes.find((known) => known === value)
      if (type === undefined) options.spots.push(wrongOption(hash, quoted(nearest(String(value), questionTypes))))
      else options.type = type
    } else options.spots.push({ ...wrongOption(hash, nearest(key, ['type', 'default', 'choices'])), detail: key })
  }
  return options
}

/** Liquid's token begins with the blanks before the name. */
function wrongOption(hash: HashToken, instead: string | null = null): Spot {
  const whole = spot('wrong-argument', hash, instead)
  return { ...whole, from: hash.name.begin, detail: whole.detail.trimStart() }
}

function choicesIn(text: string): string[] {
  return [...new Set(text.split(',').map((choice) => choice.trim()))].filter((choice) => choice !== '')
}

function contradiction(question: TemplateQuestion): boolean {
  const { type, choices, default: first } = question
  if ((type === 'choice') !== choices.length > 0) return true
  if (first === null) return false
  if (type === 'choice') return !choices.includes(first)
  if (type === 'date') return !/^\d{4}-\d\d-\d\d$/u.test(first)
  return type === 'number' && !/^-?\d+(?:\.\d+)?$/u.test(first)
}

function wrong(token: Token): ReadExpression {
  return failing(spot('wrong-argument', token))
}
