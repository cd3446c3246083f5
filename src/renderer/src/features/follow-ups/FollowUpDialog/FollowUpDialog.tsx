import { t } from '../../../i18n/t.ts'
import { useRef, useState } from 'react'
import type { FollowUpRow } from '../../../../../shared/contract/triage-rows.ts'
import { MAX_FOLLOW_UP } from '../../../../../shared/domain/follow-up.ts'
import { useCommand } from '../../../core/use-command.ts'
import { useUndoNotice } from '../../../shell/UndoNotice/use-undo-notice.tsx'
import { ChoiceDialog } from '../../../ui/Choices/ChoiceDialog.tsx'
import { DialogField } from '../../../ui/Choices/DialogField.tsx'
import { PICKER_SIZE } from '../../../ui/Picker/Picker.tsx'
import { PickerBody } from '../../../ui/Picker/PickerBody.tsx'
import { formatAhead } from '../../../ui/time.ts'
import { useFocusBack } from '../../../ui/use-focus-back.ts'
import { parseMoment } from '../../outbox/parse-moment.ts'
import { scheduleChoices } from '../../outbox/schedule-choices.ts'

export interface FollowUpDialogProps {
  readonly conversation: string
  /** The promise to change; null for a new one. */
  readonly change: FollowUpRow | null
  readonly onClose: () => void
}

const TYPED = 'typed'
const SAME = 'same'

/** What was promised, and by when: `I will write about the refund`, `friday`. */
export function FollowUpDialog({ conversation, change, onClose }: FollowUpDialogProps) {
  const run = useCommand()
  const tell = useUndoNotice()
  useFocusBack()
  const when = useRef<HTMLInputElement>(null)
  const [openedAt] = useState(Date.now)
  const [text, setText] = useState(change?.text ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const choices = scheduleChoices(openedAt)
  const options = choices.map(({ label, at }) => ({ id: label, label, hint: formatAhead(at, openedAt) }))
  const unchanged =
    change === null ? [] : [{ id: SAME, label: t('As it is'), hint: formatAhead(change.dueAt, openedAt) }]

  async function promise(dueAt: number | null): Promise<void> {
    const words = text.replaceAll(/\s+/gu, ' ').trim()
    if (words.length > MAX_FOLLOW_UP) {
      setProblem(
        t('A promise may have at most {most} characters; this one has {count}.', {
          most: MAX_FOLLOW_UP,
          count: words.length
        })
      )
    } else if (dueAt === null || (dueAt <= Date.now() && dueAt !== change?.dueAt)) {
      setProblem(
        dueAt === null
          ? t('Say by when, like “friday” or “tomorrow 9”.')
          : t('That time is over. Choose one that is still to come.')
      )
    } else {
      const promised = words === '' ? t('Write again') : words
      const done = await (change === null
        ? run('followUps.add', { conversation, text: promised, dueAt })
        : run('followUps.change', { followUp: change.id, text: promised, dueAt }))
      if (!done) return
      onClose()
      tell(t('Promised {time}: {what}', { time: formatAhead(dueAt, Date.now()), what: promised }))
    }
  }

  return (
    <ChoiceDialog
      label={change === null ? t('Follow up') : t('Change the follow-up')}
      size={PICKER_SIZE}
      onClose={onClose}
    >
      <DialogField
        label={t('What you promise')}
        placeholder={t('What you promise, e.g. “say when the mug leaves”')}
        value={text}
        onText={(written) => {
          setText(written)
          setProblem(null)
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'ArrowDown')) return
          event.preventDefault()
          when.current?.focus()
        }}
      />
      <PickerBody
        label={t('By when')}
        placeholder={t('By when: friday, tomorrow 9, in 3 days')}
        typedFirst
        quiet
        field={when}
        options={[...unchanged, ...options]}
        offer={(typed) => {
          const at = typed.trim() === '' ? null : parseMoment(typed, openedAt)
          return at === null ? [] : [{ id: TYPED, label: formatAhead(at, openedAt), hint: typed.trim() }]
        }}
        problem={problem}
        nothing={() => t('No time in that yet. Try “friday”, “tomorrow 9” or “in 3 days”.')}
        foot={t('You are reminded if nothing was written by then.')}
        onPick={(id, typed) =>
          void promise(
            id === TYPED
              ? parseMoment(typed, openedAt)
              : id === SAME
                ? (change?.dueAt ?? null)
                : (choices.find((choice) => choice.label === id)?.at ?? null)
          )
        }
        onType={() => setProblem(null)}
      />
    </ChoiceDialog>
  )
}
