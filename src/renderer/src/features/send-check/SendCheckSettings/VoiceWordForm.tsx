import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import type { VoiceWordRow } from '../../../../../shared/contract/send-check-rows.ts'
import { useCore } from '../../../core/core-context.ts'
import { errorWords } from '../../../core/error-words.ts'
import classes from './SendCheckSettings.module.css'

export interface VoiceWordFormProps {
  /** Null for a new one. */
  readonly row: VoiceWordRow | null
  readonly onDone: () => void
}

/** A word, what to say instead, and why. What the core objects to is said at the word; nothing typed is lost. */
export function VoiceWordForm({ row, onDone }: VoiceWordFormProps) {
  const { client } = useCore()
  const [text, setText] = useState(row?.word ?? '')
  const [instead, setInstead] = useState(row?.instead ?? '')
  const [why, setWhy] = useState(row?.why ?? '')
  const [problem, setProblem] = useState<string | null>(null)

  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    try {
      await client.run('sendCheck.saveWord', { word: row?.id ?? null, text, instead, why })
      onDone()
    } catch (error) {
      setProblem(errorWords(error))
    }
  }

  return (
    <form
      className={classes.form}
      aria-label={row === null ? t('New word') : t('Edit “{word}”', { word: row.word })}
      onSubmit={(event) => void save(event)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onDone()
      }}
    >
      <TextInput
        ref={first}
        size="xs"
        label={t('Word')}
        placeholder={t('unfortunately')}
        dir="auto"
        value={text}
        error={problem}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setProblem(null)
        }}
      />
      <TextInput
        size="xs"
        label={t('Say instead')}
        placeholder={t('leave empty for none')}
        dir="auto"
        value={instead}
        onChange={(event) => setInstead(event.currentTarget.value)}
      />
      <TextInput
        size="xs"
        label={t('Why')}
        placeholder={t('shown to the agent')}
        dir="auto"
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      <div className={classes.formSteps}>
        <Button size="xs" variant="default" onClick={onDone}>
          {t('Cancel')}
        </Button>
        <Button size="xs" type="submit">
          {t('Save')}
        </Button>
      </div>
    </form>
  )
}
