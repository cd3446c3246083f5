import { Modal } from '@mantine/core'
import { useState } from 'react'
import type { ImportReport } from '../../../../../shared/contract/commands.ts'
import { useCore } from '../../../core/core-context.ts'
import { errorWords } from '../../../core/error-words.ts'
import { ChooseArchive } from './ChooseArchive.tsx'
import { ImportProgress } from './ImportProgress.tsx'
import { ImportResult } from './ImportResult.tsx'

export interface ImportDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** Importing an X archive: choose, see what it holds, import. Closing it does not stop a running import. */
export function ImportDialog({ opened, onClose }: ImportDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Import an X archive"
      size={560}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <ImportSteps onClose={onClose} />
    </Modal>
  )
}

type Stage =
  | { readonly at: 'choose'; readonly error: string | null }
  | { readonly at: 'running'; readonly dryRun: boolean }
  | { readonly at: 'result'; readonly dryRun: boolean; readonly report: ImportReport }

function ImportSteps({ onClose }: { readonly onClose: () => void }) {
  const { client } = useCore()
  const [path, setPath] = useState('')
  const [stage, setStage] = useState<Stage>({ at: 'choose', error: null })

  async function start(file: string, dryRun: boolean): Promise<void> {
    setPath(file)
    setStage({ at: 'running', dryRun })
    try {
      const report = await client.run('archive.import', { path: file, dryRun, account: null })
      setStage({ at: 'result', dryRun, report })
    } catch (error) {
      setStage({ at: 'choose', error: errorWords(error) })
    }
  }

  switch (stage.at) {
    case 'choose':
      return <ChooseArchive path={path} error={stage.error} onChoose={(file) => void start(file, true)} />
    case 'running':
      return <ImportProgress dryRun={stage.dryRun} />
    case 'result':
      return (
        <ImportResult
          report={stage.report}
          dryRun={stage.dryRun}
          onImport={() => void start(path, false)}
          onBack={() => setStage({ at: 'choose', error: null })}
          onClose={onClose}
        />
      )
  }
}
