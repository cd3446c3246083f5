import { NativeSelect } from '@mantine/core'
import { IconAt } from '@tabler/icons-react'
import { useLayoutEffect, useRef } from 'react'
import { t } from '../../../i18n/t.ts'
import type { AccountRow } from '../../../../../shared/contract/rows.ts'
import { parseHandle } from '../../../../../shared/domain/handle.ts'
import { useQuery } from '../../../core/use-query.ts'
import { ChoiceFoot, ChoiceList } from '../../../ui/Choices/ChoiceList.tsx'
import { DialogField } from '../../../ui/Choices/DialogField.tsx'
import { useChoices } from '../../../ui/Choices/use-choices.ts'
import { type Choice, choicesOf } from './choices.ts'
import { ChoiceLine } from './ChoiceLine.tsx'
import classes from './NewMessage.module.css'
import { useLookUp } from './use-look-up.ts'
import { useFindPeople, usePeople } from './use-people.ts'

export interface PersonPickerProps {
  readonly accounts: readonly AccountRow[]
  readonly account: string
  readonly text: string
  readonly onText: (text: string) => void
  readonly onAccount: (account: string) => void
  readonly onPick: (user: string) => void
}

/** Finds whom to write to: among those known here while typing, at X when asked for. */
export function PersonPicker({ accounts, account, text, onText, onAccount, onPick }: PersonPickerProps) {
  const field = useRef<HTMLInputElement>(null)
  const typed = text.trim()
  const find = useFindPeople()
  const answer = usePeople(account, typed)
  const lookUp = useLookUp(account)
  const offline = useQuery('sync.status', {}).rows.some((row) => row.id === account && row.phase === 'offline')
  const current = answer?.text === typed && answer.account === account
  const group = answer?.text === '' ? t('Latest contacts') : t('Known here')
  const known = answer === null ? [] : choicesOf(answer.people, answer.text)
  const choices = useChoices(
    known.map((choice) => ({ ...choice, group })),
    {
      onPick: (choice) => void pick(choice),
      // Enter came before the answer to the last letter.
      onKey(event) {
        if (event.key !== 'Enter' || current) return false
        void pickFirst()
        return true
      }
    }
  )

  useLayoutEffect(() => {
    field.current?.select()
  }, [])

  async function pick(picked: Choice | undefined): Promise<void> {
    if (picked === undefined) return
    if (picked.kind === 'person') {
      onPick(picked.person.id)
      return
    }
    const user = await lookUp.ask(picked.handle)
    if (user === null) field.current?.focus()
    else onPick(user)
  }

  /** What is picked must fit what was typed. */
  async function pickFirst(): Promise<void> {
    await pick(choicesOf(await find(account, typed), typed)[0])
  }

  return (
    <>
      <DialogField
        {...choices.field}
        ref={field}
        icon={<IconAt size={18} stroke={1.75} aria-hidden="true" />}
        label={t('Whom to write to')}
        placeholder={t('Handle, name or address of a profile')}
        autoCapitalize="off"
        maxLength={300}
        problem={lookUp.error}
        value={text}
        onText={(written) => {
          lookUp.forget()
          choices.mark(null)
          onText(written)
        }}
      />
      <ChoiceList choices={choices} label={group} nothing={answer === null ? undefined : nobodyWords(typed)}>
        {(choice) => <ChoiceLine choice={choice} asking={lookUp.asking} offline={offline} />}
      </ChoiceList>
      <ChoiceFoot>
        {accounts.length > 1 ? (
          <NativeSelect
            size="xs"
            label={t('From')}
            classNames={{ root: classes.from, label: classes.fromLabel }}
            value={account}
            data={accounts.map((row) => ({ value: row.id, label: `@${row.username}` }))}
            onChange={(event) => {
              lookUp.forget()
              onAccount(event.currentTarget.value)
            }}
          />
        ) : null}
        <span>{t('People known here are free. Asking X costs $0.010 for each person and day.')}</span>
      </ChoiceFoot>
    </>
  )
}

function nobodyWords(typed: string): string {
  if (typed === '') return t('Nobody has written yet. Type the handle of the person you want to write to.')
  return parseHandle(typed) === null
    ? t(
        'Nobody known here is called that, and it can be no handle: those have up to 15 letters, digits and underscores.'
      )
    : t('Nobody known here is called that.')
}
