import { t } from '../../../i18n/t.ts'
import { Modal, TextInput, UnstyledButton } from '@mantine/core'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { CustomerProfile } from '../../../../../shared/contract/rows.ts'
import { useCore } from '../../../core/core-context.ts'
import { errorWords } from '../../../core/error-words.ts'
import { useWidenedQuery } from '../../../core/use-query.ts'
import { useUndoNotice } from '../../../shell/UndoNotice/use-undo-notice.tsx'
import { Avatar } from '../../../ui/Avatar/Avatar.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import classes from './MergeDialog.module.css'

export interface MergeDialogProps {
  readonly account: string
  readonly person: CustomerProfile
  /** Who is the same customer already. */
  readonly merged: readonly string[]
  readonly onClose: () => void
}

/** Chooses the other X account of a customer. */
export function MergeDialog({ account, person, merged, onClose }: MergeDialogProps) {
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const found = useWidenedQuery('customers.find', { account, text, limit: 20 }).rows
  const people = found.filter(({ id }) => id !== person.id && !merged.includes(id)).slice(0, 8)
  const { client } = useCore()
  const tell = useUndoNotice()
  const name = plainText(person.name)

  async function merge(other: { readonly id: string; readonly name: string }): Promise<void> {
    try {
      await client.run('customers.merge', { user: person.id, other: other.id })
      onClose()
      tell(t('Merged {name} and {other}', { name, other: plainText(other.name) }))
    } catch (error) {
      setProblem(errorWords(error))
    }
  }

  function walk(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = buttons.findIndex((button) => button === document.activeElement)
    buttons[Math.min(buttons.length - 1, Math.max(0, at + step))]?.focus()
  }

  return (
    <Modal opened onClose={onClose} title={t('Merge {name} with …', { name })}>
      <div className={classes.root} role="group" aria-label={t('Customers')} onKeyDown={walk}>
        <p className={classes.hint}>
          {t(
            'For one person with two X accounts. The panel then shows conversations, notes and attributes of both. It can be split again.'
          )}
        </p>
        <TextInput
          data-autofocus
          aria-label={t('The other X account')}
          placeholder={t('Name or handle')}
          dir="auto"
          value={text}
          error={problem}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setProblem(null)
          }}
          onKeyDown={(event) => {
            const [first] = people
            if (event.key !== 'Enter' || event.nativeEvent.isComposing || !first || text.trim() === '') return
            event.preventDefault()
            void merge(first)
          }}
        />
        {people.length === 0 ? (
          <p className={classes.hint} role="status">
            {t('Nobody here is called that.')}
          </p>
        ) : (
          <ul ref={list} className={classes.list}>
            {people.map((other) => (
              <li key={other.id}>
                <UnstyledButton className={classes.person} onClick={() => void merge(other)}>
                  <Avatar id={other.id} name={other.name} src={other.avatar} size={28} />
                  <bdi className={classes.name}>{plainText(other.name)}</bdi>
                  {other.handle === null ? null : <bdi className={classes.handle}>@{other.handle}</bdi>}
                </UnstyledButton>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Modal>
  )
}
