import type { ReactNode } from 'react'
import classes from './SettingLine.module.css'

export interface SettingLineProps {
  readonly label: string
  /** What it means, or how it stands. */
  readonly hint?: string
  /** Whether the hint changes by itself and is read out then. */
  readonly live?: boolean
  /** The choice. */
  readonly children: ReactNode
}

/** One thing that can be set: its name, what it means, and the choice. */
export function SettingLine({ label, hint, live, children }: SettingLineProps) {
  return (
    <div className={classes.root}>
      <div className={classes.what}>
        <div className={classes.label}>{label}</div>
        {hint === undefined ? null : (
          <div className={classes.hint} role={live === true ? 'status' : undefined}>
            {hint}
          </div>
        )}
      </div>
      <div className={classes.choice}>{children}</div>
    </div>
  )
}
