import { Dialog } from '../../../ui/Dialog/Dialog.tsx'
import type { TimeQuestion } from '../schedule-context.ts'
import { ScheduleForm } from './ScheduleForm.tsx'

export interface ScheduleDialogProps {
  /** Null while nobody asks. */
  readonly question: TimeQuestion | null
  readonly onAnswer: (at: number | null) => void
}

/** Asks when a reply is to leave. */
export function ScheduleDialog({ question, onAnswer }: ScheduleDialogProps) {
  if (question === null) return null
  return (
    <Dialog title={question.title} size={400} onClose={() => onAnswer(null)}>
      <ScheduleForm at={question.at} onChoose={onAnswer} />
    </Dialog>
  )
}
