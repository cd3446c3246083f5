import { IconAlertTriangle, IconSearchOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { EmptyState } from '../../../ui/EmptyState/EmptyState.tsx'
import { plural } from '../../../ui/plural.ts'
import { type SearchAnswer, searchTargets } from '../search-results.ts'
import { MOST_MESSAGES } from '../use-search.ts'
import { CustomerResult, MessageResult } from './SearchHits.tsx'
import classes from './SearchOverlay.module.css'

export interface SearchResultsProps {
  /** What is being looked for now; the answer may still be that of a letter before. */
  readonly text: string
  readonly answer: SearchAnswer | null
  readonly error: string | null
  readonly chosen: string | null
  readonly onOpen: (index: number) => void
}

/** The DOM id of a result, for `aria-activedescendant`. */
export function resultElementId(id: string): string {
  return `result-${id.replaceAll(' ', '-')}`
}

export function SearchResults({ text, answer, error, chosen, onOpen }: SearchResultsProps) {
  if (error !== null) {
    return (
      <div className={classes.state} role="alert">
        <EmptyState icon={<IconAlertTriangle size={28} />} title="The search did not work">
          {error}
        </EmptyState>
      </div>
    )
  }
  if (text === '' || !answer) return <SearchHint />
  const targets = searchTargets(answer)
  const count = answer.customers.length
  if (targets.length === 0) {
    return (
      <div className={classes.state} role="status">
        <EmptyState icon={<IconSearchOff size={28} stroke={1.5} />} title={`Nothing found for “${answer.text}”`}>
          Try fewer letters, or leave the quotes away.
        </EmptyState>
      </div>
    )
  }
  return (
    <>
      <div id="search-results" className={classes.results} role="listbox" aria-label="Results" tabIndex={-1}>
        {count === 0 ? null : (
          <div role="group" aria-label="Customers">
            <p className={classes.group} aria-hidden="true">
              Customers
            </p>
            {answer.customers.map((hit, index) => (
              <Result
                key={targets[index]?.id}
                id={targets[index]?.id ?? ''}
                chosen={chosen}
                onOpen={() => onOpen(index)}
              >
                <CustomerResult hit={hit} />
              </Result>
            ))}
          </div>
        )}
        {answer.messages.length === 0 ? null : (
          <div role="group" aria-label="Messages">
            <p className={classes.group} aria-hidden="true">
              Messages
            </p>
            {answer.messages.map((hit, index) => (
              <Result
                key={targets[count + index]?.id}
                id={targets[count + index]?.id ?? ''}
                chosen={chosen}
                onOpen={() => onOpen(count + index)}
              >
                <MessageResult hit={hit} />
              </Result>
            ))}
          </div>
        )}
      </div>
      <p className={classes.foot} role="status">
        {answer.messages.length === MOST_MESSAGES
          ? `The newest ${MOST_MESSAGES} messages. Another word narrows it down.`
          : plural(targets.length, 'result')}
      </p>
    </>
  )
}

interface ResultProps {
  readonly id: string
  readonly chosen: string | null
  readonly onOpen: () => void
  readonly children: ReactNode
}

function Result({ id, chosen, onOpen, children }: ResultProps) {
  return (
    <div
      id={resultElementId(id)}
      className={classes.result}
      role="option"
      aria-selected={id === chosen}
      onClick={onOpen}
    >
      {children}
    </div>
  )
}

function SearchHint() {
  return (
    <div className={classes.hint}>
      <p>Names, handles and every message, as you type. Accents and capitals do not matter.</p>
      <dl>
        <div>
          <dt>refund order</dt>
          <dd>both words, in any place</dd>
        </div>
        <div>
          <dt>“where is my order”</dt>
          <dd>these words exactly</dd>
        </div>
      </dl>
    </div>
  )
}
