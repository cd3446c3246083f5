import type { TagColour } from '../../../../../shared/domain/tag.ts'
import classes from './ViewDot.module.css'

/** The mark of a saved view. */
export function ViewDot({ colour }: { readonly colour: TagColour }) {
  return <span className={classes.dot} data-colour={colour} aria-hidden="true" />
}
