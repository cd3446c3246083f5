import type { ReactNode } from 'react'
import classes from './ScrollTable.module.css'

export interface ScrollTableProps {
  readonly label: string
  readonly head: readonly Column[]
  /** The rows. Cells marked `data-number` stand under their column's end. */
  readonly children: ReactNode
}

export interface Column {
  readonly title: string
  readonly number?: boolean
}

/** A table that scrolls by itself, by key as well, where it is wider than its place. */
export function ScrollTable({ label, head, children }: ScrollTableProps) {
  return (
    <div className={classes.root} tabIndex={0} role="region" aria-label={label}>
      <table className={classes.table}>
        <thead>
          <tr>
            {head.map(({ title, number }) => (
              <th key={title} scope="col" data-number={number}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}
