import { ActionIcon, Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import { type ActionId, actionTitle } from '../../keyboard/actions.ts'
import { useAriaKeys } from '../../keyboard/keymap-context.ts'
import { useRunAction } from '../../keyboard/KeyboardProvider.tsx'
import { KeyTip } from './KeyTip.tsx'

export interface ActionButtonProps {
  readonly action: ActionId
  /** In place of the action's title, where the situation makes it clearer. */
  readonly label?: string
  readonly pressed?: boolean
  readonly disabled?: boolean
  /** The place one is at. */
  readonly current?: boolean
  readonly className?: string | undefined
  readonly position?: 'top' | 'bottom' | 'right' | 'left'
  readonly children: ReactNode
}

/** An icon button that runs an action of the registry and shows its key in the tooltip. */
export function ActionButton({
  action,
  label,
  pressed,
  disabled,
  current,
  className,
  position,
  children
}: ActionButtonProps) {
  const run = useRunAction()
  const ariaKeys = useAriaKeys(action)
  const name = label ?? actionTitle(action)
  return (
    <Tooltip label={<KeyTip label={name} action={action} />} position={position ?? 'bottom'}>
      <ActionIcon
        className={className}
        aria-label={name}
        aria-pressed={pressed}
        aria-current={current === true ? 'page' : undefined}
        aria-keyshortcuts={ariaKeys}
        disabled={disabled}
        onClick={() => run(action)}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
