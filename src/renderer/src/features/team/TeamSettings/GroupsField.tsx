import { TagsInput } from '@mantine/core'
import type { MemberRow } from '../../../../../shared/contract/triage-rows.ts'
import { t } from '../../../i18n/t.ts'
import { useCommand } from '../../../core/use-command.ts'
import { plainText } from '../../../ui/plain-text.ts'

export interface GroupsFieldProps {
  readonly member: MemberRow
  /** Teams that others belong to. */
  readonly known: readonly string[]
}

/** Which teams within the team a person belongs to: some canned replies are for one of them. */
export function GroupsField({ member, known }: GroupsFieldProps) {
  const run = useCommand()
  return (
    <TagsInput
      size="xs"
      aria-label={t('Teams of {name}', { name: plainText(member.name) })}
      placeholder={member.groups.length === 0 ? t('No teams yet') : undefined}
      data={[...known]}
      value={[...member.groups]}
      maxLength={60}
      maxTags={50}
      comboboxProps={{ portalProps: { target: '#tips' }, transitionProps: { duration: 0 } }}
      onChange={(groups) => void run('team.setGroups', { member: member.id, groups })}
    />
  )
}
