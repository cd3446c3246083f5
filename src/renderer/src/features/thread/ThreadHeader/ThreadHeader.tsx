import { Tooltip } from '@mantine/core'
import {
  IconAppWindow,
  IconArrowBackUp,
  IconArrowLeft,
  IconBan,
  IconCheck,
  IconLayoutSidebarRight,
  IconMail
} from '@tabler/icons-react'
import { t } from '../../../i18n/t.ts'
import type { ThreadHeadRow } from '../../../../../shared/contract/rows.ts'
import { ActionButton } from '../../../ui/ActionButton/ActionButton.tsx'
import { Avatar } from '../../../ui/Avatar/Avatar.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { Countdown } from '../../sla/Countdown/Countdown.tsx'
import { Waiting } from '../../inbox/Waiting/Waiting.tsx'
import classes from './ThreadHeader.module.css'

export interface ThreadHeaderProps {
  readonly head: ThreadHeadRow
  /** In a narrow window: a way back to the list. */
  readonly withBack: boolean
  readonly customerShown: boolean
  /** Whether it can be opened in a window of its own. */
  readonly detachable: boolean
}

/** Who the conversation is with, how long they have been waiting, and what to do with it. */
export function ThreadHeader({ head, withBack, customerShown, detachable }: ThreadHeaderProps) {
  const name = plainText(head.name)
  const resolved = head.status === 'resolved'
  return (
    <header className={classes.root}>
      {withBack ? (
        <ActionButton action="conversation.list">
          <IconArrowLeft size={18} stroke={1.75} />
        </ActionButton>
      ) : null}
      <Avatar id={head.id} name={head.name} src={head.avatar} size={28} group={head.group} />
      <div className={classes.who}>
        <h2 className={classes.name} dir="auto" title={name}>
          {name}
        </h2>
        <div className={classes.line}>
          {head.group ? (
            <Tooltip label={head.members.map((member) => plainText(member.name)).join(', ')} multiline maw={320}>
              <span className={classes.handle}>
                {t('{count, plural, one {# member} other {# members}}', { count: head.members.length })}
              </span>
            </Tooltip>
          ) : head.handle === null ? null : (
            <span className={classes.handle} title={`@${head.handle}`}>
              <bdi>@{head.handle}</bdi>
            </span>
          )}
          {head.block?.blocked === true ? (
            <span className={classes.blocked}>
              <IconBan size={13} stroke={2} aria-hidden="true" /> {t('Blocked')}
            </span>
          ) : null}
          {head.waitingSince === null || resolved || head.block?.blocked === true ? null : head.due === null ? (
            <Waiting since={head.waitingSince} />
          ) : (
            <Countdown due={head.due} />
          )}
          {resolved ? (
            <span className={classes.resolved}>
              <IconCheck size={13} stroke={2} aria-hidden="true" /> {t('Resolved')}
            </span>
          ) : null}
        </div>
      </div>
      <div className={classes.actions}>
        <ActionButton action="conversation.unread">
          <IconMail size={18} stroke={1.75} />
        </ActionButton>
        <ActionButton action="conversation.resolve" label={resolved ? t('Reopen') : t('Resolve')}>
          {resolved ? <IconArrowBackUp size={18} stroke={1.75} /> : <IconCheck size={18} stroke={1.75} />}
        </ActionButton>
        {detachable ? (
          <ActionButton action="window.detach">
            <IconAppWindow size={18} stroke={1.75} />
          </ActionButton>
        ) : null}
        <ActionButton action="window.customer" pressed={customerShown}>
          <IconLayoutSidebarRight size={18} stroke={1.75} />
        </ActionButton>
      </div>
    </header>
  )
}
