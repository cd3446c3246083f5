import { ScrollTable } from '../../../ui/ScrollTable/ScrollTable.tsx'
import classes from './ReportsView.module.css'

export interface BreakdownProps {
  readonly title: string
  /** The first names the rows; the others hold numbers. */
  readonly columns: readonly string[]
  readonly rows: readonly { readonly id: string; readonly name: string; readonly cells: readonly string[] }[]
}

/** A table of the report. Without rows there is none. */
export function Breakdown({ title, columns, rows }: BreakdownProps) {
  if (rows.length === 0) return null
  return (
    <div className={classes.breakdown} data-wide={columns.length > 5}>
      <h3 className={classes.tableTitle}>{title}</h3>
      <ScrollTable
        label={title}
        head={columns.map((column, nth) => (nth === 0 ? { title: column } : { title: column, number: true }))}
      >
        {rows.map(({ id, name, cells }) => (
          <tr key={id}>
            <th scope="row">
              <bdi className={classes.name}>{name}</bdi>
            </th>
            {cells.map((cell, nth) => (
              <td key={columns[nth + 1]} data-number>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </ScrollTable>
    </div>
  )
}
