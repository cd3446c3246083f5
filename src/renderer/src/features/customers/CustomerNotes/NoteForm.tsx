import { t } from '../../../i18n/t.ts'
import { Button, Textarea } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import classes from './CustomerNotes.module.css'

export interface NoteFormProps {
  readonly label: string
  readonly start: string
  /** @returns whether it was kept */
  readonly onSave: (text: string) => Promise<boolean>
  /** @param byKey whether the focus is still here, and wants a place */
  readonly onDone: (byKey: boolean) => void
}

/** A note while it is written. Leaving it keeps it; Escape does not. */
export function NoteForm({ label, start, onSave, onDone }: NoteFormProps) {
  const [text, setText] = useState(start)
  const field = useRef<HTMLTextAreaElement>(null)
  const busy = useRef(false)
  useEffect(() => field.current?.focus(), [])

  async function save(byKey: boolean): Promise<void> {
    if (busy.current) return
    busy.current = true
    const kept = text.trim() === '' || text === start || (await onSave(text))
    // Once it is kept it goes away, and what it loses with that, the focus, must not keep it again.
    busy.current = kept
    if (kept) onDone(byKey)
  }

  function press(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      busy.current = true
      onDone(true)
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save(true)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div
      className={classes.form}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) void save(false)
      }}
    >
      <Textarea
        ref={field}
        size="xs"
        aria-label={label}
        autosize
        minRows={2}
        maxRows={10}
        dir="auto"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={press}
      />
      <div className={classes.foot}>
        <Button size="compact-sm" onClick={() => void save(true)}>
          {t('Save')}
        </Button>
      </div>
    </div>
  )
}
