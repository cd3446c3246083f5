import { t } from '../../../i18n/t.ts'
import { categories, type Category } from '../../../../../shared/domain/conversation.ts'
import { Picker } from '../../../ui/Picker/Picker.tsx'
import type { Words } from '../use-triage.ts'
import { categoryWords } from '../triage-words.tsx'
import { holds } from './PriorityPicker.tsx'

export interface CategoryPickerProps {
  /** It must have one: there is no way without. */
  readonly required?: boolean
  /** Of each conversation it is about. */
  readonly now: readonly (Category | null)[]
  readonly onClose: () => void
  readonly onPick: (category: Category | null, words: Words) => void
}

const NONE = 'none'

export function CategoryPicker({ required, now, onClose, onPick }: CategoryPickerProps) {
  return (
    <Picker
      label={required === true ? t('Category, to resolve') : t('Category')}
      placeholder={t('Category')}
      options={[
        ...categories.map((category) => ({
          id: category,
          label: t(categoryWords[category]),
          checked: holds(now, category)
        })),
        ...(required === true ? [] : [{ id: NONE, label: t('No category'), checked: holds(now, null) }])
      ]}
      nothing={(typed) => t('No category is called “{typed}”.', { typed })}
      onPick={(id) => {
        const category = categories.find((one) => one === id) ?? null
        onPick(category, (what) =>
          category === null
            ? t('No category: {what}', { what })
            : t('{category}: {what}', { category: t(categoryWords[category]), what })
        )
      }}
      onClose={onClose}
    />
  )
}
