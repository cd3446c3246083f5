import { notifications } from '@mantine/notifications'
import type { QuickKeyRow, ReplyChoiceRow } from '../../../../../shared/contract/library-rows.ts'
import { quickKeys } from '../../../../../shared/domain/library/quick-key.ts'
import { useQuery } from '../../../core/use-query.ts'
import { useAction, useEarlyKeys } from '../../../keyboard/KeyboardProvider.tsx'
import { quickKeyActions } from '../../../keyboard/quick-key-actions.ts'
import { quickKeyProblem } from './quick-key-words.ts'

export interface QuickRepliesProps {
  readonly conversation: string
  readonly onTake: (choice: ReplyChoiceRow) => void
}

const all = Object.values(quickKeyActions)

/** The quick keys while a reply can be written; nothing to see. */
export function QuickReplies({ conversation, onTake }: QuickRepliesProps) {
  const given = useQuery('library.quickKeys', {})
  const replies = useQuery('library.quickReplies', { conversation })
  useEarlyKeys(all, conversation, given.status === 'loading' || replies.status === 'loading')
  return quickKeys.map((key) => (
    <OneKey
      key={key}
      row={given.rows.find((row) => row.key === key)}
      choice={replies.rows.find((row) => row.key === key)}
      of={key}
      onTake={onTake}
    />
  ))
}

interface OneKeyProps {
  readonly of: QuickKeyRow['key']
  readonly row: QuickKeyRow | undefined
  readonly choice: ReplyChoiceRow | undefined
  readonly onTake: (choice: ReplyChoiceRow) => void
}

function OneKey({ of: key, row, choice, onTake }: OneKeyProps) {
  const problem = row === undefined ? null : quickKeyProblem(row)
  useAction(
    quickKeyActions[key],
    () => {
      if (problem !== null) notifications.show({ id: 'quick-key', message: problem })
      else if (choice !== undefined) onTake(choice)
    },
    problem !== null || (row !== undefined && choice !== undefined)
  )
  return null
}
