import { isFace, moodOfSign } from './faces.ts'
import { fold } from './fold.ts'
import { judge } from './judge.ts'
import { merge, type Part } from './merge.ts'
import { wantsNoSurveys } from './opt-out.ts'
import { type AnswerReading, scales, type ScoreKind, type SurveyKind } from './survey.ts'
import { tokenise } from './tokens.ts'

/** Whoever writes more tells a story: a score in it is for an agent to see. UTF-16 units, before folding. */
const LONGEST = 600
const NONE: AnswerReading = { kind: 'none' }

/**
 * Reads what a customer wrote in answer to a survey. Only what is understood from end to end is a sure score; numbers of
 * orders, dates, times, prices, telephones and amounts are none. Never throws; takes time in proportion to the text's
 * length at most.
 */
export function readAnswer(kind: SurveyKind, text: string): AnswerReading {
  const head = beginningOf(text)
  const folded = fold(head).trim()
  if (folded === '') return NONE
  if (wantsNoSurveys(folded)) return { kind: 'opt-out' }
  if (kind === 'open') return { kind: 'words' }
  const parts = merge(tokenise(folded))
  const reading = readFaces(kind, parts) ?? judge(kind, parts)
  if (head.length < text.trim().length && reading.kind === 'score') {
    return { kind: 'uncertain', candidates: [reading.value], why: 'words' }
  }
  return reading
}

/** A long text is cut at a blank, never within a number. */
function beginningOf(text: string): string {
  const trimmed = text.trim()
  if (trimmed.length <= LONGEST) return trimmed
  const head = trimmed.slice(0, LONGEST)
  return head.slice(0, Math.max(0, head.search(/\s\S*$/u)))
}

/**
 * Nothing but faces. By convention a thumb alone is the end of the scale that it points at; what other faces are worth an
 * agent says.
 */
function readFaces(kind: ScoreKind, parts: readonly Part[]): AnswerReading | null {
  const signs = parts.flatMap((part) => (part.type === 'sign' ? [part.sign] : []))
  if (signs.length === 0 || !parts.every((part) => part.type === 'sign' || isQuiet(part))) return null
  const faces = signs.filter(isFace)
  if (faces.length === 0) return NONE
  const { lowest, highest } = scales[kind]
  const alone = signs.length === parts.length && signs.length <= 3
  if (kind === 'csat' && alone && signs.every((sign) => sign === '👍')) return sure(highest)
  if (kind === 'csat' && alone && signs.every((sign) => sign === '👎')) return sure(lowest)
  const moods = new Set(signs.map(moodOfSign))
  if (moods.has('wry') || (moods.has('positive') && moods.has('negative'))) return NONE
  return moods.has('negative')
    ? { kind: 'uncertain', candidates: [lowest, lowest + 1], why: 'face' }
    : { kind: 'uncertain', candidates: [highest, highest - 1], why: 'face' }
}

function isQuiet(part: Part): boolean {
  return part.type === 'break' || (part.type === 'word' && part.role === 'filler')
}

function sure(value: number): AnswerReading {
  return { kind: 'score', value, confidence: 'sure', correction: false }
}
