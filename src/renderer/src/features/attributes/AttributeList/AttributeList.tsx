import { t } from '../../../i18n/t.ts'
import { useLayoutEffect, useRef, useState } from 'react'
import type { CustomerAttributeRow } from '../../../../../shared/contract/customer-rows.ts'
import { useQuery } from '../../../core/use-query.ts'
import { plainText } from '../../../ui/plain-text.ts'
import { formatExact } from '../../../ui/time.ts'
import { valueWords } from '../attribute-words.ts'
import classes from './AttributeList.module.css'
import { AttributeEditor } from './AttributeEditor.tsx'

export interface AttributeListProps {
  /** X's id of the customer. */
  readonly user: string
}

/** What the team notes about a customer: each value is changed where it stands. */
export function AttributeList({ user }: AttributeListProps) {
  const rows = useQuery('attributes.of', { user }).rows
  return (
    <dl className={classes.root}>
      {rows.map((row) => (
        <Line key={row.id} user={user} row={row} />
      ))}
    </dl>
  )
}

function Line({ user, row }: { readonly user: string; readonly row: CustomerAttributeRow }) {
  const [editing, setEditing] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const back = useRef(false)
  useLayoutEffect(() => {
    if (!editing && back.current) button.current?.focus()
    back.current = false
  }, [editing])
  const shown = row.value === null ? t('None') : plainText(valueWords(row.type, row.value))
  return (
    <div className={classes.line}>
      <dt className={classes.name}>{plainText(row.name)}</dt>
      <dd className={classes.value}>
        {editing ? (
          <AttributeEditor
            user={user}
            row={row}
            onDone={(byKey) => {
              back.current = byKey
              setEditing(false)
            }}
          />
        ) : (
          <span className={classes.shown}>
            <button
              ref={button}
              type="button"
              className={classes.edit}
              data-none={row.value === null}
              aria-label={t('{name}: {value}. Change', { name: plainText(row.name), value: shown })}
              onClick={() => setEditing(true)}
            >
              <bdi>{shown}</bdi>
            </button>
            {row.type === 'link' && row.value !== null ? (
              <a className={classes.open} href={row.value} target="_blank" rel="noopener noreferrer">
                {t('Open||verb')}
              </a>
            ) : null}
          </span>
        )}
        {row.history.length === 0 ? null : <History row={row} />}
      </dd>
    </div>
  )
}

function History({ row }: { readonly row: CustomerAttributeRow }) {
  return (
    <details className={classes.history}>
      <summary aria-label={t('What {name} was before', { name: plainText(row.name) })}>{t('Before')}</summary>
      <ul>
        {row.history.map(({ at, value, by }) => (
          <li key={`${at} ${value ?? ''}`}>
            <bdi>{value === null ? t('None') : plainText(valueWords(row.type, value))}</bdi>{' '}
            <time className={classes.when}>
              {formatExact(at)}
              {by === null ? '' : `, ${plainText(by)}`}
            </time>
          </li>
        ))}
      </ul>
    </details>
  )
}
