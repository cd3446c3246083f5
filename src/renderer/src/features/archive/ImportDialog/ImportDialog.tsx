import { Modal } from '@mantine/core'
import { t } from '../../../i18n/t.ts'
import { useQuery } from '../../../core/use-query.ts'
import { ChooseArchive } from './ChooseArchive.tsx'
import { ImportProgress } from './ImportProgress.tsx'
import { ImportResult } from './ImportResult.tsx'
import { useImport } from './use-import.ts'

export interface ImportDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** Importing an X archive: choose, see what it holds, import. Closing it does not stop a running import. */
export function ImportDialog({ opened, onClose }: ImportDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={t('Import an X archive')} size={560}>
      <ImportSteps onClose={onClose} />
    </Modal>
  )
}

function ImportSteps({ onClose }: { readonly onClose: () => void }) {
  const { stage, choice, start, back } = useImport()
  const alreadyRunning = useQuery('jobs.list', {}).rows.some((job) => job.kind === 'import' && job.state === 'running')
  switch (stage.at) {
    case 'choose':
      if (alreadyRunning) return <ImportProgress dryRun={false} />
      return (
        <ChooseArchive
          choice={choice}
          error={stage.error}
          askAccount={stage.askAccount}
          onChoose={(next) => start(next, true)}
        />
      )
    case 'running':
      return <ImportProgress dryRun={stage.dryRun} />
    case 'result':
      return (
        <ImportResult
          report={stage.report}
          dryRun={stage.dryRun}
          onImport={() => start(choice, false)}
          onBack={back}
          onClose={onClose}
        />
      )
  }
}
