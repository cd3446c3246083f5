import { useCommand } from '../../core/use-command.ts'
import { t } from '../../i18n/t.ts'
import { useUndoNotice } from '../../shell/UndoNotice/use-undo-notice.tsx'
import { plainText } from '../../ui/plain-text.ts'

interface SurveyToSend {
  readonly conversation: string
  readonly survey: string
  readonly text: string
  /** Who is asked. */
  readonly name: string
}

/** Puts a survey into the outbox, and tells so with the way back. @returns whether it is there */
export function useSendSurvey(): (sent: SurveyToSend) => Promise<boolean> {
  const run = useCommand()
  const tell = useUndoNotice()
  return async ({ name, ...survey }) => {
    const done = await run('surveys.send', survey)
    if (done === null) return false
    const { outboxId } = done.result
    tell(t('Survey for {name}', { name: plainText(name) }), () => void run('outbox.discard', { outboxId }))
    return true
  }
}
