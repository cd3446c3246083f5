import type { ActionId } from '../../keyboard/actions.ts'
import { ActionKeys } from '../Keys/ActionKeys.tsx'
import classes from './KeyTip.module.css'

/** The content of a tooltip: what it does, and the key of the action that does the same. */
export function KeyTip({ label, action }: { readonly label: string; readonly action?: ActionId | undefined }) {
  return (
    <span className={classes.root}>
      {label}
      {action === undefined ? null : <ActionKeys action={action} />}
    </span>
  )
}
