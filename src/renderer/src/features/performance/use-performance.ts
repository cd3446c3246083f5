import { useEffect, useState } from 'react'
import { useCore } from '../../core/core-context.ts'
import { type PerformanceLine, performanceLines } from './performance-lines.ts'

const EVERY_MS = 1_000

/** The lines as they stand, while somebody looks. */
export function usePerformance(): readonly PerformanceLine[] {
  const { client, meter } = useCore()
  const [lines, setLines] = useState<readonly PerformanceLine[]>([])
  useEffect(() => {
    let stale = false
    const read = async (): Promise<void> => {
      // Without a connection the last figures stay.
      const core = await client.ask('performance.core', {}).catch(() => null)
      const own = { painted: meter.painted.figures(), searched: meter.searched.figures() }
      if (!stale && core !== null) setLines(performanceLines(own, core))
    }
    void read()
    const timer = setInterval(() => void read(), EVERY_MS)
    return () => {
      stale = true
      clearInterval(timer)
    }
  }, [client, meter])
  return lines
}
