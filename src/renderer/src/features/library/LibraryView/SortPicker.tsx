import { t } from '../../../i18n/t.ts'
import { Picker } from '../../../ui/Picker/Picker.tsx'
import { sortingWords } from '../library-words.ts'
import { type Sorting, sortings } from '../listed-replies.ts'

export interface SortPickerProps {
  readonly sorting: Sorting
  /** The one that it is sorted by: the other way round. */
  readonly onSort: (sorting: Sorting) => void
  readonly onClose: () => void
}

/** By what the library is sorted; also by what a narrow table has no column for. */
export function SortPicker({ sorting, onSort, onClose }: SortPickerProps) {
  return (
    <Picker
      label={t('Sort the library')}
      placeholder={t('Title, uses, or what became of it')}
      options={sortings.map((by) => ({
        id: by,
        label: t(sortingWords[by]),
        checked: by === sorting,
        ...(by === sorting ? { hint: t('the other way round') } : {})
      }))}
      nothing={(typed) => t('Nothing can be sorted by “{typed}”.', { typed })}
      onPick={(id) => {
        const by = sortings.find((one) => one === id)
        onClose()
        if (by !== undefined) onSort(by)
      }}
      onClose={onClose}
    />
  )
}
