import { Keys } from '../Keys/Keys.tsx'
import classes from './KeyTip.module.css'

/** The content of a tooltip: what it does, and its key. */
export function KeyTip({ label, keys }: { readonly label: string; readonly keys?: string | undefined }) {
  return (
    <span className={classes.root}>
      {label}
      {keys === undefined ? null : <Keys keys={keys} />}
    </span>
  )
}
