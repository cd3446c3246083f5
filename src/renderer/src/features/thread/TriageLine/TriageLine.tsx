import { t } from '../../../i18n/t.ts'
import { Tooltip, UnstyledButton } from '@mantine/core'
import { IconBell, IconCategory, IconClockPause, IconFlag, IconTag, IconUserPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { ThreadHeadRow } from '../../../../../shared/contract/rows.ts'
import { type ActionId, actionTitle } from '../../../keyboard/actions.ts'
import { useAriaKeys } from '../../../keyboard/keymap-context.ts'
import { useRunAction } from '../../../keyboard/KeyboardProvider.tsx'
import { KeyTip } from '../../../ui/ActionButton/KeyTip.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { FollowUpMark } from '../../follow-ups/FollowUpMark/FollowUpMark.tsx'
import { SuggestedCategory } from '../../inbox/SuggestedCategory/SuggestedCategory.tsx'
import { SnoozedMark } from '../../inbox/SnoozedMark.tsx'
import { categoryWords, priorityIcon, priorityWords } from '../../inbox/triage-words.tsx'
import { TagChips } from '../../tags/TagChips/TagChips.tsx'
import { useTags } from '../../tags/use-tags.ts'
import { PersonChip } from '../../team/PersonChip/PersonChip.tsx'
import { useTeam } from '../../team/use-team.ts'
import classes from './TriageLine.module.css'

/** What the team decided about the conversation; each part opens what changes it. Always there, so that nothing jumps. */
export function TriageLine({ head }: { readonly head: ThreadHeadRow }) {
  const tags = useTags()
  const team = useTeam()
  const assignee = head.assignee === null ? undefined : team.get(head.assignee)
  const tagged = head.tags.some((tag) => tags.has(tag))
  return (
    <div className={classes.root} role="group" aria-label={t('What the team decided')}>
      <Part action="conversation.assign" set={assignee !== undefined}>
        {assignee === undefined ? (
          <>
            <IconUserPlus size={15} stroke={1.75} aria-hidden="true" />
            <span className={classes.word}>{t('Assign')}</span>
          </>
        ) : (
          <>
            <PersonChip member={assignee} />
            <bdi className={classes.name} aria-hidden="true">
              {plainText(assignee.name)}
            </bdi>
          </>
        )}
      </Part>
      <Part action="conversation.priority" set={head.priority !== 'normal'}>
        {head.priority === 'normal' ? (
          <IconFlag size={15} stroke={1.75} aria-label={t('Priority: normal')} />
        ) : (
          <>
            {priorityIcon(head.priority, 15)} {t(priorityWords[head.priority])}
          </>
        )}
      </Part>
      <Part action="conversation.category" set={head.category !== null}>
        <IconCategory size={15} stroke={1.75} aria-hidden="true" />
        {head.category === null ? (
          <span className={classes.word}>{t('Category')}</span>
        ) : (
          t(categoryWords[head.category])
        )}
      </Part>
      <SuggestedCategory conversation={head.id} />
      <Part action="conversation.snooze" set={head.status === 'snoozed'}>
        {head.status === 'snoozed' ? (
          <SnoozedMark until={head.snoozedUntil} className={classes.mark} />
        ) : (
          <>
            <IconClockPause size={15} stroke={1.75} aria-hidden="true" />
            <span className={classes.word}>{t('Snooze')}</span>
          </>
        )}
      </Part>
      <Part action="conversation.followUp" set={head.followUpAt !== null}>
        {head.followUpAt === null ? (
          <>
            <IconBell size={15} stroke={1.75} aria-hidden="true" />
            <span className={classes.word}>{t('Follow up')}</span>
          </>
        ) : (
          <FollowUpMark at={head.followUpAt} />
        )}
      </Part>
      <Part action="conversation.tag" set={tagged} grows>
        <IconTag size={15} stroke={1.75} aria-hidden="true" />
        {tagged ? (
          <>
            <span className={classes.roomy}>
              <TagChips tags={head.tags} known={tags} most={4} />
            </span>
            <span className={classes.tight}>
              <TagChips tags={head.tags} known={tags} most={1} />
            </span>
          </>
        ) : (
          <span className={classes.word}>{t('Tag')}</span>
        )}
      </Part>
    </div>
  )
}

interface PartProps {
  readonly action: ActionId
  /** Whether something was decided. */
  readonly set: boolean
  readonly grows?: boolean
  readonly children: ReactNode
}

function Part({ action, set, grows, children }: PartProps) {
  const run = useRunAction()
  const keys = useAriaKeys(action)
  return (
    <Tooltip label={<KeyTip label={actionTitle(action)} action={action} />} position="bottom">
      <UnstyledButton
        className={classes.part}
        data-set={set}
        data-grows={grows}
        aria-keyshortcuts={keys}
        onClick={() => run(action)}
      >
        {children}
      </UnstyledButton>
    </Tooltip>
  )
}
