import { isMac, keyLabels } from '../../keyboard/key-labels.ts'
import classes from './Keys.module.css'

/** A key sequence as caps. */
export function Keys({ keys }: { readonly keys: string }) {
  return (
    <span className={classes.root}>
      {keyLabels(keys, isMac()).map((press, at) => (
        <span key={at} className={classes.press}>
          {press.map((label) => (
            <kbd key={label} className={classes.cap}>
              {label}
            </kbd>
          ))}
        </span>
      ))}
    </span>
  )
}
