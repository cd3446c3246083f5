import { Highlight } from '../../../ui/Highlight/Highlight.tsx'
import { ActionKeys } from '../../../ui/Keys/ActionKeys.tsx'
import type { PaletteHit } from '../palette-source.ts'
import classes from './Palette.module.css'

/** What can be done, with what was typed marked in it, and its keys. */
export function PaletteLine({ hit }: { readonly hit: PaletteHit }) {
  const { item } = hit
  return (
    <>
      <bdi className={classes.title}>
        <Highlight text={item.title} marks={hit.titleMarks} />
      </bdi>
      {item.hint === undefined ? null : (
        <bdi className={classes.hint}>
          <Highlight text={item.hint} marks={hit.hintMarks} />
        </bdi>
      )}
      {item.action === undefined ? null : (
        <span className={classes.keys}>
          <ActionKeys action={item.action} />
        </span>
      )}
    </>
  )
}
