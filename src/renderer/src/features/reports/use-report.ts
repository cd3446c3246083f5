import { useEffect, useState } from 'react'
import type { ReportRow } from '../../../../shared/contract/report-rows.ts'
import { useCore } from '../../core/core-context.ts'
import { errorWords } from '../../core/error-words.ts'

/** A report of days that go on is worked out anew as long as it is looked at. Milliseconds. */
const AGAIN_MS = 60_000

export interface AskedReport {
  /** The last one that was worked out; it stays while the next is on its way. */
  readonly report: ReportRow | null
  readonly problem: string | null
  /** Works it out anew. */
  again(): void
}

/** @param zone IANA name */
export function useReport(
  from: string,
  to: string,
  zone: string,
  account: string | null,
  compare: boolean
): AskedReport {
  const { client } = useCore()
  const [round, setRound] = useState(0)
  const [answer, setAnswer] = useState<Pick<AskedReport, 'report' | 'problem'>>({ report: null, problem: null })
  useEffect(() => {
    let wanted = true
    client.ask('reports.report', { from, to, zone, account, compare }).then(
      ([report]) => {
        if (wanted) setAnswer({ report: report ?? null, problem: null })
      },
      (error: unknown) => {
        if (wanted) setAnswer((before) => ({ ...before, problem: errorWords(error) }))
      }
    )
    return () => {
      wanted = false
    }
  }, [client, from, to, zone, account, compare, round])

  const end = answer.report?.end ?? 0
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible' && end > Date.now()) setRound((before) => before + 1)
    }, AGAIN_MS)
    return () => clearInterval(timer)
  }, [end])
  return { ...answer, again: () => setRound((before) => before + 1) }
}
