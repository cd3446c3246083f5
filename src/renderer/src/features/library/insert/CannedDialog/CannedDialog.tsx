import { IconBooks } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { ReplyChoiceRow } from '../../../../../../shared/contract/library-rows.ts'
import { useCore } from '../../../../core/core-context.ts'
import { t } from '../../../../i18n/t.ts'
import { ChoiceDialog } from '../../../../ui/Choices/ChoiceDialog.tsx'
import { ChoiceList } from '../../../../ui/Choices/ChoiceList.tsx'
import { DialogField } from '../../../../ui/Choices/DialogField.tsx'
import { useChoices } from '../../../../ui/Choices/use-choices.ts'
import { useFocusBack } from '../../../../ui/use-focus-back.ts'
import type { Filling } from '../../fill.ts'
import { ChoiceLine } from '../ChoiceLine/ChoiceLine.tsx'
import { MOST_OFFERED } from '../reply-choice.ts'
import { ReplyPreview } from '../ReplyPreview/ReplyPreview.tsx'
import { useFoundReplies } from '../use-found-replies.ts'
import classes from './CannedDialog.module.css'

export interface CannedDialogProps {
  readonly conversation: string
  readonly filling: Filling
  readonly onPick: (choice: ReplyChoiceRow) => void
  readonly onClose: () => void
}

/** Canned replies by any words of theirs, from wherever one is in the conversation. */
export function CannedDialog(props: CannedDialogProps) {
  useFocusBack()
  return (
    <ChoiceDialog label={t('Insert a canned reply')} size={760} onClose={props.onClose}>
      <CannedDialogBody {...props} />
    </ChoiceDialog>
  )
}

function CannedDialogBody({ conversation, filling, onPick }: CannedDialogProps) {
  const [typed, setTyped] = useState('')
  const { rows, fresh } = useFoundReplies(conversation, typed.trim())
  const { client } = useCore()
  const picked = useRef(false)

  /** The core may not have answered to the last letter yet: then it is what it finds that is meant, not what is shown. */
  async function pick(shown: ReplyChoiceRow): Promise<void> {
    if (picked.current) return
    picked.current = true
    const wanted = { conversation, text: typed.trim(), limit: MOST_OFFERED }
    const choice = fresh ? shown : (await client.ask('library.find', wanted).catch(() => []))[0]
    picked.current = choice !== undefined
    if (choice !== undefined) onPick(choice)
  }
  const choices = useChoices<ReplyChoiceRow>(rows, { onPick: (choice) => void pick(choice) })
  return (
    <>
      <DialogField
        {...choices.field}
        icon={<IconBooks size={18} stroke={1.75} aria-hidden="true" />}
        label={t('Canned reply')}
        placeholder={t('Title, shortcut or words of a canned reply')}
        maxLength={200}
        value={typed}
        onText={(text) => {
          setTyped(text)
          choices.mark(null)
        }}
      />
      <div className={classes.columns}>
        <div className={classes.list} aria-busy={!fresh}>
          <ChoiceList
            choices={choices}
            label={t('Canned replies')}
            nothing={
              typed.trim() === ''
                ? t('No canned reply can be inserted yet: write one in the library, and approve it.')
                : t('No approved reply has “{text}”.', { text: typed.trim() })
            }
          >
            {(choice) => <ChoiceLine choice={choice} />}
          </ChoiceList>
        </div>
        {choices.marked === undefined ? null : <ReplyPreview choice={choices.marked} filling={filling} />}
      </div>
    </>
  )
}
