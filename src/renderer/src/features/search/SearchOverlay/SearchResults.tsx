import { UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconSearchOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { t } from '../../../i18n/t.ts'
import { ChoiceList } from '../../../ui/Choices/ChoiceList.tsx'
import type { Choices } from '../../../ui/Choices/use-choices.ts'
import { EmptyState } from '../../../ui/EmptyState/EmptyState.tsx'
import type { GroupedOption, SearchOptions } from '../use-search-options.ts'
import { OptionContent } from './OptionContent.tsx'
import { SearchHint } from './SearchHint.tsx'
import classes from './SearchOverlay.module.css'

export interface SearchResultsProps {
  readonly search: SearchOptions
  readonly choices: Choices<GroupedOption>
}

/** Everything under the field, as one list for the arrow keys. */
export function SearchResults({ search, choices }: SearchResultsProps) {
  const { text, answer, error, options } = search
  if (error !== null) {
    return (
      <Told role="alert" icon={<IconAlertTriangle size={28} />} title={t('The search did not work')}>
        {error}
      </Told>
    )
  }
  const asked = text.trim() !== ''
  if (options.length === 0 && asked && answer !== null) {
    return (
      <Told
        role="status"
        icon={<IconSearchOff size={28} stroke={1.5} />}
        title={t('Nothing found for “{text}”', { text: answer.text })}
      >
        {t('Try fewer letters, or leave the quotes away.')}
      </Told>
    )
  }
  return (
    <>
      <ChoiceList choices={choices} label={t('Results')}>
        {(option) => <OptionContent option={option} />}
      </ChoiceList>
      {asked ? null : <SearchHint />}
      {options.some((option) => option.kind === 'search' && option.name === null) ? (
        <UnstyledButton className={classes.forget} onClick={search.forgetRecent}>
          {t('Forget recent searches')}
        </UnstyledButton>
      ) : null}
    </>
  )
}

interface ToldProps {
  readonly role: 'alert' | 'status'
  readonly icon: ReactNode
  readonly title: string
  readonly children: ReactNode
}

function Told({ role, icon, title, children }: ToldProps) {
  return (
    <div className={classes.state} role={role}>
      <EmptyState icon={icon} title={title}>
        {children}
      </EmptyState>
    </div>
  )
}
