import { notifications } from '@mantine/notifications'
import { useEffect, useRef, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import type { ImportReport } from '../../../../../shared/contract/commands.ts'
import { AppError } from '../../../../../shared/contract/errors.ts'
import { useCore } from '../../../core/core-context.ts'
import { errorWords } from '../../../core/error-words.ts'
import { importWords } from '../import-words.ts'

export interface ArchiveChoice {
  readonly path: string
  /** X id of the account; empty when the archive says so itself. */
  readonly account: string
}

export type ImportStage =
  | { readonly at: 'choose'; readonly error: string | null; readonly askAccount: boolean }
  | { readonly at: 'running'; readonly dryRun: boolean }
  | { readonly at: 'result'; readonly dryRun: boolean; readonly report: ImportReport }

export interface ImportControl {
  readonly stage: ImportStage
  readonly choice: ArchiveChoice
  readonly start: (choice: ArchiveChoice, dryRun: boolean) => void
  readonly back: () => void
}

/** The steps of an import. One that ends after its dialog was closed says so in a notice. */
export function useImport(): ImportControl {
  const { client } = useCore()
  const [choice, setChoice] = useState<ArchiveChoice>({ path: '', account: '' })
  const [stage, setStage] = useState<ImportStage>({ at: 'choose', error: null, askAccount: false })
  const open = useRef(false)
  useEffect(() => {
    open.current = true
    return () => {
      open.current = false
    }
  }, [])

  async function run(next: ArchiveChoice, dryRun: boolean): Promise<void> {
    setChoice(next)
    setStage({ at: 'running', dryRun })
    const account = next.account === '' ? null : next.account
    await client.run('archive.import', { path: next.path, dryRun, account }).then(
      (report) => {
        setStage({ at: 'result', dryRun, report })
        if (!open.current && !dryRun) notifications.show({ message: importWords(report, false)[0] })
      },
      (error: unknown) => {
        const askAccount = error instanceof AppError && error.code === 'invalid-input'
        setStage({ at: 'choose', error: errorWords(error), askAccount })
        if (!open.current)
          notifications.show({ color: 'red', title: t('The import stopped'), message: errorWords(error) })
      }
    )
  }

  return {
    stage,
    choice,
    start: (next, dryRun) => void run(next, dryRun),
    back: () => setStage({ at: 'choose', error: null, askAccount: false })
  }
}
