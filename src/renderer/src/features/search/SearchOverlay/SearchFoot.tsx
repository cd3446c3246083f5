import { UnstyledButton } from '@mantine/core'
import { t } from '../../../i18n/t.ts'
import { ChoiceFoot } from '../../../ui/Choices/ChoiceList.tsx'
import { Keys } from '../../../ui/Keys/Keys.tsx'
import type { SearchOption } from '../search-results.ts'
import type { SearchOptions } from '../use-search-options.ts'
import classes from './SearchOverlay.module.css'

export interface SearchFootProps {
  readonly search: SearchOptions
  /** Whether nothing is wrong with it: else it can neither be listed nor kept. */
  readonly sound: boolean
  /** Null where there is no list. */
  readonly onList: (() => void) | null
  readonly onSave: () => void
}

/** How much was found, and what else can be done with the search. */
export function SearchFoot({ search, sound, onList, onSave }: SearchFootProps) {
  return (
    <ChoiceFoot>
      <span className={classes.count} role="status">
        {search.answer === null ? null : countWords(search)}
      </span>
      {onList === null ? null : (
        <UnstyledButton className={classes.action} disabled={!sound} onClick={onList}>
          {t('Open as list')} <Keys keys="$mod+Enter" />
        </UnstyledButton>
      )}
      <UnstyledButton className={classes.action} disabled={!sound} onClick={onSave}>
        {t('Save as view')} <Keys keys="$mod+s" />
      </UnstyledButton>
    </ChoiceFoot>
  )
}

function countWords({ answer, options, most }: SearchOptions): string | null {
  const hits = answer?.messages.length ?? 0
  const count = (kind: SearchOption['kind']): number => options.filter((option) => option.kind === kind).length
  if (hits >= most) {
    return t(
      'The newest {most, number} messages, in {conversations, plural, one {# conversation} other {# conversations}}. Another word narrows it down.',
      { most, conversations: count('group') }
    )
  }
  // Suggestions alone are nothing that was found.
  if (hits === 0 && count('customer') === 0) return null
  if (hits === 0) return t('{count, plural, one {# customer} other {# customers}}', { count: count('customer') })
  return t(
    '{hits, plural, one {# message} other {# messages}} in {conversations, plural, one {# conversation} other {# conversations}}',
    { hits, conversations: count('group') }
  )
}
