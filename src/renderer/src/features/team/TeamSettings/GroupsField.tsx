import { TagsInput } from '@mantine/core'
import { useState } from 'react'
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
  /** What was chosen here, until the core has it: the next choice grows from this one. */
  const [chosen, setChosen] = useState<readonly string[] | null>(null)
  const groups = chosen ?? member.groups

  async function choose(next: readonly string[]): Promise<void> {
    setChosen(next)
    await run('team.setGroups', { member: member.id, groups: [...next] })
    setChosen((now) => (now === next ? null : now))
  }

  return (
    <TagsInput
      size="xs"
      aria-label={t('Teams of {name}', { name: plainText(member.name) })}
      placeholder={groups.length === 0 ? t('No teams yet') : undefined}
      data={[...known]}
      value={[...groups]}
      maxLength={60}
      maxTags={50}
      comboboxProps={{ portalProps: { target: '#tips' }, transitionProps: { duration: 0 } }}
      onChange={(next) => void choose(next)}
    />
  )
}
