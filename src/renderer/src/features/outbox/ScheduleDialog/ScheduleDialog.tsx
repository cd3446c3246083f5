import { Modal } from '@mantine/core'
import type { TimeQuestion } from '../schedule-context.ts'
import { ScheduleForm } from './ScheduleForm.tsx'

export interface ScheduleDialogProps {
  /** Null while nobody asks. */
  readonly question: TimeQuestion | null
  readonly onAnswer: (at: number | null) => void
}

/** Asks when a reply is to leave. */
export function ScheduleDialog({ question, onAnswer }: ScheduleDialogProps) {
  return (
    <Modal
      opened={question !== null}
      onClose={() => onAnswer(null)}
      title={question?.title}
      size={400}
      // Escape closes the dialog and does nothing else: Mantine's own listener would leave the key to the console.
      closeOnEscape={false}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.preventDefault()
        onAnswer(null)
      }}
    >
      {question === null ? null : <ScheduleForm at={question.at} onChoose={onAnswer} />}
    </Modal>
  )
}
