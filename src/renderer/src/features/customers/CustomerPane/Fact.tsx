import type { ReactNode } from 'react'
import classes from './CustomerPane.module.css'

/** One line of a list of facts: what it is, and what it says. */
export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>
        <bdi>{children}</bdi>
      </dd>
    </div>
  )
}
