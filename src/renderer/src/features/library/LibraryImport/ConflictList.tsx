import { NativeSelect } from '@mantine/core'
import {
  conflictChoices,
  type ConflictChoice,
  type ImportConflict
} from '../../../../../shared/domain/library/import-report.ts'
import { t } from '../../../i18n/t.ts'
import { plainText } from '../../../ui/plain-text.ts'
import { conflictOptions } from './conflict-options.ts'
import classes from './LibraryImport.module.css'

/** More are decided all alike. */
const MOST_SHOWN = 100

export interface ConflictListProps {
  readonly conflicts: readonly ImportConflict[]
  /** By id of our reply. */
  readonly choiceOf: (reply: string) => ConflictChoice
  readonly onChoose: (reply: string, choice: ConflictChoice) => void
}

/** What is done with each reply that was changed on both sides. */
export function ConflictList({ conflicts, choiceOf, onChoose }: ConflictListProps) {
  return (
    <ul className={classes.choices}>
      {conflicts.slice(0, MOST_SHOWN).map(({ reply, title }) => (
        <li key={reply}>
          <bdi>{plainText(title)}</bdi>
          <NativeSelect
            size="xs"
            aria-label={t('What is done with {title}', { title: plainText(title) })}
            data={conflictOptions()}
            value={choiceOf(reply)}
            onChange={(event) =>
              onChoose(reply, conflictChoices.find((one) => one === event.currentTarget.value) ?? 'keep')
            }
          />
        </li>
      ))}
      {conflicts.length > MOST_SHOWN ? (
        <li>{t('and {count, number} more', { count: conflicts.length - MOST_SHOWN })}</li>
      ) : null}
    </ul>
  )
}
