import { notifications } from '@mantine/notifications'
import { useEffect, useRef, useState } from 'react'
import type { JobRow } from '../../../../../shared/contract/rows.ts'
import type { LinkCheckReport } from '../../../../../shared/domain/library/link.ts'
import { useCore } from '../../../core/core-context.ts'
import { errorWords } from '../../../core/error-words.ts'
import { useCommand } from '../../../core/use-command.ts'
import { useQuery } from '../../../core/use-query.ts'
import { t } from '../../../i18n/t.ts'
import { endWords } from './link-words.ts'

export interface LinkCheckControl {
  /** A check that runs, begun here or elsewhere. */
  readonly job: JobRow | null
  /** How the one that was begun here ended. */
  readonly report: LinkCheckReport | null
  readonly error: string | null
  readonly check: () => void
  readonly stop: () => void
}

/** Begins a check and waits for its end. It goes on when its dialog is closed, and says then what came of it. */
export function useLinkCheck(): LinkCheckControl {
  const { client } = useCore()
  const run = useCommand()
  const job =
    useQuery('jobs.list', {}).rows.find((row) => row.kind === 'library-links' && row.state === 'running') ?? null
  const [report, setReport] = useState<LinkCheckReport | null>(null)
  const [error, setError] = useState<string | null>(null)
  const open = useRef(false)
  useEffect(() => {
    open.current = true
    return () => {
      open.current = false
    }
  }, [])

  async function check(): Promise<void> {
    setReport(null)
    setError(null)
    await client.run('library.checkLinks', {}).then(
      (ended) => {
        setReport(ended)
        if (!open.current) notifications.show({ title: t('Check links'), message: endWords(ended) })
      },
      (problem: unknown) => {
        setError(errorWords(problem))
        if (!open.current) {
          notifications.show({ color: 'red', title: t('That did not work'), message: errorWords(problem) })
        }
      }
    )
  }

  return {
    job,
    report,
    error,
    check: () => void check(),
    stop: () => {
      if (job !== null) void run('jobs.stop', { job: job.id })
    }
  }
}
