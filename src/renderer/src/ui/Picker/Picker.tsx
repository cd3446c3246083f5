import { useFocusBack } from '../use-focus-back.ts'
import { ChoiceDialog } from '../Choices/ChoiceDialog.tsx'
import { PickerBody, type PickerBodyProps } from './PickerBody.tsx'

export interface PickerProps extends PickerBodyProps {
  readonly onClose: () => void
}

/** Pixels. */
export const PICKER_SIZE = 420

/** A small dialog to choose something in, by typing and arrows. It is there as long as it is rendered. */
export function Picker({ onClose, ...body }: PickerProps) {
  useFocusBack()
  return (
    <ChoiceDialog label={body.label} size={PICKER_SIZE} onClose={onClose}>
      <PickerBody {...body} />
    </ChoiceDialog>
  )
}
