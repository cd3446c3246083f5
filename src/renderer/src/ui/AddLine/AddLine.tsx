import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import classes from './AddLine.module.css'

export interface AddLineProps {
  /** What is written: `Name of a new tag`. */
  readonly label: string
  readonly button: string
  /** @returns whether it was taken; else the text stays to be mended */
  readonly onAdd: (name: string) => Promise<boolean>
}

/** Adds something by its name. */
export function AddLine({ label, button, onAdd }: AddLineProps) {
  const [name, setName] = useState('')
  return (
    <form
      className={classes.root}
      onSubmit={(event) => {
        event.preventDefault()
        void onAdd(name).then((added) => {
          if (added) setName('')
        })
      }}
    >
      <TextInput
        aria-label={label}
        placeholder={label}
        className={classes.field}
        dir="auto"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" size="sm">
        {button}
      </Button>
    </form>
  )
}
