import { stored, t } from '../i18n/t.ts'
import { assertNever } from '../../../shared/assert-never.ts'
import type { UndoRefused } from '../../../shared/contract/commands.ts'

/** Why the undo key did nothing, when another window was quicker. */
export function refusedWords({ why, label }: UndoRefused): string {
  switch (why) {
    case 'undone':
      return t('Another window has undone this already: {label}', { label: undoLabel(label) })
    case 'newer':
      return t('Another window has done something since: {label}. Undo once more takes that back.', {
        label: undoLabel(label)
      })
    default:
      return assertNever(why)
  }
}

/** What an undo takes back, to stand inside a sentence. */
export function undoLabel(label: string): string {
  const words = stored(label)
  return words.slice(0, 1).toLowerCase() + words.slice(1)
}
