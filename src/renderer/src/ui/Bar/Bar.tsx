import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './Bar.module.css'

export interface BarProps {
  readonly tone: 'accent' | 'waiting' | 'breached'
  readonly icon: Icon
  /** The name of a bar that is always there; without one it is read out when it comes. */
  readonly name?: string
  readonly children: ReactNode
  /** What can be done about it. */
  readonly actions?: ReactNode
}

/** A line across the window about how things stand. */
export function Bar({ tone, icon: Icon, name, children, actions }: BarProps) {
  return (
    <div
      className={`${classes.root} ${classes[tone] ?? ''}`}
      role={name === undefined ? 'status' : 'region'}
      aria-label={name}
    >
      <Icon size={18} stroke={1.75} className={classes.icon} aria-hidden="true" />
      <p className={classes.text}>{children}</p>
      {actions}
    </div>
  )
}
