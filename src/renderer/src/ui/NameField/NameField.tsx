import { t } from '../../i18n/t.ts'
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import classes from './NameField.module.css'

export interface NameFieldProps {
  readonly label: string
  readonly value: string
  /** In characters. */
  readonly longest: number
  /** @returns whether it was taken; if not, the field shows what holds again */
  readonly onChange: (name: string) => Promise<boolean>
}

/** A name that can be changed in place: Enter, or leaving the field, keeps it; Escape brings back what was there. */
export function NameField({ label, value, longest, onChange }: NameFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? value
  const name = text.replaceAll(/\s+/gu, ' ').trim()
  const problem =
    typed === null
      ? null
      : name === ''
        ? t('It needs a name.')
        : name.length > longest
          ? t('At most {most} characters; these are {count}.', { most: longest, count: name.length })
          : null

  async function keep(): Promise<void> {
    if (typed === null || problem !== null) return
    if (name !== value) await onChange(name)
    setTyped(null)
  }

  return (
    <TextInput
      aria-label={label}
      className={classes.root}
      variant="unstyled"
      dir="auto"
      value={text}
      error={problem}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => void keep()}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') void keep()
        else if (event.key === 'Escape' && typed !== null) {
          event.preventDefault()
          setTyped(null)
        }
      }}
    />
  )
}
