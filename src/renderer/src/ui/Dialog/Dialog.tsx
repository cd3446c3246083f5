import { Modal } from '@mantine/core'
import type { KeyboardEvent, ReactNode } from 'react'
import { useFocusBack } from '../use-focus-back.ts'

export interface DialogProps {
  readonly title: string
  /** Pixels. */
  readonly size: number
  /** How far from the top. */
  readonly yOffset?: string
  readonly onClose: () => void
  /** Keys of its own. @returns whether the key was for it */
  readonly onKey?: (event: KeyboardEvent) => boolean
  readonly children: ReactNode
}

/**
 * A dialog with a title that is there as long as it is rendered. Escape closes it and does nothing else: Mantine's own
 * listener would leave the key to the console. The focus goes back where it was.
 */
export function Dialog({ title, size, yOffset, onClose, onKey, children }: DialogProps) {
  useFocusBack()
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      {...(yOffset === undefined ? {} : { yOffset })}
      closeOnEscape={false}
      returnFocus={false}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape') onClose()
        else if (onKey?.(event) !== true) return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      {children}
    </Modal>
  )
}
