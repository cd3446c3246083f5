import { problemOfError } from './classify-answer.ts'
import type { ClockReading } from './clock-reading.ts'
import type { Charge } from './prices.ts'
import { malformed, type XProblem } from './problem.ts'
import type { RateSnapshot } from './rate.ts'
import type { Tally } from './requests.ts'
import { idOf, type Skipped } from './skipped.ts'
import type { WireEnvelope } from './wire-schemas.ts'

/** What every method returns. Expected failures are values; nothing of network, HTTP or parsing throws. */
export type XResult<T> = XSuccess<T> | XFailure

export interface XSuccess<T> {
  readonly ok: true
  readonly value: T
  /** X's limits as of this answer; empty when it sent none. */
  readonly rate: readonly RateSnapshot[]
  readonly charges: readonly Charge[]
  /** Parts of the answer that could not be used; already logged. */
  readonly skipped: readonly Skipped[]
  /** HTTP requests that were sent for it. */
  readonly requests: number
  /** X's clock as the newest answer told it; null when none did. */
  readonly heard: ClockReading | null
}

export interface XFailure {
  readonly ok: false
  readonly problem: XProblem
  readonly rate: readonly RateSnapshot[]
  readonly requests: number
  readonly heard: ClockReading | null
}

export function newTally(): Tally {
  return { requests: 0, rate: [], heard: null }
}

export function failure(problem: XProblem, tally: Tally): XFailure {
  return { ok: false, problem, ...tally }
}

export function successOf<T>(
  value: T,
  tally: Tally,
  charges: readonly Charge[] = [],
  skipped: readonly Skipped[] = []
): XSuccess<T> {
  return { ok: true, value, charges, skipped, ...tally }
}

export function unknownShape(status: number): XProblem {
  return malformed(status, 'The answer of X has an unknown shape.')
}

export function chargesOf(...charges: (readonly [Charge['kind'], readonly string[]])[]): Charge[] {
  return charges.flatMap(([kind, ids]) => (ids.length === 0 ? [] : [{ kind, ids: [...new Set(ids)] }]))
}

/** A 200 that holds errors and nothing else is a failure; with `meta` it is an empty page. */
export function problemInsteadOfData(
  envelope: WireEnvelope,
  status: number,
  secrets: readonly string[] = []
): XProblem | null {
  const hasData = envelope.data !== undefined && envelope.data !== null
  const error = envelope.errors?.[0]
  return hasData || envelope.meta !== undefined || error === undefined ? null : problemOfError(error, status, secrets)
}

/** Errors beside data: parts that X left out by itself. */
export function partialErrors(envelope: WireEnvelope): Skipped[] {
  return (envelope.errors ?? []).map((error) => {
    const { kind } = problemOfError(error, 200, [])
    const named = typeof error === 'object' && error !== null && 'resource_id' in error ? error.resource_id : undefined
    return { reason: `X left out a part (${kind})`, id: idOf({ id: named }) }
  })
}
