import { stored, t } from '../../../i18n/t.ts'
import { NativeSelect, TextInput } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { CustomerAttributeRow } from '../../../../../shared/contract/customer-rows.ts'
import { type AttributeType, readAttribute } from '../../../../../shared/domain/attribute.ts'
import { useCommand } from '../../../core/use-command.ts'
import { plainText } from '../../../ui/plain-text.ts'
import { typeWords } from '../attribute-words.ts'

export interface AttributeEditorProps {
  readonly user: string
  readonly row: CustomerAttributeRow
  /** @param byKey whether the focus is still here, and wants a place */
  readonly onDone: (byKey: boolean) => void
}

const hints: Partial<Record<AttributeType, string>> = { date: '2026-11-05', number: '12', link: 'https://' }

/** One value while it is changed: Enter or leaving keeps it, Escape does not; what does not fit stays, with the reason. */
export function AttributeEditor({ user, row, onDone }: AttributeEditorProps) {
  const [text, setText] = useState(row.value ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null)
  const left = useRef(false)
  const run = useCommand()
  useEffect(() => field.current?.focus(), [])

  async function keep(typed: string, byKey: boolean): Promise<void> {
    const read = readAttribute(row, typed)
    if ('problem' in read) return setProblem(stored(read.problem))
    left.current = true
    if (read.value === row.value || (await run('attributes.set', { user, attribute: row.id, value: typed })))
      onDone(byKey)
    else left.current = false
  }

  function press(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      left.current = true
      onDone(true)
    } else if (event.key === 'Enter') void keep(text, true)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const choices = row.type === 'choice' ? row.options : row.type === 'yes-no' ? ['yes', 'no'] : null
  const label = `${plainText(row.name)}: ${t(typeWords[row.type])}`
  if (choices !== null) {
    // A choice that is not offered any more stays until another one is taken.
    const offered = row.value !== null && !choices.includes(row.value) ? [row.value, ...choices] : choices
    return (
      <NativeSelect
        ref={field}
        size="xs"
        aria-label={label}
        error={problem}
        value={text}
        data={[
          { value: '', label: t('None') },
          ...offered.map((value) => ({
            value,
            label: row.type === 'yes-no' ? (value === 'yes' ? t('Yes') : t('No')) : value
          }))
        ]}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setProblem(null)
        }}
        onKeyDown={press}
        onBlur={() => left.current || void keep(text, false)}
      />
    )
  }
  return (
    <TextInput
      ref={field}
      size="xs"
      dir="auto"
      aria-label={label}
      placeholder={hints[row.type]}
      inputMode={row.type === 'number' ? 'decimal' : row.type === 'link' ? 'url' : 'text'}
      error={problem}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        setProblem(null)
      }}
      onKeyDown={press}
      onBlur={() => left.current || void keep(text, false)}
    />
  )
}
