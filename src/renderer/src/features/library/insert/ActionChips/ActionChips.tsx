import { CloseButton } from '@mantine/core'
import { t } from '../../../../i18n/t.ts'
import { useTags } from '../../../tags/use-tags.ts'
import { useTeam } from '../../../team/use-team.ts'
import { actionText } from '../../library-words.ts'
import { actionKey, actionsFor, type DraftInserts } from '../inserted.ts'
import classes from './ActionChips.module.css'

export interface ActionChipsProps {
  readonly inserts: DraftInserts
  readonly draft: string
  readonly onDrop: (key: string) => void
}

/** What is done to the conversation when the reply is sent, because canned replies in it say so; each can be taken out. */
export function ActionChips({ inserts, draft, onDrop }: ActionChipsProps) {
  const names = { tags: useTags(), team: useTeam() }
  const actions = actionsFor(inserts, draft)
  if (actions.length === 0) return null
  return (
    <div className={classes.root} role="group" aria-label={t('Done when it is sent')}>
      <span className={classes.then}>{t('Then:')}</span>
      <ul className={classes.list}>
        {actions.map((action) => {
          const text = actionText(action, names)
          return (
            <li key={actionKey(action)} className={classes.chip}>
              <bdi>{text}</bdi>
              <CloseButton
                size="xs"
                aria-label={t('Do not: {action}', { action: text })}
                onClick={() => onDrop(actionKey(action))}
              />
            </li>
          )
        })}
      </ul>
    </div>
  )
}
