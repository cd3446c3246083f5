import { Button } from '@mantine/core'
import { IconExternalLink, IconLock } from '@tabler/icons-react'
import { useRef } from 'react'
import { t } from '../../../i18n/t.ts'
import type { EncryptedChatRow } from '../../../../../shared/contract/rows.ts'
import { useCommand } from '../../../core/use-command.ts'
import { useAction } from '../../../keyboard/KeyboardProvider.tsx'
import { KeyedTip } from '../../../ui/ActionButton/KeyedTip.tsx'
import { encryptedChatWords, X_MESSAGES } from '../encrypted-chat-words.ts'
import classes from './EncryptedChatCard.module.css'

export interface EncryptedChatCardProps {
  readonly rows: readonly EncryptedChatRow[]
  /** What tells this card from another on the screen. */
  readonly label: string
  /** Whether its keys are meant: only one card at a time has them. */
  readonly withKeys: boolean
}

/** Encrypted messages that X shows nowhere but on X: says so, leads there, and stays until it is dismissed. */
export function EncryptedChatCard({ rows, label, withKeys }: EncryptedChatCardProps) {
  const run = useCommand()
  const link = useRef<HTMLAnchorElement>(null)
  const dismiss = (): void =>
    void run('activity.dismissEncryptedChats', { ids: rows.map((row) => row.id).slice(0, 1_000) })
  const shown = rows.length > 0
  useAction('chat.open', () => link.current?.click(), shown && withKeys)
  useAction('chat.dismiss', dismiss, shown && withKeys)
  if (!shown) return null
  return (
    <section className={classes.root} aria-label={label}>
      <IconLock size={18} stroke={1.75} className={classes.icon} aria-hidden="true" />
      <p className={classes.text}>
        <strong>{encryptedChatWords(rows)}</strong> {t('X does not let other apps show it. Open it on X.')}
      </p>
      <div className={classes.buttons}>
        <KeyedTip action="chat.open">
          <Button
            ref={link}
            component="a"
            size="compact-sm"
            variant="default"
            href={X_MESSAGES}
            target="_blank"
            rel="noopener noreferrer"
            rightSection={<IconExternalLink size={14} />}
          >
            {t('Open X')}
          </Button>
        </KeyedTip>
        <KeyedTip action="chat.dismiss">
          <Button size="compact-sm" variant="subtle" color="gray" onClick={dismiss}>
            {t('Dismiss')}
          </Button>
        </KeyedTip>
      </div>
    </section>
  )
}
