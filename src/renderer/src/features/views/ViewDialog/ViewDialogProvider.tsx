import { Modal } from '@mantine/core'
import { t } from '../../../i18n/t.ts'
import { type ReactNode, useState } from 'react'
import { ViewDialogContext, type ViewQuestion } from '../view-dialog-context.ts'
import { ViewForm } from './ViewForm.tsx'

/** Holds the one dialog in which searches are saved and saved views are changed. */
export function ViewDialogProvider({ children }: { readonly children: ReactNode }) {
  const [question, setQuestion] = useState<ViewQuestion | null>(null)
  const close = (): void => setQuestion(null)
  return (
    <ViewDialogContext value={setQuestion}>
      {children}
      <Modal
        opened={question !== null}
        onClose={close}
        title={(question?.view ?? null) === null ? t('Save the search as a view') : t('Edit the saved view')}
        size={460}
        // Escape closes the dialog and does nothing else: Mantine's own listener would leave the key to the console.
        closeOnEscape={false}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
          event.preventDefault()
          close()
        }}
      >
        {question === null ? null : <ViewForm question={question} onDone={close} />}
      </Modal>
    </ViewDialogContext>
  )
}
