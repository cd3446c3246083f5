import { type ComponentPropsWithoutRef, type ReactNode, type RefObject, useId, useLayoutEffect, useRef } from 'react'
import classes from './Choices.module.css'

export interface DialogFieldProps extends Omit<ComponentPropsWithoutRef<'input'>, 'value' | 'onChange'> {
  readonly label: string
  readonly icon?: ReactNode
  readonly value: string
  readonly onText: (text: string, caret: number) => void
  /** Something else in the dialog takes the focus first. */
  readonly quiet?: boolean | undefined
  /** Why what was written or chosen will not do. */
  readonly problem?: string | null | undefined
  readonly ref?: RefObject<HTMLInputElement | null> | undefined
}

/** The text field that fills the head of a dialog. */
export function DialogField(props: DialogFieldProps) {
  const { label, icon, value, onText, quiet = false, problem = null, ref, ...input } = props
  const id = useId()
  const own = useRef<HTMLInputElement>(null)
  const field = ref ?? own

  // Mantine would wait for a moment: letters typed right after the key must land in the field.
  useLayoutEffect(() => {
    if (!quiet) field.current?.focus()
  }, [field, quiet])

  return (
    <>
      <div className={classes.field}>
        {icon}
        <input
          ref={field}
          type="text"
          className={classes.input}
          data-autofocus={quiet ? undefined : true}
          aria-label={label}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : id}
          dir="auto"
          value={value}
          onChange={(event) => onText(event.currentTarget.value, event.currentTarget.selectionStart ?? 0)}
          {...input}
        />
      </div>
      {problem === null ? null : (
        <p id={id} className={classes.problem} role="alert">
          {problem}
        </p>
      )}
    </>
  )
}
