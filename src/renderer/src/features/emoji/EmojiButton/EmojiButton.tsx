import { IconMoodSmile } from '@tabler/icons-react'
import { ActionPopover } from '../../../ui/ActionPopover/ActionPopover.tsx'
import { EmojiPicker } from './EmojiPicker.tsx'

export interface EmojiButtonProps {
  readonly onPick: (emoji: string) => void
  /** The picker has gone away: the focus belongs to the text again. */
  readonly onClosed: () => void
}

/** All emoji, behind a button and a key. */
export function EmojiButton({ onPick, onClosed }: EmojiButtonProps) {
  return (
    <ActionPopover action="composer.emoji" icon={IconMoodSmile} width={336} padding={8} onClosed={onClosed}>
      {(close) => (
        <EmojiPicker
          onPick={(emoji) => {
            close()
            onPick(emoji)
          }}
        />
      )}
    </ActionPopover>
  )
}
