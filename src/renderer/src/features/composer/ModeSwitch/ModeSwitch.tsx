import { Tooltip, UnstyledButton } from '@mantine/core'
import { IconLock, IconMessage } from '@tabler/icons-react'
import { msg } from '../../../../../shared/i18n/message.ts'
import { t } from '../../../i18n/t.ts'
import type { DraftMode } from '../../../../../shared/domain/draft.ts'
import { useRow } from '../../../core/use-query.ts'
import type { ActionId } from '../../../keyboard/actions.ts'
import { KeyTip } from '../../../ui/ActionButton/KeyTip.tsx'
import classes from './ModeSwitch.module.css'

export interface ModeSwitchProps {
  readonly conversation: string
  readonly mode: DraftMode
  readonly onMode: (mode: DraftMode) => void
}

/** Whether one writes to the customer or to the team. */
export function ModeSwitch({ conversation, mode, onMode }: ModeSwitchProps) {
  return (
    <div className={classes.root} role="group" aria-label={t('What you write')}>
      <Choice conversation={conversation} mode="reply" active={mode === 'reply'} action="reply.write" onMode={onMode} />
      <Choice conversation={conversation} mode="note" active={mode === 'note'} action="note.write" onMode={onMode} />
    </div>
  )
}

const icons = { reply: IconMessage, note: IconLock } as const
const labels = { reply: msg('Reply||noun'), note: msg('Note') } as const
const tips = { reply: msg('Write to the customer'), note: msg('Write a note for your team only') } as const

function Choice({
  conversation,
  mode,
  active,
  action,
  onMode
}: ModeSwitchProps & { readonly active: boolean; readonly action: ActionId }) {
  const waits = useRow('thread.draft', { conversation, mode }) !== null && !active
  const Icon = icons[mode]
  return (
    <Tooltip label={<KeyTip label={t(tips[mode])} action={action} />} position="top">
      <UnstyledButton
        className={classes.choice}
        data-mode={mode}
        data-active={active}
        aria-pressed={active}
        aria-label={waits ? t('{what}, with a draft', { what: t(labels[mode]) }) : t(labels[mode])}
        onClick={() => onMode(mode)}
      >
        <Icon size={13} stroke={2} aria-hidden="true" />
        {t(labels[mode])}
        {waits ? <span className={classes.dot} aria-hidden="true" /> : null}
      </UnstyledButton>
    </Tooltip>
  )
}
