import { t } from '../../../i18n/t.ts'
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { AttributeRow } from '../../../../../shared/contract/customer-rows.ts'
import { type AttributeType, attributeTypes } from '../../../../../shared/domain/attribute.ts'
import { useCore } from '../../../core/core-context.ts'
import { errorWords } from '../../../core/error-words.ts'
import { typeWords } from '../attribute-words.ts'
import classes from './AttributeSettings.module.css'

export interface AttributeFormProps {
  /** Null for a new one. */
  readonly attribute: AttributeRow | null
  readonly onDone: () => void
}

/** Name and kind of an attribute; the kind is chosen once. What the core refuses stays, with the reason. */
export function AttributeForm({ attribute, onDone }: AttributeFormProps) {
  const { client } = useCore()
  const [name, setName] = useState(attribute?.name ?? '')
  const [type, setType] = useState<AttributeType>(attribute?.type ?? 'text')
  const [choices, setChoices] = useState(attribute?.options.join('\n') ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    const options = choices.split('\n').filter((line) => line.trim() !== '')
    try {
      if (attribute === null) await client.run('attributes.create', { name, type, options })
      else await client.run('attributes.change', { attribute: attribute.id, name, options })
      onDone()
    } catch (error) {
      setProblem(errorWords(error))
    }
  }

  function press(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    onDone()
  }

  return (
    <form className={classes.form} onSubmit={(event) => void save(event)} onKeyDown={press}>
      <div className={classes.fields}>
        <TextInput
          className={classes.field}
          size="xs"
          label={t('Name')}
          ref={field}
          dir="auto"
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value)
            setProblem(null)
          }}
        />
        {attribute === null ? (
          <NativeSelect
            size="xs"
            label={t('Kind')}
            value={type}
            data={attributeTypes.map((value) => ({ value, label: t(typeWords[value]) }))}
            onChange={(event) => {
              setType(attributeTypes.find((one) => one === event.currentTarget.value) ?? 'text')
              setProblem(null)
            }}
          />
        ) : null}
      </div>
      {type === 'choice' ? (
        <Textarea
          size="xs"
          label={t('Choices, one per line')}
          autosize
          minRows={2}
          maxRows={10}
          value={choices}
          onChange={(event) => {
            setChoices(event.currentTarget.value)
            setProblem(null)
          }}
        />
      ) : null}
      {problem === null ? null : (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={classes.buttons}>
        <Button type="submit">{attribute === null ? t('Add') : t('Save')}</Button>
        <Button variant="default" onClick={onDone}>
          {t('Cancel')}
        </Button>
      </div>
    </form>
  )
}
