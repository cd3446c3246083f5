import { conflictChoices } from '../../../../../shared/domain/library/import-report.ts'
import { t } from '../../../i18n/t.ts'
import { conflictWords } from '../library-import-words.ts'

/** What can be done with a reply that was changed on both sides, for a select. */
export function conflictOptions() {
  return conflictChoices.map((value) => ({ value, label: t(conflictWords[value]) }))
}
