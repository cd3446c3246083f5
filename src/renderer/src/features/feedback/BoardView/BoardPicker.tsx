import { assertNever } from '../../../../../shared/assert-never.ts'
import { categories } from '../../../../../shared/domain/conversation.ts'
import { sentiments } from '../../../../../shared/domain/feedback/feedback.ts'
import { useQuery } from '../../../core/use-query.ts'
import { t } from '../../../i18n/t.ts'
import { Picker, type PickerProps } from '../../../ui/Picker/Picker.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { categoryWords } from '../../inbox/triage-words.tsx'
import { TagDot } from '../../tags/TagChips/TagChips.tsx'
import { type BoardChoice, boardDays } from '../board-choice.ts'
import { timeWords } from '../board-words.ts'
import { sentimentWords } from '../feedback-words.ts'

export type BoardPick = 'time' | 'category' | 'tag' | 'product' | 'sentiment'

export interface BoardPickerProps {
  readonly pick: BoardPick
  readonly choice: BoardChoice
  readonly onChoose: (change: Partial<BoardChoice>) => void
  readonly onClose: () => void
}

const ANY = 'any'

/** Chooses the time, or one of the filters; the first line takes it away. */
export function BoardPicker({ pick, choice, onChoose, onClose }: BoardPickerProps) {
  const tags = useQuery('tags.list', {}).rows
  const products = useQuery('feedback.products', {}).rows
  const found = (): Pick<PickerProps, 'label' | 'options' | 'onPick'> => {
    switch (pick) {
      case 'time':
        return {
          label: t('Choose the time'),
          options: [...boardDays, null].map((days) => ({
            id: String(days),
            label: timeWords(days),
            checked: days === choice.days
          })),
          onPick: (id) => onChoose({ days: boardDays.find((days) => String(days) === id) ?? null })
        }
      case 'category':
        return {
          label: t('Filter by category'),
          options: [
            { id: ANY, label: t('Any category'), checked: choice.category === null },
            ...categories.map((id) => ({ id, label: t(categoryWords[id]), checked: id === choice.category }))
          ],
          onPick: (id) => onChoose({ category: categories.find((one) => one === id) ?? null })
        }
      case 'tag':
        return {
          label: t('Filter by tag'),
          options: [
            { id: ANY, label: t('Any tag'), checked: choice.tag === null },
            ...tags.map(({ id, name, group, colour }) => ({
              id,
              label: plainText(name),
              group,
              icon: <TagDot colour={colour} />,
              checked: id === choice.tag
            }))
          ],
          onPick: (id) => onChoose({ tag: id === ANY ? null : id })
        }
      case 'product':
        return {
          label: t('Filter by product'),
          options: [
            { id: ANY, label: t('Any product'), checked: choice.product === null },
            ...products.map(({ id, name, uses }) => ({
              id,
              label: plainText(name),
              hint: t('{count, number} ×', { count: uses }),
              checked: id === choice.product
            }))
          ],
          onPick: (id) => onChoose({ product: id === ANY ? null : id })
        }
      case 'sentiment':
        return {
          label: t('Filter by sentiment'),
          options: [
            { id: ANY, label: t('Any sentiment'), checked: choice.sentiment === null },
            ...sentiments.map((id) => ({ id, label: sentimentWords(id), checked: id === choice.sentiment }))
          ],
          onPick: (id) => onChoose({ sentiment: sentiments.find((one) => one === id) ?? null })
        }
      default:
        return assertNever(pick)
    }
  }
  const { label, options, onPick } = found()
  return (
    <Picker
      label={label}
      placeholder={label}
      options={options}
      nothing={(typed) => t('Nothing is called “{typed}”.', { typed })}
      onPick={onPick}
      onClose={onClose}
    />
  )
}
