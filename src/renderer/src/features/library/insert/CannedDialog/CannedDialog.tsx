import { IconBooks } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReplyChoiceRow } from '../../../../../../shared/contract/library-rows.ts'
import { t } from '../../../../i18n/t.ts'
import { ChoiceDialog } from '../../../../ui/Choices/ChoiceDialog.tsx'
import { ChoiceList } from '../../../../ui/Choices/ChoiceList.tsx'
import { DialogField } from '../../../../ui/Choices/DialogField.tsx'
import { useChoices } from '../../../../ui/Choices/use-choices.ts'
import { useFocusBack } from '../../../../ui/use-focus-back.ts'
import type { Filling } from '../../fill.ts'
import { ChoiceLine } from '../ChoiceLine/ChoiceLine.tsx'
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
  const choices = useChoices<ReplyChoiceRow>(rows, { onPick })
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
