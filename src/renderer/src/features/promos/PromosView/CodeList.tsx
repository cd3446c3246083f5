import { Button, NativeSelect, TextInput, UnstyledButton } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useDeferredValue, useState } from 'react'
import { promoCodeStates, type PromoCodeRow, type PromoCodeState } from '../../../../../shared/contract/promo-rows.ts'
import { useCommand } from '../../../core/use-command.ts'
import { useQuery } from '../../../core/use-query.ts'
import { t } from '../../../i18n/t.ts'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { plainText } from '../../../ui/plain-text.ts'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import { ScrollTable } from '../../../ui/ScrollTable/ScrollTable.tsx'
import { codeStateWords } from '../promo-words.ts'
import classes from './PromosView.module.css'

export interface CodeListProps {
  readonly campaign: string
  /** Whether codes are shown in full. */
  readonly mine: boolean
  readonly empty: boolean
  /** Null: there is nothing to import. */
  readonly onImport: (() => void) | null
}

const MOST = 200

/** Codes of a campaign: those in some hand first. */
export function CodeList({ campaign, mine, empty, onImport }: CodeListProps) {
  const [text, setText] = useState('')
  const [state, setState] = useState<PromoCodeState | null>(null)
  const wanted = useDeferredValue(text)
  const { rows, status } = useQuery('promos.codes', { campaign, state, text: wanted, limit: MOST })
  if (empty) {
    return (
      <div className={classes.nothing}>
        <p>{t('There are no codes yet. Import a list, or what your shop exports.')}</p>
        {onImport === null ? null : <Button onClick={onImport}>{t('Import codes…')}</Button>}
      </div>
    )
  }
  return (
    <div className={classes.codes}>
      <div className={classes.filters}>
        <TextInput
          size="xs"
          aria-label={t('How a code begins')}
          placeholder={mine ? t('How a code begins') : t('The whole code')}
          leftSection={<IconSearch size={14} stroke={1.75} aria-hidden="true" />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <NativeSelect
          size="xs"
          aria-label={t('State')}
          data={[
            { value: '', label: t('All codes') },
            ...promoCodeStates.map((value) => ({ value, label: t(codeStateWords[value]) }))
          ]}
          value={state ?? ''}
          onChange={(event) => setState(promoCodeStates.find((one) => one === event.currentTarget.value) ?? null)}
        />
      </div>
      {rows.length === 0 ? (
        status === 'loading' ? null : (
          <p className={classes.nothing} role="status">
            {t('No code is like that.')}
          </p>
        )
      ) : (
        <ScrollTable
          label={t('Codes')}
          head={[
            { title: t('Code') },
            { title: t('State') },
            { title: t('Customer') },
            { title: t('By') },
            { title: t('When') },
            { title: t('What can be done') }
          ]}
        >
          {rows.map((row) => (
            <CodeLine key={row.id} row={row} />
          ))}
        </ScrollTable>
      )}
    </div>
  )
}

function CodeLine({ row }: { readonly row: PromoCodeRow }) {
  const { go } = useNavigation()
  const run = useCommand()
  const { code, state, customer, conversation, member, at, doubtful, hold, key } = row
  const revocable = state === 'free' || state === 'reserved' || state === 'given'
  return (
    <tr>
      <th scope="row">
        <bdi className={classes.code}>{code}</bdi>
      </th>
      <td>{doubtful && state === 'reserved' ? t('Perhaps with the customer') : t(codeStateWords[state])}</td>
      <td>
        {conversation === null ? null : (
          <UnstyledButton className={classes.link} onClick={() => go({ to: 'thread', conversation, enter: true })}>
            <bdi>{customer === null ? t('Conversation') : plainText(customer)}</bdi>
          </UnstyledButton>
        )}
      </td>
      <td>{member === null ? null : <bdi>{plainText(member)}</bdi>}</td>
      <td>{at === null ? null : <RelativeTime at={at} />}</td>
      <td className={classes.buttons}>
        {doubtful && hold !== null && state === 'reserved' ? (
          <>
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => void run('promos.settle', { hold, given: true })}
            >
              {t('They have it')}
            </Button>
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => void run('promos.settle', { hold, given: false })}
            >
              {t('They do not')}
            </Button>
          </>
        ) : null}
        {revocable ? (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            aria-label={t('Revoke the code {code}', { code })}
            onClick={() => void run('promos.revoke', { codes: [key] })}
          >
            {t('Revoke')}
          </Button>
        ) : null}
      </td>
    </tr>
  )
}
