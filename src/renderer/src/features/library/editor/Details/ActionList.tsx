import { Button, CloseButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { MAX_REPLY_ACTIONS, type ReplyAction } from '../../../../../../shared/domain/library/canned-reply.ts'
import { t } from '../../../../i18n/t.ts'
import { Picker } from '../../../../ui/Picker/Picker.tsx'
import { useTags } from '../../../tags/use-tags.ts'
import { useTeam } from '../../../team/use-team.ts'
import { actionText } from '../../library-words.ts'
import { actionKey } from '../../insert/inserted.ts'
import { actionChoices } from '../action-choices.ts'
import classes from './Details.module.css'

export interface ActionListProps {
  readonly actions: readonly ReplyAction[]
  readonly onActions: (actions: readonly ReplyAction[]) => void
}

/** What is done to the conversation when the reply is sent. */
export function ActionList({ actions, onActions }: ActionListProps) {
  const [picking, setPicking] = useState(false)
  const tags = useTags()
  const team = useTeam()
  const names = { tags, team }
  const members = [...team.values()].filter((member) => !member.left).map(({ id }) => id)
  const choices = actionChoices([...tags.keys()], members).map((action, index) => ({ id: String(index), action }))

  return (
    <>
      {actions.map((action) => {
        const text = actionText(action, names)
        return (
          <span key={actionKey(action)} className={classes.chip}>
            <bdi>{text}</bdi>
            <CloseButton
              size="xs"
              aria-label={t('Do not: {action}', { action: text })}
              onClick={() => onActions(actions.filter((one) => one !== action))}
            />
          </span>
        )
      })}
      {actions.length >= MAX_REPLY_ACTIONS ? null : (
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          leftSection={<IconPlus size={13} stroke={2} />}
          onClick={() => setPicking(true)}
        >
          {t('Add an action')}
        </Button>
      )}
      {picking ? (
        <Picker
          label={t('What is done when it is sent')}
          placeholder={t('Resolve, snooze, tag, assign …')}
          options={choices.map(({ id, action }) => ({ id, label: actionText(action, names) }))}
          nothing={(typed) => t('Nothing that can be done is called “{typed}”.', { typed })}
          onPick={(id) => {
            const action = choices.find((choice) => choice.id === id)?.action
            setPicking(false)
            // Of what a conversation has but one of, the newer holds.
            if (action !== undefined)
              onActions([...actions.filter((one) => actionKey(one) !== actionKey(action)), action])
          }}
          onClose={() => setPicking(false)}
        />
      ) : null}
    </>
  )
}
