import { t } from '../../../i18n/t.ts'
import { priorities, type Priority } from '../../../../../shared/domain/conversation.ts'
import { Picker } from '../../../ui/Picker/Picker.tsx'
import type { Words } from '../use-triage.ts'
import { priorityIcon, priorityWords } from '../triage-words.tsx'

export interface PriorityPickerProps {
  /** Of each conversation it is about. */
  readonly now: readonly Priority[]
  readonly onClose: () => void
  readonly onPick: (priority: Priority, words: Words) => void
}

export function PriorityPicker({ now, onClose, onPick }: PriorityPickerProps) {
  return (
    <Picker
      label={t('Priority')}
      placeholder={t('Priority')}
      options={priorities.map((priority) => ({
        id: priority,
        label: t(priorityWords[priority]),
        icon: priorityIcon(priority),
        checked: holds(now, priority)
      }))}
      nothing={(typed) => t('No priority is called “{typed}”.', { typed })}
      onPick={(id) => {
        const priority = priorities.find((one) => one === id)
        if (priority)
          onPick(priority, (what) => t('{priority} priority: {what}', { priority: t(priorityWords[priority]), what }))
      }}
      onClose={onClose}
    />
  )
}

/** Whether something holds for all, for some or for none of several conversations. */
export function holds<T>(now: readonly T[], value: T): boolean | 'some' {
  const count = now.filter((one) => one === value).length
  return count === 0 ? false : count === now.length ? true : 'some'
}
