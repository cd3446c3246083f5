import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconCalendarClock, IconChecks, IconClockPause } from '@tabler/icons-react'
import { t } from '../../../i18n/t.ts'
import { useAriaKeys } from '../../../keyboard/keymap-context.ts'
import { KeyTip } from '../../../ui/ActionButton/KeyTip.tsx'
import { ActionKeys } from '../../../ui/Keys/ActionKeys.tsx'
import type { Way } from '../use-sending.ts'
import classes from './Composer.module.css'

export interface ReplyButtonsProps {
  readonly sendable: boolean
  readonly onLeave: (way: Way) => void
}

/** The ways in which a reply leaves. */
export function ReplyButtons({ sendable, onLeave }: ReplyButtonsProps) {
  const sendKeys = useAriaKeys('reply.send')
  const snoozeKeys = useAriaKeys('reply.sendAndSnooze')
  const laterKeys = useAriaKeys('reply.sendLater')
  return (
    <>
      <Tooltip label={<KeyTip label={t('Send and resolve')} action="reply.sendAndResolve" />}>
        <Button
          className={classes.quiet}
          variant="subtle"
          color="gray"
          size="compact-sm"
          aria-disabled={!sendable}
          data-disabled={!sendable || undefined}
          aria-label={t('Send and resolve')}
          onClick={() => onLeave('sendAndResolve')}
        >
          <span className={classes.long}>{t('Send and resolve')}</span>
          <IconChecks size={16} stroke={1.75} className={classes.short} />
        </Button>
      </Tooltip>
      <Tooltip label={<KeyTip label={t('Send and snooze')} action="reply.sendAndSnooze" />}>
        <ActionIcon
          aria-label={t('Send and snooze')}
          aria-keyshortcuts={snoozeKeys}
          aria-disabled={!sendable}
          data-disabled={!sendable || undefined}
          className={classes.quiet}
          onClick={() => onLeave('sendAndSnooze')}
        >
          <IconClockPause size={16} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={<KeyTip label={t('Send later')} action="reply.sendLater" />}>
        <ActionIcon
          aria-label={t('Send later')}
          aria-keyshortcuts={laterKeys}
          aria-disabled={!sendable}
          data-disabled={!sendable || undefined}
          className={classes.quiet}
          onClick={() => onLeave('sendLater')}
        >
          <IconCalendarClock size={16} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
      <Button
        className={classes.send}
        size="compact-sm"
        aria-keyshortcuts={sendKeys}
        aria-disabled={!sendable}
        data-disabled={!sendable || undefined}
        rightSection={<ActionKeys action="reply.send" />}
        aria-label={t('Send')}
        onClick={() => onLeave('send')}
      >
        {t('Send')}
      </Button>
    </>
  )
}
