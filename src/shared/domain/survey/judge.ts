import { moodOfSign } from './faces.ts'
import type { Part } from './merge.ts'
import { onScale, otherScale } from './other-scale.ts'
import { type AnswerReading, type Doubt, isOnScale, scales, type ScoreKind } from './survey.ts'

const NONE: AnswerReading = { kind: 'none' }
/**
 * So many words that are not understood beside a number, and it is no answer but a sentence with a number in it; more of
 * them when others say how content the customer is.
 */
const MOST_UNKNOWN = 1
const MOST_UNKNOWN_WITH_MOOD = 2

/** What stands between two marks. */
interface Clause {
  /** On the scale, in the order of the text; `strong`: "4 stars", "4/5". */
  readonly scores: { readonly value: number; readonly strong: boolean }[]
  /** What an agent may have to decide between, and why. */
  readonly doubts: { readonly candidates: readonly number[]; readonly why: Doubt }[]
  noise: number
  unknown: number
  positive: number
  negative: number
  negator: number
  hedge: number
  scoring: number
  /** It begins with "because" or "but". */
  reason: boolean
  correction: boolean
  /** The mark that ends it. */
  end: string
}

/** Decides what the parts of an answer say together. */
export function judge(kind: ScoreKind, parts: readonly Part[]): AnswerReading {
  const clauses = split(kind, parts)
  const told = clauses.filter((clause) => clause.scores.length > 0 || clause.doubts.length > 0)
  if (told.length === 0) return NONE
  const candidates = candidatesOf(told)
  const doubt = told.map(doubtOf).find((why) => why !== null)
  if (doubt === 'words' && !told.some(isLikely)) return NONE
  if (doubt !== undefined && doubt !== null) return uncertain(candidates, doubt)
  const scores = told.flatMap((clause) => clause.scores)
  const corrected = clauses.some(({ correction }) => correction)
  const value = corrected ? afterCorrection(clauses) : scores[0]?.value
  if (value === undefined) return uncertain(candidates, 'several')
  if (!corrected && scores.some((score) => score.value !== value)) return uncertain(candidates, 'several')
  const others = clauses.filter((clause) => !told.includes(clause))
  if (others.some(({ noise }) => noise > 0)) return uncertain(candidates, 'words')
  if (isListed(clauses, value)) return uncertain(candidates, 'words')
  const why = disagreement(kind, value, clauses)
  return why === null ? { kind: 'score', value, confidence: 'sure', correction: corrected } : uncertain([value], why)
}

function split(kind: ScoreKind, parts: readonly Part[]): Clause[] {
  const clauses: Clause[] = []
  let clause = empty()
  const close = (end: string): void => {
    clause.end = end
    clauses.push(clause)
    clause = empty()
  }
  for (const part of parts) {
    if (part.type === 'break') close(part.sign)
    else if (part.type === 'word' && part.role === 'reason') {
      close('')
      clause.reason = true
    } else add(kind, clause, part)
  }
  close('')
  return clauses
}

function empty(): Clause {
  return {
    scores: [],
    doubts: [],
    noise: 0,
    unknown: 0,
    positive: 0,
    negative: 0,
    negator: 0,
    hedge: 0,
    scoring: 0,
    reason: false,
    correction: false,
    end: ''
  }
}

function add(kind: ScoreKind, clause: Clause, part: Exclude<Part, { type: 'break' }>): void {
  switch (part.type) {
    case 'score':
      if (isOnScale(kind, part.value)) clause.scores.push(part)
      else addOther(clause, otherScale(kind, part.value, null))
      if (part.strong) {
        clause.scoring += 1
        // Ten points are asked for, and stars there are five.
        if (kind === 'nps' && part.value <= 5)
          clause.doubts.push({ candidates: onScale(kind, [part.value * 2, part.value]), why: 'scale' })
      }
      return
    case 'fraction':
      clause.scoring += 1
      if (part.outOf === scales[kind].highest && isOnScale(kind, part.value)) {
        clause.scores.push({ value: part.value, strong: true })
      } else addOther(clause, otherScale(kind, part.value, part.outOf))
      return
    case 'stars': {
      const most = part.filled + part.empty
      if (kind === 'csat' && part.filled >= 2 && (part.empty === 0 ? most <= 5 : most === 5)) {
        clause.scores.push({ value: part.filled, strong: true })
      } else if (kind === 'csat' && part.filled === 1 && most === 5) clause.scores.push({ value: 1, strong: true })
      else if (part.filled === 1) addOther(clause, onScale(kind, [scales[kind].highest, scales[kind].lowest]))
      else addOther(clause, otherScale(kind, Math.min(5, part.filled), 5))
      return
    }
    case 'range': {
      const values = onScale(kind, part.values)
      if (values.length < part.values.length) clause.noise += 1
      else clause.doubts.push({ candidates: values, why: 'range' })
      return
    }
    case 'half': {
      const values = onScale(kind, [Math.floor(part.value), Math.ceil(part.value)])
      if (values.length < 2) addOther(clause, otherScale(kind, part.value, null))
      else clause.doubts.push({ candidates: values, why: 'half' })
      return
    }
    case 'noise':
      clause.noise += 1
      return
    case 'sign': {
      const mood = moodOfSign(part.sign)
      if (mood === null && !/\p{Extended_Pictographic}/u.test(part.sign)) clause.unknown += 1
      if (mood === 'wry') clause.hedge += 1
      else if (mood !== null) clause[mood] += 1
      return
    }
    case 'word':
      addWord(clause, part.role)
  }
}

