import { notifications } from '@mantine/notifications'
import { useEffect, useRef, useState } from 'react'
import type {
  ConflictChoice,
  ImportFormat,
  LibraryImportReport
} from '../../../../../shared/domain/library/import-report.ts'
import { useCore } from '../../../core/core-context.ts'
import { errorWords } from '../../../core/error-words.ts'
import { t } from '../../../i18n/t.ts'
import { useUndoNotice } from '../../../shell/UndoNotice/use-undo-notice.tsx'
import { importedWords } from '../library-import-words.ts'

/** What is looked into. */
export interface ImportSource {
  readonly paths: readonly string[]
  /** Null: found out from what the files hold. */
  readonly format: ImportFormat | null
}

/** How it comes in. */
export interface ImportWay {
  readonly approve: boolean
  readonly conflicts: ConflictChoice
  /** The same for single replies, by id of ours. */
  readonly choices: Readonly<Record<string, ConflictChoice>>
}

export type LibraryImportStage =
  | { readonly at: 'choose'; readonly error: string | null }
  | { readonly at: 'running'; readonly dryRun: boolean }
  | { readonly at: 'report'; readonly report: LibraryImportReport; readonly error: string | null }

export interface LibraryImportControl {
  readonly stage: LibraryImportStage
  readonly source: ImportSource
  readonly look: (source: ImportSource) => void
  readonly bringIn: (way: ImportWay, report: LibraryImportReport) => void
  readonly back: () => void
}

/** The steps of an import: look into it, read what would come, bring it in. It goes on when its dialog is closed. */
export function useLibraryImport(onDone: () => void): LibraryImportControl {
  const { client } = useCore()
  const tell = useUndoNotice()
  const [source, setSource] = useState<ImportSource>({ paths: [], format: null })
  const [stage, setStage] = useState<LibraryImportStage>({ at: 'choose', error: null })
  const open = useRef(false)
  useEffect(() => {
    open.current = true
    return () => {
      open.current = false
    }
  }, [])

  async function look(next: ImportSource): Promise<void> {
    setSource(next)
    setStage({ at: 'running', dryRun: true })
    const input = { paths: [...next.paths], format: next.format, dryRun: true }
    await client.run('library.import', input).then(
      (report) => setStage({ at: 'report', report, error: null }),
      (error: unknown) => setStage({ at: 'choose', error: errorWords(error) })
    )
  }

  async function bringIn(way: ImportWay, seen: LibraryImportReport): Promise<void> {
    setStage({ at: 'running', dryRun: false })
    const input = { paths: [...source.paths], format: source.format, dryRun: false, ...way }
    await client.run('library.import', input).then(
      (report) => {
        if (open.current) onDone()
        tell(importedWords(report))
      },
      (error: unknown) => {
        setStage({ at: 'report', report: seen, error: errorWords(error) })
        if (!open.current)
          notifications.show({ color: 'red', title: t('The import stopped'), message: errorWords(error) })
      }
    )
  }

  return {
    stage,
    source,
    look: (next) => void look(next),
    bringIn: (way, report) => void bringIn(way, report),
    back: () => setStage({ at: 'choose', error: null })
  }
}
