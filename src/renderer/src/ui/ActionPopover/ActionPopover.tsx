import { ActionIcon, Popover, Tooltip } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { type ActionId, actionTitle } from '../../keyboard/actions.ts'
import { useAriaKeys } from '../../keyboard/keymap-context.ts'
import { useAction } from '../../keyboard/KeyboardProvider.tsx'
import { KeyTip } from '../ActionButton/KeyTip.tsx'

export interface ActionPopoverProps {
  readonly action: ActionId
  readonly icon: Icon
  /** Pixels. */
  readonly width: number
  readonly padding: number
  /** It has gone away: the focus belongs to the text again. */
  readonly onClosed: () => void
  readonly children: (close: () => void) => ReactNode
}

/** Something to choose above the text, behind a button and a key. */
export function ActionPopover({ action, icon: Icon, width, padding, onClosed, children }: ActionPopoverProps) {
  const [opened, setOpened] = useState(false)
  const title = actionTitle(action)
  const ariaKeys = useAriaKeys(action)
  useAction(action, () => setOpened(true))

  function close(): void {
    setOpened(false)
    onClosed()
  }

  return (
    <Popover
      opened={opened}
      onDismiss={close}
      position="top-start"
      width={width}
      trapFocus
      closeOnEscape={false}
      portalProps={{ target: '#tips' }}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <Tooltip label={<KeyTip label={title} action={action} />} position="top">
          <ActionIcon
            aria-label={title}
            aria-keyshortcuts={ariaKeys}
            onClick={() => (opened ? close() : setOpened(true))}
          >
            <Icon size={17} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown
        p={padding}
        bg="var(--surface-raised)"
        aria-modal="true"
        aria-label={title}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
          // Said to be dealt with: the same key would lead back to the list of conversations.
          event.preventDefault()
          close()
        }}
      >
        {children(close)}
      </Popover.Dropdown>
    </Popover>
  )
}