function addWord(clause: Clause, role: Extract<Part, { type: 'word' }>['role']): void {
  switch (role) {
    case 'positive':
    case 'negative':
    case 'negator':
    case 'hedge':
    case 'scoring':
      clause[role] += 1
      return
    case 'correction':
      clause.correction = true
      return
    case 'unit':
      clause.scoring += 1
      return
    case 'unknown':
      clause.unknown += 1
      return
    default:
  }
}

function addOther(clause: Clause, candidates: readonly number[]): void {
  if (candidates.length === 0) clause.noise += 1
  else clause.doubts.push({ candidates, why: 'scale' })
}

/** Why a clause with a number in it is not taken as it is. Null: it is a score and nothing else. */
function doubtOf(clause: Clause): Doubt | null {
  if (clause.unknown > 0 || clause.noise > 0) return 'words'
  if (clause.negator > 0) return 'negated'
  // "2 was wrong": what is wrong may be the second of something.
  if (clause.negative > 0 && !clause.scores.some(({ strong }) => strong)) return 'words'
  const [doubt] = clause.doubts
  if (doubt) return doubt.why
  if (clause.end === '?' || clause.end === '؟' || clause.end === '？') return 'question'
  return clause.hedge > 0 ? 'hedged' : null
}

/** A number beside words that are not understood may be a score when it is called one, or when the words are few. */
function isLikely(clause: Clause): boolean {
  if (doubtOf(clause) !== 'words') return true
  if (clause.scoring > 0) return true
  const hasMood = clause.positive + clause.negative + clause.negator > 0
  return clause.noise === 0 && clause.unknown <= (hasMood ? MOST_UNKNOWN_WITH_MOOD : MOST_UNKNOWN)
}

function candidatesOf(told: readonly Clause[]): readonly number[] {
  const all = told.flatMap(({ scores, doubts }) => [
    ...scores.map(({ value }) => value),
    ...doubts.flatMap(({ candidates }) => candidates)
  ])
  return [...new Set(all)].slice(0, 3)
}

function uncertain(candidates: readonly number[], why: Doubt): AnswerReading {
  return candidates.length === 0 ? NONE : { kind: 'uncertain', candidates, why }
}

/** The first score after the last taking back. Undefined: it is not plain which. */
function afterCorrection(clauses: readonly Clause[]): number | undefined {
  const from = clauses.findLastIndex(({ correction }) => correction)
  const after = new Set(clauses.slice(from).flatMap(({ scores }) => scores.map(({ value }) => value)))
  return after.size === 1 ? [...after][0] : undefined
}

/** "2. The box was broken": the second of a list as well as a score. */
function isListed(clauses: readonly Clause[], value: number): boolean {
  const at = clauses.findIndex(({ scores }) => scores.length > 0)
  const clause = clauses[at]
  if (at !== 0 || clause?.scores.some(({ strong }) => strong) === true || clause?.scoring !== 0) return false
  if (value > 3 || (clause.end !== '.' && clause.end !== ')')) return false
  const next = clauses[at + 1]
  return next !== undefined && next.unknown > 0 && next.positive + next.negative === 0
}

/** Whether what stands around the score speaks against it. */
function disagreement(kind: ScoreKind, value: number, clauses: readonly Clause[]): Doubt | null {
  const { lowest, highest, high, low } = scales[kind]
  const [top, bottom] = [value >= highest - Number(kind === 'nps'), value === lowest]
  const own = clauses.filter(({ scores }) => scores.length === 0)
  const positive = sum(clauses, 'positive')
  const negative = sum(clauses, 'negative') + sum(own, 'negator')
  if (sum(own, 'hedge') > 0) return 'contradiction'
  const unknown = sum(own, 'unknown')
  const explained = own.some(({ reason }) => reason)
  if (value >= high) {
    if (negative > 0) return !top && explained ? null : 'contradiction'
    return positive > 0 || unknown === 0 || (explained && !top) ? null : 'words'
  }
  if (value <= low) {
    if (positive > 0 && negative === 0) return explained && !bottom ? null : 'contradiction'
    return negative > 0 || unknown === 0 || (explained && !bottom) ? null : 'words'
  }
  return unknown === 0 || positive + negative > 0 || explained ? null : 'words'
}

function sum(clauses: readonly Clause[], what: 'positive' | 'negative' | 'negator' | 'hedge' | 'unknown'): number {
  return clauses.reduce((total, clause) => total + clause[what], 0)
}
