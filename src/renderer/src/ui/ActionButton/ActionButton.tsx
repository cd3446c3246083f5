import { ActionIcon, Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import { type ActionId, actionOf } from '../../keyboard/actions.ts'
import { ariaKeys, isMac } from '../../keyboard/key-labels.ts'
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
  const { title, keys } = actionOf(action)
  const name = label ?? title
  return (
    <Tooltip label={<KeyTip label={name} keys={keys[0]} />} position={position ?? 'bottom'}>
      <ActionIcon
        className={className}
        aria-label={name}
        aria-pressed={pressed}
        aria-current={current === true ? 'page' : undefined}
        aria-keyshortcuts={keys[0] === undefined ? undefined : ariaKeys(keys[0], isMac())}
        disabled={disabled}
        onClick={() => run(action)}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
