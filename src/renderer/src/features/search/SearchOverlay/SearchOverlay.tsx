import { t } from '../../../i18n/t.ts'
import { ChoiceDialog } from '../../../ui/Choices/ChoiceDialog.tsx'
import { SearchDialog } from './SearchDialog.tsx'

export interface SearchOverlayProps {
  /** What to begin with. */
  readonly text: string
  readonly onClose: () => void
}

/** Search over customers and all messages, as you type. */
export function SearchOverlay({ text, onClose }: SearchOverlayProps) {
  return (
    <ChoiceDialog label={t('Search')} size={680} onClose={onClose}>
      <SearchDialog start={text} />
    </ChoiceDialog>
  )
}
