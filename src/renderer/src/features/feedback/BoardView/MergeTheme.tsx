import type { ThemeRow } from '../../../../../shared/contract/feedback-rows.ts'
import { useCommand } from '../../../core/use-command.ts'
import { t } from '../../../i18n/t.ts'
import { useUndoNotice } from '../../../shell/UndoNotice/use-undo-notice.tsx'
import { Picker } from '../../../ui/Picker/Picker.tsx'
import { plainText } from '../../../ui/plain-text.ts'

export interface MergeThemeProps {
  readonly theme: ThemeRow
  readonly others: readonly ThemeRow[]
  readonly onMerged: (into: string) => void
  readonly onClose: () => void
}

/** Makes one theme of two: what becomes of the entries is said before the other one is chosen. */
export function MergeTheme({ theme, others, onMerged, onClose }: MergeThemeProps) {
  const run = useCommand()
  const tell = useUndoNotice()
  const name = plainText(theme.name)

  async function merge(into: ThemeRow | undefined): Promise<void> {
    onClose()
    const done = into && (await run('feedback.mergeThemes', { theme: theme.id, into: into.id }))
    if (!done) return
    onMerged(into.id)
    tell(
      t('Merged {name} into {other}: {count, plural, one {# entry} other {# entries}}', {
        name,
        other: plainText(into.name),
        count: done.result.entries
      })
    )
  }

  const label = t('Merge {name} into …', { name })
  return (
    <Picker
      label={label}
      placeholder={label}
      options={others.map((other) => ({
        id: other.id,
        label: plainText(other.name),
        ...(other.formerly.length === 0 ? {} : { also: other.formerly.join(' ') }),
        hint: other.retired ? t('retired') : t('{count, number} ×', { count: other.uses })
      }))}
      nothing={(typed) => t('No other theme is called “{typed}”.', { typed })}
      foot={
        <bdi>
          {t(
            '{count, plural, =0 {No entry has {name}} one {The one entry with {name} gets the theme you choose} other {All # entries with {name} get the theme you choose}}. {name} then leads to that one. Undo parts them again.',
            { count: theme.uses, name }
          )}
        </bdi>
      }
      onPick={(id) => void merge(others.find((other) => other.id === id))}
      onClose={onClose}
    />
  )
}
