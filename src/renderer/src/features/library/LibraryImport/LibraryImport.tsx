import { useRef } from 'react'
import { useQuery } from '../../../core/use-query.ts'
import { t } from '../../../i18n/t.ts'
import { Dialog } from '../../../ui/Dialog/Dialog.tsx'
import { useLandingFocus } from '../../../ui/use-landing-focus.ts'
import { ChooseReplies } from './ChooseReplies.tsx'
import classes from './LibraryImport.module.css'
import { ImportReport } from './ImportReport.tsx'
import { RunningImport } from './RunningImport.tsx'
import { type LibraryImportControl, useLibraryImport } from './use-library-import.ts'

/** Canned replies of another system, or of ours: choose, read what would come, bring it in. Closing it stops nothing. */
export function LibraryImport({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={t('Import canned replies')} size={720} onClose={onClose}>
      <Steps onClose={onClose} />
    </Dialog>
  )
}

function Steps({ onClose }: { readonly onClose: () => void }) {
  const control = useLibraryImport(onClose)
  const place = useRef<HTMLDivElement>(null)
  useLandingFocus(
    place,
    () => (place.current?.querySelector<HTMLElement>('[data-autofocus]') ?? place.current)?.focus(),
    control.stage.at
  )
  return (
    <div ref={place} className={classes.steps} tabIndex={-1}>
      <Step control={control} />
    </div>
  )
}

function Step({ control }: { readonly control: LibraryImportControl }) {
  const { stage, source, look, bringIn, back } = control
  const running = useQuery('jobs.list', {}).rows.some((job) => job.kind === 'library-import' && job.state === 'running')
  switch (stage.at) {
    case 'choose':
      // One that was begun before goes on.
      if (running) return <RunningImport dryRun={false} />
      return <ChooseReplies source={source} error={stage.error} onChoose={look} />
    case 'running':
      return <RunningImport dryRun={stage.dryRun} />
    case 'report':
      return (
        <ImportReport
          report={stage.report}
          error={stage.error}
          onImport={(way) => bringIn(way, stage.report)}
          onBack={back}
        />
      )
  }
}
