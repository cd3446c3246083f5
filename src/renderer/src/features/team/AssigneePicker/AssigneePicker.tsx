import { t } from '../../../i18n/t.ts'
import { IconUserOff } from '@tabler/icons-react'
import { Avatar } from '../../../ui/Avatar/Avatar.tsx'
import { Picker } from '../../../ui/Picker/Picker.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { useTeam } from '../use-team.ts'

export interface AssigneePickerProps {
  /** It must have one: there is no way without. */
  readonly required?: boolean
  /** Of each conversation it is about. */
  readonly assigned: readonly (string | null)[]
  readonly onClose: () => void
  readonly onPick: (member: string | null) => void
}

const NOBODY = 'nobody'

/** Who is to answer: found by name, by “me” and by “nobody”. */
export function AssigneePicker({ required, assigned, onClose, onPick }: AssigneePickerProps) {
  const members = [...useTeam().values()].filter((member) => !member.left)
  const sorted = [...members.filter((member) => member.me), ...members.filter((member) => !member.me)]
  const holds = (id: string | null): boolean | 'some' =>
    assigned.length > 0 && assigned.every((one) => one === id) ? true : assigned.includes(id) ? 'some' : false
  return (
    <Picker
      label={required === true ? t('Owner, to resolve') : t('Assign to')}
      placeholder={t('Assign to a person, “me” or “nobody”')}
      options={[
        ...sorted.map((member) => ({
          id: member.id,
          label: plainText(member.name),
          icon: <Avatar id={member.id} name={member.name} src={null} size={20} />,
          checked: holds(member.id),
          ...(member.me ? { hint: t('me'), also: t('me') } : {})
        })),
        ...(required === true
          ? []
          : [
              {
                id: NOBODY,
                label: t('Nobody'),
                icon: <IconUserOff size={20} stroke={1.5} aria-hidden="true" />,
                checked: holds(null)
              }
            ])
      ]}
      nothing={(typed) => t('Nobody in the team is called “{typed}”. Settings → Team adds people.', { typed })}
      onPick={(id) => onPick(id === NOBODY ? null : id)}
      onClose={onClose}
    />
  )
}
