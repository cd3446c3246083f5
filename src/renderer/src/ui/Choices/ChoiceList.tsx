import { type ReactNode, useLayoutEffect, useRef } from 'react'
import type { Choice, Choices } from './use-choices.ts'
import classes from './Choices.module.css'

export interface ChoiceListProps<C extends Choice> {
  readonly choices: Choices<C>
  readonly label: string
  /** Whether several can be chosen. */
  readonly multiple?: boolean | undefined
  /** Said when there is nothing to choose. */
  readonly nothing?: ReactNode
  /** What stands in a line. */
  readonly children: (choice: C) => ReactNode
}

/** The lines under a field of `useChoices`, each group under its name. */
export function ChoiceList<C extends Choice>({ choices, label, multiple, nothing, children }: ChoiceListProps<C>) {
  const { listId, shown, marked, mark, pick } = choices
  const list = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    // What lies under the mouse is in sight, and must not run away from it.
    list.current?.querySelector('[aria-selected=true]:not(:hover)')?.scrollIntoView({ block: 'nearest' })
  }, [marked?.id])

  return (
    <>
      <div
        ref={list}
        id={listId}
        role="listbox"
        aria-label={label}
        aria-multiselectable={multiple}
        tabIndex={-1}
        className={classes.list}
      >
        {groupsOf(shown).map(({ group, from, members }) => {
          const lines = members.map((choice, index) => (
            <div
              key={choice.id}
              id={`${listId}-${from + index}`}
              role="option"
              aria-selected={choice === marked}
              aria-checked={choice.checked === undefined ? undefined : choice.checked === true}
              className={classes.option}
              onMouseMove={() => mark(choice.id)}
              // The field keeps the focus.
              onMouseDown={(event) => event.preventDefault()}
              onClick={(event) => pick(choice, event.target)}
            >
              {children(choice)}
            </div>
          ))
          return group === null ? (
            lines
          ) : (
            <div key={group} role="group" aria-label={group}>
              <p className={classes.group} aria-hidden="true" dir="auto">
                {group}
              </p>
              {lines}
            </div>
          )
        })}
      </div>
      {shown.length > 0 || nothing === undefined ? null : <p className={classes.nothing}>{nothing}</p>}
    </>
  )
}

/** A line below the list: how many there are, which keys do what. */
export function ChoiceFoot({ children }: { readonly children: ReactNode }) {
  return <div className={classes.foot}>{children}</div>
}

/** Runs of the same group, in the order of the screen. */
function groupsOf<C extends Choice>(shown: readonly C[]) {
  const groups: { readonly group: string | null; readonly from: number; readonly members: C[] }[] = []
  for (const [from, choice] of shown.entries()) {
    const group = choice.group ?? null
    const last = groups.at(-1)
    if (last?.group === group) last.members.push(choice)
    else groups.push({ group, from, members: [choice] })
  }
  return groups
}
