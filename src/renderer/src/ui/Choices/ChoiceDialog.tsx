import { Modal } from '@mantine/core'
import { useWindowEvent } from '@mantine/hooks'
import type { ReactNode } from 'react'
import classes from './Choices.module.css'

export interface ChoiceDialogProps {
  readonly label: string
  /** Pixels. */
  readonly size: number
  readonly onClose: () => void
  /** Where Escape leads, when that is not out. */
  readonly onEscape?: () => void
  readonly children: ReactNode
}

/**
 * The frame of a dialog in which something is chosen. It is there as long as it is rendered; what is in it says where
 * the focus belongs, with `DialogField` and `useFocusBack`.
 */
export function ChoiceDialog({ label, size, onClose, onEscape = onClose, children }: ChoiceDialogProps) {
  // Escape does this and nothing else.
  useWindowEvent(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || event.isComposing) return
      event.preventDefault()
      event.stopPropagation()
      onEscape()
    },
    true
  )
  return (
    <Modal.Root
      opened
      onClose={onClose}
      size={size}
      yOffset="10vh"
      returnFocus={false}
      closeOnEscape={false}
      transitionProps={{ duration: 0 }}
      classNames={{ content: classes.content }}
    >
      <Modal.Overlay backgroundOpacity={0.25} />
      <Modal.Content aria-label={label}>{children}</Modal.Content>
    </Modal.Root>
  )
}
