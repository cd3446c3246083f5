import { ActionIcon, Tooltip } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useRef } from 'react'
import { actionTitle } from '../../../keyboard/actions.ts'
import { useAriaKeys } from '../../../keyboard/keymap-context.ts'
import { useAction } from '../../../keyboard/KeyboardProvider.tsx'
import { KeyTip } from '../../../ui/ActionButton/KeyTip.tsx'

/** What the system's dialog offers first; the core looks at the content of whatever is chosen. */
const OFFERED = 'image/jpeg,image/png,image/webp,image/gif,image/bmp,image/tiff,video/mp4,video/quicktime,video/webm'

export interface AttachButtonProps {
  readonly action?: 'reply.attach' | 'library.attach'
  /** What there is to know first. */
  readonly hint?: string
  readonly onFiles: (files: readonly File[]) => void
}

/** Chooses a picture, GIF or video for the reply, or for a canned one. */
export function AttachButton({ action = 'reply.attach', hint, onFiles }: AttachButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  const title = actionTitle(action)
  const ariaKeys = useAriaKeys(action)
  const choose = (): void => input.current?.click()
  useAction(action, choose)
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={OFFERED}
        hidden
        aria-label={title}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])])
          // The same file can be chosen again.
          event.currentTarget.value = ''
        }}
      />
      <Tooltip label={<KeyTip label={hint ?? title} action={action} />} position="top">
        <ActionIcon aria-label={title} aria-keyshortcuts={ariaKeys} onClick={choose}>
          <IconPaperclip size={17} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
    </>
  )
}
