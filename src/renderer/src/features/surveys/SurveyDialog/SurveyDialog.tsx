import { Button, Radio } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { SurveyChoiceRow } from '../../../../../shared/contract/survey-rows.ts'
import { useQuery } from '../../../core/use-query.ts'
import { t } from '../../../i18n/t.ts'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { Dialog } from '../../../ui/Dialog/Dialog.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { refusalText } from '../survey-words.ts'
import { useSendSurvey } from '../use-send-survey.ts'
import classes from './SurveyDialog.module.css'

export interface SurveyDialogProps {
  readonly conversation: string
  /** Of the customer. */
  readonly name: string
  readonly onClose: () => void
}

/** Shows what a survey says before it goes out. Enter sends it. */
export function SurveyDialog({ conversation, name, onClose }: SurveyDialogProps) {
  const { rows, status } = useQuery('surveys.choices', { conversation })
  const { go } = useNavigation()
  const send = useSendSurvey()
  const [wanted, setWanted] = useState<string | null>(null)
  const going = useRef(false)
  const chosen = rows.find(({ id }) => id === wanted) ?? rows.find(isSendable) ?? rows[0]

  async function submit(): Promise<void> {
    if (chosen === undefined || !isSendable(chosen) || going.current) return
    going.current = true
    const done = await send({ conversation, survey: chosen.id, text: chosen.text, name })
    going.current = false
    if (done) onClose()
  }

  return (
    <Dialog title={t('Send a survey to {name}', { name: plainText(name) })} size={460} onClose={onClose}>
      {status === 'loading' ? null : chosen === undefined ? (
        <NoSurveys onSettings={() => go({ to: 'view', view: 'settings', section: 'surveys' })} />
      ) : (
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault()
            void submit()
          }}
        >
          {rows.length > 1 ? (
            <Radio.Group value={chosen.id} onChange={setWanted} aria-label={t('Survey')}>
              <div className={classes.choices}>
                {rows.map(({ id, name: title }) => (
                  <Radio key={id} value={id} label={<bdi>{plainText(title)}</bdi>} />
                ))}
              </div>
            </Radio.Group>
          ) : null}
          <Text chosen={chosen} />
          <div className={classes.buttons}>
            <Button variant="default" onClick={onClose}>
              {t('Cancel')}
            </Button>
            <SendButton sendable={isSendable(chosen)} />
          </div>
        </form>
      )}
    </Dialog>
  )
}

function isSendable({ refused, incomplete }: SurveyChoiceRow): boolean {
  return refused === null && !incomplete
}

function SendButton({ sendable }: { readonly sendable: boolean }) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  return (
    <Button ref={button} data-autofocus type="submit" aria-disabled={!sendable} data-disabled={!sendable || undefined}>
      {t('Send')}
    </Button>
  )
}

function Text({ chosen }: { readonly chosen: SurveyChoiceRow }) {
  const [openedAt] = useState(Date.now)
  const why =
    chosen.refused !== null
      ? refusalText(chosen.refused, openedAt)
      : chosen.incomplete
        ? t('Something could not be filled in for this customer. Give it a value to fall back on in the settings.')
        : null
  return (
    <>
      <p className={classes.text} dir="auto">
        {chosen.text}
      </p>
      {why === null ? null : (
        <p className={classes.refused} role="status">
          {why}
        </p>
      )}
    </>
  )
}

function NoSurveys({ onSettings }: { readonly onSettings: () => void }) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  return (
    <div className={classes.form}>
      <p className={classes.hint}>
        {t('There is no survey for you yet. Write one in the settings: it takes a minute.')}
      </p>
      <div className={classes.buttons}>
        <Button ref={button} data-autofocus onClick={onSettings}>
          {t('Surveys')}
        </Button>
      </div>
    </div>
  )
}
