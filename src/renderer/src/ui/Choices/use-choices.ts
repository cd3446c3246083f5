import { type ComponentPropsWithoutRef, type KeyboardEvent, useId, useState } from 'react'
import { stepTo } from './step-to.ts'

/** One line of a list to choose from. */
export interface Choice {
  readonly id: string
  /** Those of a group that follow each other stand under its name. */
  readonly group?: string | null
  /** Whether it holds now; 'some': for some of several. */
  readonly checked?: boolean | 'some'
}

export interface Choices<C extends Choice> {
  readonly listId: string
  readonly shown: readonly C[]
  /** What Enter takes. */
  readonly marked: C | undefined
  /** Null: the initial one again. */
  readonly mark: (id: string | null) => void
  /** @param target where it was chosen: the field, or what was clicked in the line */
  readonly pick: (choice: C, target: EventTarget) => void
  /** For the text field that has the focus while one chooses. */
  readonly field: Pick<
    ComponentPropsWithoutRef<'input'>,
    | 'role'
    | 'aria-expanded'
    | 'aria-controls'
    | 'aria-autocomplete'
    | 'aria-activedescendant'
    | 'autoComplete'
    | 'spellCheck'
    | 'onKeyDown'
  >
}

export interface ChoiceHandlers<C extends Choice> {
  /** What is marked while nobody has moved; null: nothing. The first one if it is not said. */
  readonly initial?: C | null | undefined
  readonly onPick: (choice: C, target: EventTarget) => void
  /** Keys that mean something else here. @returns whether it was one */
  readonly onKey?: (event: KeyboardEvent, marked: C | undefined) => boolean
}

/** A list under a text field: the field keeps the focus, arrows and the mouse mark a line, Enter and a click take it. */
export function useChoices<C extends Choice>(shown: readonly C[], handlers: ChoiceHandlers<C>): Choices<C> {
  const { initial, onPick, onKey } = handlers
  const listId = useId()
  const [wanted, mark] = useState<string | null>(null)
  const marked = shown.find(({ id }) => id === wanted) ?? (initial === undefined ? shown[0] : (initial ?? undefined))
  const at = marked === undefined ? -1 : shown.indexOf(marked)

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    const next = stepTo(event.key, at, shown.length)
    if (next !== null) mark(shown[next]?.id ?? null)
    else if (onKey?.(event, marked) !== true) {
      if (event.key !== 'Enter') return
      if (marked !== undefined) onPick(marked, event.target)
    }
    event.preventDefault()
  }

  return {
    listId,
    shown,
    marked,
    mark,
    pick: onPick,
    field: {
      role: 'combobox',
      'aria-expanded': shown.length > 0,
      'aria-controls': listId,
      'aria-autocomplete': 'list',
      'aria-activedescendant': at < 0 ? undefined : `${listId}-${at}`,
      autoComplete: 'off',
      spellCheck: false,
      onKeyDown
    }
  }
}
