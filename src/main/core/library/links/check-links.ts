import type { LinkAnswer, LinkCheckReport } from '../../../../shared/domain/library/link.ts'
import type { Database } from '../../db/database.ts'
import type { Clock, OpenWeb } from '../../deps.ts'
import type { JobHandle } from '../../jobs/jobs.ts'
import { askLink, type LinkAsking } from './ask-link.ts'
import { keepAnswers, type TriedLink } from './kept-answers.ts'
import { createOnline } from './online.ts'
import { createTurns } from './turns.ts'

const AT_ONCE = 4
/** Answers are written down in bundles, so that windows are not told of each; a crash loses no more than that. */
const BUNDLE = 20
const BUNDLE_MS = 1_000

export interface CheckParts {
  readonly db: Database
  readonly web: OpenWeb
  readonly clock: Clock
}

/**
 * Without a status nothing out there has spoken, and the trouble may be here. What would count as dead is believed only when
 * somebody else answered afterwards; for what tells nothing, a little before will do (ms).
 */
function slack({ outcome }: LinkAnswer): number {
  return outcome === 'dead' ? 0 : 2_000
}

/** Asks each of the addresses once: a few at a time, and one at a time of each host. Ends early when `job` is stopped. */
export async function checkLinks(
  { db, web, clock }: CheckParts,
  addresses: readonly string[],
  job: JobHandle
): Promise<LinkCheckReport> {
  const over = new AbortController()
  const signal = AbortSignal.any([job.signal, over.signal])
  const asking: LinkAsking = { web, clock, turns: createTurns(), signal }
  const isOnline = createOnline(asking)
  const counts = { asked: 0, lives: 0, dead: 0, unknown: 0 }
  let offline = false
  let done = 0
  let waiting: TriedLink[] = []
  let later: (() => void) | null = null

  function keep(): void {
    later?.()
    later = null
    if (waiting.length > 0) keepAnswers(db, waiting)
    waiting = []
    // Those that came close together were not all told of.
    job.update(done / addresses.length, '')
  }

  function take(address: string, answer: LinkAnswer): void {
    waiting.push({ address, answer, at: clock.now() })
    counts.asked += 1
    counts[answer.outcome] += 1
    if (waiting.length >= BUNDLE) keep()
    else later ??= clock.after(BUNDLE_MS, keep)
  }

  /** @returns whether the others of its host may be asked */
  async function askOne(address: string): Promise<boolean> {
    const answer = await askLink(address, asking)
    if (answer.outcome !== 'lives' && answer.status === null && !(await isOnline(clock.now() - slack(answer)))) {
      offline = true
      over.abort()
    }
    if (signal.aborted) return false
    take(address, answer)
    return answer.outcome !== 'unknown' || answer.trouble !== 'busy'
  }

  async function askHost(links: readonly string[]): Promise<void> {
    let asks = true
    for (const address of links) {
      if (signal.aborted) return
      if (asks) asks = await askOne(address)
      // It asked for less.
      else take(address, { outcome: 'unknown', trouble: 'busy', status: null })
      done += 1
      job.update(done / addresses.length, '')
    }
  }

  const hosts = Map.groupBy(addresses, (address) => new URL(address).hostname)
    .values()
    // The longest first, so that none of them is all that is left at the end.
    .toArray()
    .toSorted((a, b) => b.length - a.length)
    .values()
  const work = async (): Promise<void> => {
    for (const links of hosts) await askHost(links)
  }
  job.update(0, '')
  try {
    const workers = Array.from({ length: AT_ONCE }, work)
    // One that fails ends the others.
    for (const worker of workers) worker.catch(() => over.abort())
    await Promise.all(workers).catch(async (error: unknown) => {
      await Promise.allSettled(workers)
      if (!job.signal.aborted && !offline) throw error
    })
  } finally {
    keep()
  }
  return { end: offline ? 'offline' : job.signal.aborted ? 'stopped' : 'done', ...counts }
}
