import { t } from '../../../i18n/t.ts'
import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconUserMinus } from '@tabler/icons-react'
import type { MemberRow } from '../../../../../shared/contract/triage-rows.ts'
import { MAX_MEMBER_NAME } from '../../../../../shared/domain/team.ts'
import { useCommand } from '../../../core/use-command.ts'
import { useQuery } from '../../../core/use-query.ts'
import { useUndoNotice } from '../../../shell/UndoNotice/use-undo-notice.tsx'
import { AddLine } from '../../../ui/AddLine/AddLine.tsx'
import { Avatar } from '../../../ui/Avatar/Avatar.tsx'
import { NameField } from '../../../ui/NameField/NameField.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { GroupsField } from './GroupsField.tsx'
import classes from './TeamSettings.module.css'

/** Who answers, and who of them sits here. */
export function TeamSettings() {
  const run = useCommand()
  const members = useQuery('team.list', {}).rows.filter((member) => !member.left)
  const teams = [...new Set(members.flatMap((member) => member.groups))]
  return (
    <>
      <p className={classes.hint}>
        {t(
          'Conversations are assigned to these people, and a note that says @ and a name tells them. Changes hold at once.'
        )}
      </p>
      <ul className={classes.list} aria-label={t('Team')}>
        {members.map((member) => (
          <MemberLine key={member.id} member={member} teams={teams} />
        ))}
      </ul>
      <AddLine
        label={t('Name of a new person')}
        button={t('Add')}
        onAdd={async (name) => (await run('team.add', { name })) !== null}
      />
    </>
  )
}

interface MemberLineProps {
  readonly member: MemberRow
  /** Teams within the team, of everybody. */
  readonly teams: readonly string[]
}

function MemberLine({ member, teams }: MemberLineProps) {
  const run = useCommand()
  const tell = useUndoNotice()
  const name = plainText(member.name)

  async function remove(): Promise<void> {
    if (await run('team.remove', { member: member.id })) tell(t('Removed {name} from the team', { name }))
  }

  return (
    <li className={classes.line}>
      <Avatar id={member.id} name={member.name} src={null} size={28} />
      <NameField
        label={t('Name of {name}', { name })}
        value={member.name}
        longest={MAX_MEMBER_NAME}
        onChange={async (changed) => (await run('team.rename', { member: member.id, name: changed })) !== null}
      />
      <div className={classes.teams}>
        <GroupsField member={member} known={teams} />
      </div>
      {member.me ? (
        <span className={classes.me}>{t('This is me')}</span>
      ) : (
        <div className={classes.rest}>
          <Button
            variant="default"
            size="compact-sm"
            aria-label={t('{name} sits at this desk', { name })}
            onClick={() => void run('team.setMe', { member: member.id })}
          >
            {t('This is me')}
          </Button>
          <Tooltip label={t('Remove from the team: what they had becomes unassigned')}>
            <ActionIcon aria-label={t('Remove {name} from the team', { name })} onClick={() => void remove()}>
              <IconUserMinus size={17} stroke={1.75} />
            </ActionIcon>
          </Tooltip>
        </div>
      )}
    </li>
  )
}
